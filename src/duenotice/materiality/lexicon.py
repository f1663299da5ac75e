"""Lexicons: what statements speak of, as data that a lawyer can read and extend."""

from __future__ import annotations

import functools
from collections import defaultdict
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from importlib.resources import files
from typing import TYPE_CHECKING
from typing import NamedTuple

from duenotice.materiality.words import words_of
from duenotice.parse.yaml_tree import Mapping
from duenotice.parse.yaml_tree import Scalar
from duenotice.parse.yaml_tree import Sequence
from duenotice.parse.yaml_tree import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator
    from collections.abc import Sequence as Row

    from duenotice.materiality.words import Word

_ANY = ""
"""Stands for every word that no phrase goes on with."""

SMALL = "small"
"""The class of words that carry no practice."""


class Concept(NamedTuple):
    """A thing that statements speak of."""

    kind: str
    """Its class, such as `recipient`."""

    name: str
    """Such as `service provider`."""


class Term(NamedTuple):
    """A phrase that names a concept."""

    concept: Concept
    phrase: str


class Mention(NamedTuple):
    """A place in a row of words that names a concept."""

    concept: Concept
    start: int
    end: int


Rows = tuple[tuple[tuple[str, ...], Concept], ...]
"""The stems of phrases, the longest first, and the concept of each."""

Phrases = dict[str, Rows]
"""By the first word's stem."""


@dataclass(frozen=True, slots=True)
class OwnTerms:
    """What a project adds to the lexicon of a language."""

    language: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The concepts of one language; it equals itself alone."""

    language: str
    phrases: Phrases
    small: frozenset[str]
    """Stems of words that carry no practice."""

    own: Phrases = field(default_factory=dict)
    """What a project adds: found beside the other phrases, never in their place."""

    is_shipped: bool = True
    """A project's terms alone don't tell what is harmless in a language."""

    def mentions(self, words: Row[Word]) -> tuple[Mention, ...]:
        """Find what is named; of each class the longest phrase at a place."""
        return _mentions(self, tuple(words))

    @functools.cached_property
    def starts(self) -> _Starts:
        """Give the phrases by their first two words, and the project's after them."""
        first = dict.fromkeys((*self.phrases, *self.own))
        return {one: _by_second(self.phrases, self.own, one) for one in first}


_Starts = dict[str, dict[str, tuple[Rows, ...]]]
"""Phrases by their first two stems: few begin with the same ones.

In each place stand those of the first stem alone, too.
"""


def _by_second(
    phrases: Phrases, own: Phrases, first: str
) -> dict[str, tuple[Rows, ...]]:
    books = [book[first] for book in (phrases, own) if first in book]
    seconds = {row[1] for rows in books for row, _ in rows if len(row) > 1}
    return {
        second: tuple(
            tuple(one for one in rows if one[0][1:2] in ((), (second,)))
            for rows in books
        )
        for second in (_ANY, *seconds)
    }


@functools.lru_cache(maxsize=1 << 13)
def _mentions(lexicon: Lexicon, words: tuple[Word, ...]) -> tuple[Mention, ...]:
    stems = tuple(word.stem for word in words)
    found: list[Mention] = []
    starts = lexicon.starts
    for start, stem in enumerate(stems):
        if stem not in starts:
            continue
        begun = starts[stem]
        second = next(iter(stems[start + 1 : start + 2]), _ANY)
        named: dict[Concept, Mention] = {}
        for rows in begun.get(second) or begun[_ANY]:
            seen: set[str] = set()
            for row, concept in rows:
                end = start + len(row)
                if concept.kind not in seen and stems[start:end] == row:
                    seen.add(concept.kind)
                    named.setdefault(concept, Mention(concept, start, end))
        found += named.values()
    return tuple(found)


@functools.cache
def lexicon_for(language: str) -> Lexicon | None:
    """Give the lexicon of a language that comes with the program, if there is one."""
    source = files("duenotice.materiality") / "lexicons" / f"{language}.yaml"
    if not source.is_file():
        return None
    terms = tuple(_terms(source.read_text(encoding="utf-8")))
    return Lexicon(language, _phrases(terms, language), _small(terms, language))


def with_own(own: OwnTerms) -> Lexicon:
    """Give the lexicon of a language with what a project adds to it.

    In a language that the program doesn't know, it is the whole lexicon.
    """
    phrases = _phrases(own.terms, own.language)
    shipped = lexicon_for(own.language)
    if shipped is None:
        small = _small(own.terms, own.language)
        return Lexicon(own.language, phrases, small, is_shipped=False)
    return replace(shipped, own=phrases)


def _phrases(terms: Iterable[Term], language: str) -> Phrases:
    rows: dict[str, dict[tuple[tuple[str, ...], Concept], None]] = defaultdict(dict)
    for concept, phrase in terms:
        if concept.kind != SMALL:
            row = tuple(word.stem for word in words_of(phrase, language))
            rows[row[0]][row, concept] = None
    return {
        first: tuple(sorted(several, key=lambda one: -len(one[0])))
        for first, several in rows.items()
    }


def _small(terms: Iterable[Term], language: str) -> frozenset[str]:
    return frozenset(
        word.stem
        for concept, phrase in terms
        if concept.kind == SMALL
        for word in words_of(phrase, language)
    )


def _terms(text: str) -> Iterator[Term]:
    root = read_yaml(text)
    for kind in root.entries if isinstance(root, Mapping) else ():
        concepts = kind.value.entries if isinstance(kind.value, Mapping) else ()
        for concept in concepts:
            named = concept.value.items if isinstance(concept.value, Sequence) else ()
            for phrase in named:
                if isinstance(phrase, Scalar) and phrase.text:
                    yield Term(Concept(kind.key, concept.key), phrase.text)
