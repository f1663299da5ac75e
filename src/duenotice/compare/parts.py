"""Which part of the old text became which part of the new one."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from duenotice.compare.alignment import heaviest_chain
from duenotice.compare.tokens import normalised
from duenotice.model.content import plain_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Hashable
    from collections.abc import Iterator
    from collections.abc import Sequence

    from duenotice.compare.document import Part
    from duenotice.compare.elements import PlacedParts

_LIKE = 0.6
"""The share of words from which two parts without a common id or title are one."""

_LIKE_TITLE = 0.75
_LONG_TITLE = 3
"""So many words two titles need to be alike and not the same."""

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


def match_parts(old: PlacedParts, new: PlacedParts) -> PartMatches:
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
    """Pair parts without ids that have the same title.

    Where several have it, the first belongs to the first if both texts have as many;
    their levels only count where they haven't.
    """
    for key in (_title, _title_and_level):
        ours, theirs = _grouped(olds, key), _grouped(news, key)
        for title, places in ours.items():
            if len(places) == len(theirs.get(title, ())):
                yield from zip(places, theirs[title], strict=True)


def _title(part: Part) -> Hashable:
    if part.id:
        return None
    if part.heading is None:
        return ""
    # A number typed before it is not what it's called: others come before it.
    title = _TYPED_NUMBER.sub("", plain_text(part.heading.title))
    return normalised(title).casefold()


_TYPED_NUMBER = re.compile(r"^\(?(?:\d+(?:\.\d+)*|[a-z]|[ivx]+)[.)]\s+", re.IGNORECASE)


def _title_and_level(part: Part) -> Hashable:
    title = _title(part)
    level = 0 if part.heading is None else part.heading.level
    return None if title is None else (title, level)


def _grouped(
    parts: Sequence[Part], key: Callable[[Part], Hashable]
) -> dict[Hashable, list[int]]:
    found: dict[Hashable, list[int]] = defaultdict(list)
    for place, part in enumerate(parts):
        one = key(part)
        if one is not None:
            found[one].append(place)
    return found


def _by_words(
    old: PlacedParts, new: PlacedParts, pairs: dict[int, int]
) -> Iterator[tuple[int, int]]:
    """Pair what is left by title and words, the most alike first."""
    taken = set(pairs.values())
    ours = {i: _Words.of(old, i) for i in range(len(old.parts)) if i not in pairs}
    theirs = {j: _Words.of(new, j) for j in range(len(new.parts)) if j not in taken}
    alike = sorted(
        (
            (share, -i, -j)
            for i, one in ours.items()
            for j, other in theirs.items()
            if (share := one.likeness(other))
        ),
        reverse=True,
    )
    yield from ((-i, -j) for _, i, j in alike)


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a part."""

    keys: tuple[str, ...]
    words: frozenset[str]
    title: tuple[str, ...]
    """Nothing where the part has an id: that says better which one it is."""

    @classmethod
    def of(cls, document: PlacedParts, place: int) -> _Words:
        """Read them."""
        part, elements = document.parts[place], document.elements(place)
        keys = tuple(key for one in elements for key in one.keys)
        has_title = part.heading is not None and not part.id
        title = elements[0].keys if has_title else ()
        return cls(keys, frozenset(keys), title)

    def likeness(self, other: _Words) -> float:
        """Say how alike two parts are; 0 where they're two."""
        share = title = 0.0
        shared = len(self.words & other.words)
        least = min(len(self.words), len(other.words))
        if shared and shared >= _WORTH_A_LOOK * least:
            share = Indel.normalized_similarity(self.keys, other.keys)
        if min(len(self.title), len(other.title)) >= _LONG_TITLE:
            title = Indel.normalized_similarity(self.title, other.title)
        return share + title if share >= _LIKE or title >= _LIKE_TITLE else 0.0
