"""Order: whether the same words in another order still say the same.

Items of an enumeration may change places, and so may whole clauses. What counts is
what each number, each denial and each act stands by.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from typing import TYPE_CHECKING
from typing import NamedTuple

from duenotice.materiality.denials import denial_stems
from duenotice.materiality.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Sequence

    from duenotice.materiality.facts import Facts
    from duenotice.materiality.lexicon import Lexicon

Clause = tuple[str, ...]
"""The stems of the words that carry meaning, in their order."""

_NUMBER, _DENIAL, _ACT = "number", "denial", "act"


class _Binding(NamedTuple):
    """A word, and what it stands by."""

    kind: str
    stem: str
    beside: Clause


BREAK = re.compile(
    r"(?<!\d),(?!\d)|(?<=\d),\s|[;:.!?](?=\s|$)|\s[-–—]\s|[()\n]|"
    r"\b(?:and|or|but|nor|y|e|o|u|ni|pero|sino)\b",
    re.IGNORECASE,
)
"""What parts clauses, and the items of an enumeration."""

_ACTS = {"practice", "sale"}
_DELETE = ("retention", "delete")
_END = ""
"""Stands for the end of a clause."""


def keeps_sense(facts: Facts) -> bool:
    """Tell whether words that changed places say what they said.

    It is asked of sentences that have the same words, or words of the same meaning.
    """
    if all(one.is_amended for one in facts.pairs):
        sides = _each(facts)
    else:
        olds = tuple(one.before for one in facts.pairs if one.before)
        sides = [(olds, tuple(one.after for one in facts.pairs if one.after))]
    return all(_says_the_same(old, new, facts.lexicon) for old, new in sides)


def _each(facts: Facts) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [((one.before,), (one.after,)) for one in facts.pairs]


def _says_the_same(olds: Sequence[str], news: Sequence[str], lexicon: Lexicon) -> bool:
    old, new = (
        tuple(clause for one in several for clause in _clauses(one, lexicon))
        for several in (olds, news)
    )
    before, after = _words(old), _words(new)
    if Counter(before) != Counter(after):
        return False  # a word went over to another sentence
    is_as_many = len(olds) == len(news)
    if is_as_many and before == after:
        return True
    if is_enumeration(old, new, lexicon):
        return True
    return _bound(old, lexicon, is_cut=not is_as_many) == _bound(
        new, lexicon, is_cut=not is_as_many
    )


def _words(clauses: Sequence[Clause]) -> list[str]:
    return [stem for clause in clauses for stem in clause]


@functools.lru_cache(maxsize=1 << 12)
def _clauses(sentence: str, lexicon: Lexicon) -> tuple[Clause, ...]:
    small = lexicon.small - denial_stems(lexicon.language)
    clauses = (
        tuple(
            word.stem
            for word in words_of(part, lexicon.language)
            if word.stem not in small
        )
        for part in BREAK.split(sentence)
    )
    return tuple(one for one in clauses if one)


def is_enumeration(
    old: Sequence[Clause], new: Sequence[Clause], lexicon: Lexicon
) -> bool:
    """Tell whether mere items changed places: none denies, none is a bare number."""
    before, after = _differing(old, new)
    if Counter(before) != Counter(after):
        return False
    denials = denial_stems(lexicon.language)
    return not any(
        denials.intersection(item) or all(stem[:1].isdecimal() for stem in item)
        for item in before
    )


def _differing(
    old: Sequence[Clause], new: Sequence[Clause]
) -> tuple[list[Clause], list[Clause]]:
    """Leave out the words that both begin with, and those that both end with."""
    before, after = _split(old), _split(new)
    start = _common(before, after)
    before, after = before[start:], after[start:]
    end = _common(before[::-1], after[::-1])
    rows = (before[: len(before) - end], after[: len(after) - end])
    first, second = (_joined(row) for row in rows)
    return first, second


def _split(clauses: Sequence[Clause]) -> list[str]:
    return [stem for clause in clauses for stem in (*clause, _END)]


def _joined(row: Sequence[str]) -> list[Clause]:
    clauses: list[list[str]] = [[]]
    for stem in row:
        if stem == _END:
            clauses.append([])
        else:
            clauses[-1].append(stem)
    return [tuple(one) for one in clauses if one]


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _bound(
    clauses: Sequence[Clause], lexicon: Lexicon, *, is_cut: bool
) -> Counter[_Binding]:
    """Count what each number, denial and act stands by.

    A number or an act that stands alone can't take another's place, and stands
    elsewhere in another voice: "we delete them", "they are deleted". Where a sentence
    that denies was cut up, even one act may have lost its denial.
    """
    found = [one for clause in clauses for one in _bindings(clause, lexicon)]
    kinds = Counter(one.kind for one in found)
    is_denied = is_cut and kinds[_DENIAL] > 0
    return Counter(
        one
        for one in found
        if one.kind == _DENIAL
        or kinds[one.kind] > 1
        or (one.kind == _ACT and is_denied)
    )


def _bindings(clause: Clause, lexicon: Lexicon) -> Iterator[_Binding]:
    denials = denial_stems(lexicon.language)
    for place, stem in enumerate(clause):
        rest = clause[place + 1 : place + 2]
        if stem[:1].isdecimal():
            yield _Binding(_NUMBER, stem, clause[max(0, place - 1) : place] + rest)
        elif stem in denials:
            yield _Binding(_DENIAL, stem, rest)
        elif stem in _acts(lexicon):
            yield _Binding(_ACT, stem, rest)


@functools.lru_cache(maxsize=8)
def _acts(lexicon: Lexicon) -> frozenset[str]:
    """Give the verbs of practice that are one word."""
    return frozenset(
        row[0]
        for rows in lexicon.phrases.values()
        for row, concept in rows
        if len(row) == 1 and (concept.kind in _ACTS or concept == _DELETE)
    )
