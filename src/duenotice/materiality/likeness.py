"""Likeness: which texts of two sets are one, amended."""

from __future__ import annotations

from collections import Counter
from collections import defaultdict
from typing import TYPE_CHECKING
from typing import NamedTuple
from typing import TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping

_FEW = 4
"""Words: shorter texts are like others by chance."""

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
    holding: dict[str, list[Name]] = defaultdict(list)
    for other, (_, words) in new.items():
        if len(words) >= _FEW:
            for word in sorted(words):
                holding[word].append(other)
    for one, (group, words) in old.items():
        if len(words) < _FEW:
            continue
        common = Counter(other for word in sorted(words) for other in holding[word])
        for other, count in common.items():
            share = 2 * count / (len(words) + len(new[other].words))
            if share >= least and group == new[other].group:
                yield share, one, other
