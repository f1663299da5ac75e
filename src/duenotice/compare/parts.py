"""Which part of the old text became which part of the new one."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from duenotice.compare.alignment import heaviest_chain
from duenotice.compare.elements import part_elements
from duenotice.compare.tokens import normalised
from duenotice.model.content import plain_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Hashable
    from collections.abc import Iterator
    from collections.abc import Sequence

    from duenotice.compare.document import Document
    from duenotice.compare.document import Part

_LIKE = 0.6
"""The share of words from which two parts without a common id or title are one."""

_WORTH_A_LOOK = 0.5


@dataclass(frozen=True, slots=True)
class PartPair:
    """A part in both texts."""

    old: int
    new: int


@dataclass(frozen=True, slots=True)
class PartMatches:
    """The parts of two documents that belong together, by place."""

    in_order: tuple[PartPair, ...]
    moved: tuple[PartPair, ...]
    """Those that would have to jump over others to be in order."""

    def zones(self, olds: int, news: int) -> Iterator[tuple[range, range]]:
        """Give the stretches of both texts that begin where both are at one.

        Each but the first begins with a part that both have; what follows is only in
        one of them, or moved.

        Args:
            olds: How many parts the old document has.
            news: How many the new one has.
        """
        starts = [(pair.old, pair.new) for pair in self.in_order]
        edges = [(0, 0), *starts, (olds, news)]
        for (i, j), (next_i, next_j) in itertools.pairwise(edges):
            if i < next_i or j < next_j:
                yield range(i, next_i), range(j, next_j)


def match_parts(old: Document, new: Document) -> PartMatches:
    """Match parts by id, by former ids, by title, and at last by their words."""
    pairs = dict(_by_id(old.parts, new.parts))
    _add(pairs, _by_title(old.parts, new.parts))
    _add(pairs, _by_words(old, new, pairs))
    weights = [
        (i, j, 1.0 + len(old.parts[i].blocks) + len(new.parts[j].blocks))
        for i, j in pairs.items()
    ]
    chain = heaviest_chain(weights)
    kept = set(chain)
    moved = [pair for pair in pairs.items() if pair not in kept]
    return PartMatches(
        in_order=tuple(PartPair(i, j) for i, j in chain),
        moved=tuple(PartPair(i, j) for i, j in sorted(moved)),
    )


def _add(pairs: dict[int, int], more: Iterator[tuple[int, int]]) -> None:
    """Add pairs of which neither side has one yet."""
    for i, j in more:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j


def _by_id(olds: Sequence[Part], news: Sequence[Part]) -> Iterator[tuple[int, int]]:
    """Pair parts of one id, and renamed ones; a former id counts once."""
    places = {part.id: i for i, part in enumerate(olds) if part.id}
    ids = {part.id for part in news}
    for j, part in enumerate(news):
        if part.id in places:
            yield places[part.id], j
            continue
        former = [one for one in part.formerly if one in places and one not in ids]
        if former:
            yield places.pop(former[0]), j


def _by_title(olds: Sequence[Part], news: Sequence[Part]) -> Iterator[tuple[int, int]]:
    """Pair parts without ids that have the same title, and it alone."""
    ours, theirs = _unique(olds, _title), _unique(news, _title)
    yield from ((ours[title], theirs[title]) for title in ours if title in theirs)


def _title(part: Part) -> Hashable:
    if part.id:
        return None
    if part.heading is None:
        return "", 0
    return normalised(plain_text(part.heading.title)).casefold(), part.heading.level


def _unique(
    parts: Sequence[Part], key: Callable[[Part], Hashable]
) -> dict[Hashable, int]:
    found: dict[Hashable, int] = {}
    several = set()
    for place, part in enumerate(parts):
        one = key(part)
        if one is not None and one in found:
            several.add(one)
        elif one is not None:
            found[one] = place
    return {one: place for one, place in found.items() if one not in several}


def _by_words(
    old: Document, new: Document, pairs: dict[int, int]
) -> Iterator[tuple[int, int]]:
    """Pair what is left by what it says, the most alike first."""
    taken = set(pairs.values())
    ours = {i: _keys(p, old) for i, p in enumerate(old.parts) if i not in pairs}
    theirs = {j: _keys(p, new) for j, p in enumerate(new.parts) if j not in taken}
    sets = {j: frozenset(keys) for j, keys in theirs.items()}
    alike = []
    for i, keys in ours.items():
        words = frozenset(keys)
        for j, others in sets.items():
            shared = len(words & others)
            if shared >= _WORTH_A_LOOK * min(len(words), len(others)) and shared:
                share = Indel.normalized_similarity(keys, theirs[j])
                if share >= _LIKE:
                    alike.append((share, i, j))
    yield from ((i, j) for _, i, j in sorted(alike, reverse=True))


def _keys(part: Part, document: Document) -> tuple[str, ...]:
    elements = part_elements(part, document.vocabulary)
    return tuple(key for one in elements for key in one.keys)
