"""A rule book: by what changes are judged, the rules in order and the lexicons."""

from __future__ import annotations

import functools
import hashlib
import re
from dataclasses import dataclass
from dataclasses import field
from importlib.resources import files
from typing import TYPE_CHECKING

from duenotice.materiality.lexicon import lexicon_for
from duenotice.materiality.lexicon import with_own

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

    from duenotice.materiality.lexicon import Lexicon
    from duenotice.materiality.lexicon import OwnTerms
    from duenotice.materiality.rule import Rule


@dataclass(frozen=True, kw_only=True)
class RuleBook:
    """The rules that are asked, and what a project adds to the lexicons."""

    rules: tuple[Rule, ...]
    """In their order: the first that has a verdict on a passage gives it."""

    off: tuple[str, ...] = ()
    """The names of rules that the project has switched off."""

    own: tuple[OwnTerms, ...] = ()
    """At most one for each language."""

    _lexicons: dict[str, Lexicon | None] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def lexicon_for(self, language: str) -> Lexicon | None:
        """Give the lexicon of a language, if there is one."""
        if language not in self._lexicons:
            own = next((one for one in self.own if one.language == language), None)
            lexicon = lexicon_for(language) if own is None else with_own(own)
            self._lexicons[language] = lexicon
        return self._lexicons[language]

    @functools.cached_property
    def digest(self) -> str:
        """Give a hash of all that a verdict depends on.

        Two programs with the same one judge alike. It is no promise that others don't.
        """
        own = (
            (one.language, *concept, phrase)
            for one in sorted(self.own, key=lambda one: one.language)
            for concept, phrase in one.terms
        )
        told = (_program_digest(), tuple(rule.name for rule in self.rules), *own)
        return f"sha256:{hashlib.sha256(repr(told).encode()).hexdigest()}"


_BESIDE = re.compile(r"(?:duty|levels|pair|profile|promise|scoring|sources)[a-z_]*\.py")
"""Modules of this package that no verdict depends on."""


@functools.cache
def _program_digest() -> str:
    """Give a hash of the program's own part: code, lexicons and weights."""
    digest = hashlib.sha256()
    for name, file in judging_files():
        data = file.read_bytes()
        digest.update(f"{name} {len(data)}\n".encode())
        digest.update(data)
    return digest.hexdigest()


def judging_files() -> Iterator[tuple[str, Traversable]]:
    """Give the files that say how the program judges, by their names."""
    package = files("duenotice.materiality")
    for folder, form in (("", r".*\.py"), ("rules", r".*\.py"), ("lexicons", r".*")):
        place = package / folder if folder else package
        for file in _sorted(place.iterdir()):
            is_beside = not folder and _BESIDE.fullmatch(file.name)
            if file.is_file() and re.fullmatch(form, file.name) and not is_beside:
                yield f"{folder}/{file.name}", file
    yield "weights.json", package / "weights.json"
    yield "number_words.py", files("duenotice.parse") / "number_words.py"


def _sorted(several: Iterable[Traversable]) -> list[Traversable]:
    return sorted(several, key=lambda one: one.name)
