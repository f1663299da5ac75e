"""How many years of school a text asks for.

The only module that imports pyphen.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyphen

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+){0,5}")
_STOP = re.compile(r"(?<![\s.(][^\W\d_])[.!?…;]+(?=[\s\"”»’)\]]|\Z)")
_LEAST_WORDS = 100
"""Fewer say little: one long name counts too much."""

_HIGHEST = 20
"""Beyond it no school is left, whatever a formula gives."""

_SHORTEST = 5
"""A cell or an item of fewer words is no sentence."""

# The scale that Fernández Huerta gave with his formula, from its hard end: below 30 of
# 100 is for specialists, and 90 and more for the fourth year of school.
_EASE = (30, 50, 60, 70, 80, 90)
_GRADE = (17, 14, 11, 8, 6, 5, 4)


@dataclass(frozen=True, slots=True)
class Measure:
    """What formulas count."""

    words: int
    sentences: int
    letters: int
    syllables: int


def grade_of(texts: Iterable[str], locale: str) -> int | None:
    """Give the school grade that a reader needs.

    Nothing is given for a language without a formula, and for a text too short to
    measure.
    """
    language = locale.partition("-")[0]
    if language not in {"en", "es"}:
        return None
    measure = _measure(texts, counts_syllables=language == "es")
    if measure.words < _LEAST_WORDS:
        return None
    return _spanish(measure) if language == "es" else _english(measure)


def _english(measure: Measure) -> int:
    """Use the Automated Readability Index, which counts letters.

    >>> _english(Measure(words=100, sentences=5, letters=470, syllables=0))
    11
    """
    letters = measure.letters / measure.words
    length = measure.words / measure.sentences
    grade = round(4.71 * letters + 0.5 * length - 21.43)
    return min(max(grade, 1), _HIGHEST)


def _spanish(measure: Measure) -> int:
    """Use the formula of Fernández Huerta, as Law has corrected it.

    >>> _spanish(Measure(words=100, sentences=5, letters=0, syllables=200))
    8
    """
    syllables = measure.syllables / measure.words
    length = measure.words / measure.sentences
    ease = 206.84 - 60 * syllables - 1.02 * length
    return _GRADE[bisect_right(_EASE, ease)]


def _measure(texts: Iterable[str], *, counts_syllables: bool) -> Measure:
    words = sentences = letters = syllables = 0
    for text in texts:
        found = _WORD.findall(text)
        if len(found) < _SHORTEST:
            continue
        ends = sum(1 for part in _STOP.split(text) if _WORD.search(part))
        words += len(found)
        sentences += max(ends, 1)
        letters += sum(map(len, found))
        if counts_syllables:
            syllables += sum(map(_syllables, found))
    return Measure(words, sentences, letters, syllables)


@functools.lru_cache(maxsize=10_000)
def _syllables(word: str) -> int:
    """Count the syllables of a Spanish word.

    >>> [_syllables(one) for one in ("sitio", "información", "privacidad")]
    [2, 4, 4]
    """
    return len(_divider().positions(word.lower())) + 1


@functools.cache
def _divider() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="es", left=1, right=1)
