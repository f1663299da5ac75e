"""Text that is elsewhere now: which removed element is which added one.

A move must be true. Its text is the same, or nearly, and something that both texts have
stands between the old place and the new one. Where nothing does, the order is what it
was: the text was only parted or joined, as when a list is cut in two.
"""

from __future__ import annotations

import enum
from bisect import bisect
from collections import Counter
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from duenotice.compare.elements import unit_tokens
from duenotice.compare.nodes import Leaf
from duenotice.compare.nodes import Side
from duenotice.compare.nodes import units
from duenotice.compare.tokens import PLAIN
from duenotice.compare.words import Difference
from duenotice.compare.words import diff_lines

if TYPE_CHECKING:
    from collections.abc import Hashable
    from collections.abc import Iterable
    from collections.abc import Sequence

    from duenotice.compare.nodes import Node
    from duenotice.compare.nodes import Unit
    from duenotice.compare.tokens import Token
    from duenotice.compare.tokens import Vocabulary
    from duenotice.compare.words import WordDiff

_FEW_WORDS = 3
"""So short a text is only taken to have moved where it stands once in each text."""

_LONG = 8
"""From so many words on, a text that moved may have been amended as well."""

_LIKE = 0.75
_RARE = 4


class MoveKind(enum.StrEnum):
    """What became of a text that isn't where it was."""

    MOVED = "moved"
    MOVED_AND_AMENDED = "moved-and-amended"
    REGROUPED = "regrouped"
    """It stands in the same order, in another paragraph or list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One unit that is elsewhere now."""

    kind: MoveKind
    source: Unit
    target: Unit
    words: WordDiff = ()
    """Old and new words, where they differ."""

    @property
    def is_reframed(self) -> bool:
        """Tell whether it stands under another heading or lead-in: it may mean more."""
        old, new = self.source.old_context, self.target.new_context
        if old is None or new is None:
            return False
        return (old.heading, old.lead_in) != (new.heading, new.lead_in)


@dataclass(frozen=True, slots=True)
class _Lone:
    """A unit that only one text has."""

    unit: Unit
    tokens: tuple[Token, ...]
    keys: tuple[str, ...]
    words: tuple[str, ...]
    """Its keys without stops, which make no text the same."""


def find_moves(
    nodes: Iterable[Node], vocabulary: Vocabulary = PLAIN
) -> tuple[Move, ...]:
    """Find the moves in a merged tree, in the order of their new places."""
    found = list(units(nodes))
    old = [_lone(unit, vocabulary) for unit in found if unit.side is Side.OLD]
    new = [_lone(unit, vocabulary) for unit in found if unit.side is Side.NEW]
    pairs = _same(old, new)
    taken = {one.unit.place for pair in pairs for one in pair}
    pairs += _alike(
        [one for one in old if one.unit.place not in taken],
        [one for one in new if one.unit.place not in taken],
    )
    kept = [unit.place for unit in found if _is_firm(unit)]
    moves = [_move(one, other, kept) for one, other in pairs]
    return tuple(sorted(moves, key=lambda move: move.target.place))


def _is_firm(unit: Unit) -> bool:
    """Tell whether it is nearly the same line in both texts: one to jump over."""
    if not isinstance(unit, Leaf) or unit.side is not Side.BOTH:
        return False
    changed = total = 0
    for one in unit.words:
        count = sum(bool(token.key) for token in (*one.old, *one.new))
        total += count
        changed += count if one.difference is Difference.WORDS else 0
    return changed <= (1 - _LIKE) * total


def _lone(unit: Unit, vocabulary: Vocabulary) -> _Lone:
    tokens = tuple(unit_tokens(unit.new or unit.old, vocabulary))
    keys = tuple(token.key for token in tokens if token.key)
    words = tuple(key for key in keys if key[0].isalnum() or key[-1].isalnum())
    return _Lone(unit, tokens, keys, words)


_Pair = tuple[_Lone, _Lone]


def _same(old: Sequence[_Lone], new: Sequence[_Lone]) -> list[_Pair]:
    """Pair units of one kind with the same words, the first with the first."""
    ours, theirs = _by_words(old), _by_words(new)
    found: list[_Pair] = []
    for key, some in ours.items():
        others = theirs.get(key, [])
        is_short = len(some[0].keys) < _FEW_WORDS
        if is_short and (len(some), len(others)) != (1, 1):
            continue
        found += zip(some, others, strict=False)
    return found


def _by_words(lone: Iterable[_Lone]) -> dict[Hashable, list[_Lone]]:
    found: dict[Hashable, list[_Lone]] = defaultdict(list)
    for one in lone:
        if one.keys:
            found[_kind(one), one.keys].append(one)
    return found


def _kind(lone: _Lone) -> type:
    return type(lone.unit.new or lone.unit.old)


def _alike(old: Sequence[_Lone], new: Sequence[_Lone]) -> list[_Pair]:
    """Pair long lines that are nearly the same, the most alike first."""
    ours, theirs = ([one for one in some if _is_long_line(one)] for some in (old, new))
    alike = sorted(
        (
            (share, ours[i], theirs[j])
            for i, j in _candidates(ours, theirs)
            if (share := _likeness(ours[i], theirs[j])) >= _LIKE
        ),
        key=lambda one: (-one[0], one[1].unit.place, one[2].unit.place),
    )
    found: list[_Pair] = []
    taken: set[int] = set()
    for _, one, other in alike:
        places = {one.unit.place, other.unit.place}
        if not places & taken:
            found.append((one, other))
            taken |= places
    return found


def _is_long_line(lone: _Lone) -> bool:
    return isinstance(lone.unit, Leaf) and len(lone.words) >= _LONG


def _candidates(old: Sequence[_Lone], new: Sequence[_Lone]) -> set[tuple[int, int]]:
    """Give the pairs that share a word which few others have."""
    places: dict[str, list[int]] = defaultdict(list)
    for j, other in enumerate(new):
        for key in set(other.words):
            places[key].append(j)
    counted = Counter(key for one in old for key in set(one.words))
    return {
        (i, j)
        for i, one in enumerate(old)
        for key in set(one.words)
        if counted[key] <= _RARE and len(places[key]) <= _RARE
        for j in places[key]
    }


def _likeness(old: _Lone, new: _Lone) -> float:
    if _kind(old) is not _kind(new):
        return 0.0
    return Indel.normalized_similarity(old.words, new.words)


def _move(old: _Lone, new: _Lone, kept: Sequence[int]) -> Move:
    """Say what became of a unit.

    Args:
        old: The unit at its old place.
        new: The unit at its new place.
        kept: The places, rising, of the units that are nearly the same in both texts.
    """
    first, last = sorted((old.unit.place, new.unit.place))
    if bisect(kept, first) == bisect(kept, last):
        kind = MoveKind.REGROUPED
    elif old.keys == new.keys:
        kind = MoveKind.MOVED
    else:
        kind = MoveKind.MOVED_AND_AMENDED
    words = () if old.tokens == new.tokens else diff_lines(old.tokens, new.tokens)
    return Move(kind=kind, source=old.unit, target=new.unit, words=words)
