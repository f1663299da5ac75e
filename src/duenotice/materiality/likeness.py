"""Likeness: which texts of two sets are one, amended."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING
from typing import NamedTuple
from typing import TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator
    from collections.abc import Mapping

_FEW = 4
"""Words: shorter texts are like others by chance."""

_ROUND = 1e-9
"""What a product of shares may be off by."""

Name = TypeVar("Name")


class Gist(NamedTuple):
    """What counts of a text when it is told from others."""

    group: str
    """A text is only like those of its own group."""

    words: frozenset[str]


def pair_off(
    old: Mapping[Name, Gist], new: Mapping[Name, Gist], least: float
) -> list[tuple[Name, Name]]:
    """Pair texts that have at least this share of their words, the most alike first.

    Each text has one partner at most; of equals the first one in order is taken.
    """
    found: list[tuple[Name, Name]] = []
    taken: tuple[set[Name], set[Name]] = (set(), set())
    for _, one, other in sorted(_alike(old, new, least), key=lambda pair: -pair[0]):
        if one not in taken[0] and other not in taken[1]:
            found.append((one, other))
            taken[0].add(one)
            taken[1].add(other)
    return found


def _alike(
    old: Mapping[Name, Gist], new: Mapping[Name, Gist], least: float
) -> Iterator[tuple[float, Name, Name]]:
    holding = _holding(new)
    for one, (group, words) in old.items():
        if len(words) < _FEW:
            continue
        for other in _near(words, holding, least):
            theirs = new[other]
            share = 2 * len(words & theirs.words) / (len(words) + len(theirs.words))
            if share >= least and group == theirs.group:
                yield share, one, other


def _holding(texts: Mapping[Name, Gist]) -> Mapping[str, list[Name]]:
    """Give the texts that hold each word."""
    holding: dict[str, list[Name]] = defaultdict(list)
    for name, (_, words) in texts.items():
        if len(words) >= _FEW:
            for word in words:
                holding[word].append(name)
    return holding


def _near(
    words: frozenset[str], holding: Mapping[str, list[Name]], least: float
) -> Iterable[Name]:
    """Give the texts that may have this share of the words, in a fixed order.

    Whatever has so many of them has one of the rare ones, too.
    """
    common = math.ceil(len(words) * least / (2 - least) - _ROUND)
    by_rarity = sorted(words, key=lambda word: (len(holding.get(word, ())), word))
    rare = by_rarity[: len(words) - common + 1]
    return dict.fromkeys(other for word in rare for other in holding.get(word, ()))
