"""Two documents to one merged tree."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.compare.alignment import align
from duenotice.compare.cutting import cut_alike
from duenotice.compare.document import PartHeading
from duenotice.compare.document import Row
from duenotice.compare.elements import Placed
from duenotice.compare.elements import PlacedParts
from duenotice.compare.elements import likeness
from duenotice.compare.nodes import Branch
from duenotice.compare.nodes import Leaf
from duenotice.compare.nodes import MovedPart
from duenotice.compare.nodes import Side
from duenotice.compare.parts import PartPair
from duenotice.compare.parts import match_parts
from duenotice.compare.words import diff_lines
from duenotice.model.content import List
from duenotice.model.content import Quote
from duenotice.model.content import Table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping
    from collections.abc import Sequence

    from duenotice.compare.document import Document
    from duenotice.compare.nodes import Element
    from duenotice.compare.nodes import Node
    from duenotice.compare.words import WordDiff

_LIKE = 0.45
"""The share of words from which two elements are one, amended."""

_LIKE_WIDE = 0.3
"""The same for lists, tables and quotes, whose elements are compared again."""


def merge(old: Document, new: Document) -> tuple[Node, ...]:
    """Merge two documents."""
    return tuple(_Merger(old, new).nodes())


class _Merger:
    """Merges two documents; numbers the nodes."""

    def __init__(self, old: Document, new: Document) -> None:
        self.old = PlacedParts(old)
        self.new = PlacedParts(new)
        self.places = itertools.count()

    def nodes(self) -> Iterator[Node]:
        """Give the merged tree in reading order."""
        matches = match_parts(self.old, self.new)
        gone = {pair.old: _PartMove(pair, Side.OLD) for pair in matches.moved}
        come = {pair.new: _PartMove(pair, Side.NEW) for pair in matches.moved}
        is_first = not matches.in_order or matches.in_order[0] != PartPair(0, 0)
        zones = matches.zones(len(self.old.parts), len(self.new.parts))
        for olds, news in zones:
            ours = list(_row(self.old, olds, gone))
            theirs = list(_row(self.new, news, come))
            yield from (self._merged if is_first else self._part)(ours, theirs)
            is_first = False

    def _part(self, ours: Sequence[_Item], theirs: Sequence[_Item]) -> Iterator[Node]:
        """Merge two rows of elements that begin with the same part."""
        if _has_head(ours) and _has_head(theirs):
            # They are the headings of one part, whatever became of the words.
            yield self._node(ours[0], theirs[0])
            ours, theirs = ours[1:], theirs[1:]
        yield from self._merged(ours, theirs)

    def _moved(self, move: _PartMove) -> MovedPart:
        place = next(self.places)
        ours = self.old.elements(move.pair.old)
        theirs = self.new.elements(move.pair.new)
        children = self._part(ours, [] if move.side is Side.OLD else theirs)
        return MovedPart(
            place=place, move=move.pair.new, side=move.side, children=tuple(children)
        )

    def _merged(self, ours: Sequence[_Item], theirs: Sequence[_Item]) -> Iterator[Node]:
        """Merge two rows of elements."""
        ours, theirs = cut_alike(ours, theirs)
        for i, j in align(ours, theirs, _gain):
            one = None if i is None else ours[i]
            other = None if j is None else theirs[j]
            yield self._node(one, other)

    def _node(self, old: _Item | None, new: _Item | None) -> Node:
        if isinstance(old, _PartMove):
            return self._moved(old)
        if isinstance(new, _PartMove):
            return self._moved(new)
        if any(one is not None and one.is_branch for one in (old, new)):
            return self._branch(old, new)
        return self._leaf(old, new)

    def _branch(self, old: Placed | None, new: Placed | None) -> Branch:
        place = next(self.places)
        ours = () if old is None else old.children
        theirs = () if new is None else new.children
        if _is_row(old) and _is_row(new) and len(ours) == len(theirs):
            pairs = zip(ours, theirs, strict=True)
            children = tuple(self._node(one, other) for one, other in pairs)
        else:
            children = tuple(self._merged(ours, theirs))
        return Branch(
            place=place,
            old=None if old is None else old.element,
            new=None if new is None else new.element,
            children=children,
            old_context=None if old is None else old.context,
            new_context=None if new is None else new.context,
        )

    def _leaf(self, old: Placed | None, new: Placed | None) -> Leaf:
        return Leaf(
            place=next(self.places),
            old=None if old is None else old.element,
            new=None if new is None else new.element,
            words=_words(old, new),
            old_context=None if old is None else old.context,
            new_context=None if new is None else new.context,
            cut=_cut(old, new),
        )


@dataclass(frozen=True, slots=True)
class _PartMove:
    """A part that moved, at one of its places: like no other element."""

    pair: PartPair
    side: Side
    words: frozenset[str] = frozenset()

    @property
    def key(self) -> _PartMove:
        return self


_Item = Placed | _PartMove


def _row(
    document: PlacedParts, places: range, moves: Mapping[int, _PartMove]
) -> Iterator[_Item]:
    """Give the elements of some parts, a moved one as a whole."""
    for place in places:
        if place in moves:
            yield moves[place]
        else:
            yield from document.elements(place)


def _is_row(placed: Placed | None) -> bool:
    return placed is not None and isinstance(placed.element, Row)


def _has_head(row: Sequence[_Item]) -> bool:
    first = row[0] if row else None
    return isinstance(first, Placed) and isinstance(first.element, PartHeading)


def _gain(old: _Item, new: _Item) -> float:
    """Say what it is worth to take two elements for one; 0 where they are two."""
    if not isinstance(old, Placed) or not isinstance(new, Placed):
        return 0.0
    is_wide = isinstance(old.element, List | Quote | Table)
    least = _LIKE_WIDE if is_wide else _LIKE
    share = likeness(old, new)
    return share * (len(old.keys) + len(new.keys) + 1) if share >= least else 0.0


def _cut(old: Placed | None, new: Placed | None) -> tuple[Side, Element] | None:
    if old is not None and old.whole is not None:
        return Side.OLD, old.whole
    if new is not None and new.whole is not None:
        return Side.NEW, new.whole
    return None


def _words(old: Placed | None, new: Placed | None) -> WordDiff:
    if old is None or new is None or old.element == new.element:
        return ()
    return diff_lines(old.tokens, new.tokens)
