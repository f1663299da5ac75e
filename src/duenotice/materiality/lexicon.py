"""Lexicons: what statements speak of, as data that a lawyer can read and extend."""

from __future__ import annotations

import functools
from collections import defaultdict
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING
from typing import NamedTuple

from duenotice.materiality.words import words_of
from duenotice.parse.yaml_tree import Mapping
from duenotice.parse.yaml_tree import Scalar
from duenotice.parse.yaml_tree import Sequence
from duenotice.parse.yaml_tree import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Sequence as Row

    from duenotice.materiality.words import Word

_SMALL = "small"


class Concept(NamedTuple):
    """A thing that statements speak of."""

    kind: str
    """Its class, such as `recipient`."""

    name: str
    """Such as `service provider`."""


class Mention(NamedTuple):
    """A place in a row of words that names a concept."""

    concept: Concept
    start: int
    end: int


@dataclass(frozen=True)
class Lexicon:
    """The concepts of one language."""

    language: str
    phrases: dict[str, tuple[tuple[tuple[str, ...], Concept], ...]]
    """By the first word's stem: the stems, the longest row first, and the concept."""

    small: frozenset[str]
    """Stems of words that carry no practice."""

    def mentions(self, words: Row[Word]) -> Iterator[Mention]:
        """Find what is named; of each class the longest phrase at a place."""
        stems = [word.stem for word in words]
        for start, stem in enumerate(stems):
            seen: set[str] = set()
            for row, concept in self.phrases.get(stem, ()):
                end = start + len(row)
                if concept.kind not in seen and tuple(stems[start:end]) == row:
                    seen.add(concept.kind)
                    yield Mention(concept, start, end)


@functools.cache
def lexicon_for(language: str) -> Lexicon | None:
    """Give the lexicon of a language, if there is one."""
    source = files("duenotice.materiality") / "lexicons" / f"{language}.yaml"
    if not source.is_file():
        return None
    return _read(language, source.read_text(encoding="utf-8"))


def _read(language: str, text: str) -> Lexicon:
    phrases: dict[str, dict[tuple[tuple[str, ...], Concept], None]] = defaultdict(dict)
    small: set[str] = set()
    for concept, phrase in _entries(text):
        if concept.kind == _SMALL:
            small.update(word.stem for word in words_of(phrase, language))
            continue
        row = tuple(word.stem for word in words_of(phrase, language))
        phrases[row[0]][row, concept] = None
    ordered = {
        first: tuple(sorted(rows, key=lambda one: -len(one[0])))
        for first, rows in phrases.items()
    }
    return Lexicon(language, ordered, frozenset(small))


def _entries(text: str) -> Iterator[tuple[Concept, str]]:
    root = read_yaml(text)
    for kind in root.entries if isinstance(root, Mapping) else ():
        concepts = kind.value.entries if isinstance(kind.value, Mapping) else ()
        for concept in concepts:
            named = concept.value.items if isinstance(concept.value, Sequence) else ()
            for phrase in named:
                if isinstance(phrase, Scalar) and phrase.text:
                    yield Concept(kind.key, concept.key), phrase.text
