"""Which moves Word can track, and what a section lost on its way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.compare import Branch
from duenotice.compare import Leaf
from duenotice.compare import MovedPart
from duenotice.compare import Side
from duenotice.compare.document import Row

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator

    from duenotice.compare import Comparison
    from duenotice.compare import Move
    from duenotice.compare import Node


class WordMoves:
    """The moves of a comparison."""

    def __init__(self, comparison: Comparison) -> None:
        """Look at all nodes."""
        self._moves = comparison.move_by_place
        self._framed = frozenset(_framed(comparison.nodes, is_framed=False))
        arrived = (
            leaf
            for node in comparison.nodes
            if isinstance(node, MovedPart) and node.side is Side.NEW
            for leaf in leaves(node.children)
        )
        self._lost = {id(one.old): one for one in arrived if one.side is Side.OLD}

    def at(self, place: int) -> Move | None:
        """Give the move that a node is one end of."""
        return self._moves.get(place)

    def is_tracked(self, move: Move) -> bool:
        """Tell whether Word can track it: its ends are lines of their own."""
        return self._framed.isdisjoint({move.source.place, move.target.place})

    def lost(self, leaf: Leaf) -> Leaf | None:
        """Give a line of a moved section's old place, if the new place lacks it.

        Returns:
            The node that stands for the same line at the section's new place.
        """
        return self._lost.get(id(leaf.old))


def leaves(nodes: Iterable[Node]) -> Iterator[Leaf]:
    """Give the lines in nodes."""
    for node in nodes:
        if isinstance(node, Leaf):
            yield node
        else:
            yield from leaves(node.children)


def _framed(nodes: Iterable[Node], *, is_framed: bool) -> Iterator[int]:
    """Give the places of what is in a table or in a section that moved."""
    for node in nodes:
        if is_framed:
            yield node.place
        match node:
            case Leaf():
                pass
            case Branch(children=children):
                is_row = isinstance(node.new or node.old, Row)
                if is_row:
                    yield node.place
                yield from _framed(children, is_framed=is_framed or is_row)
            case MovedPart(children=children):
                yield from _framed(children, is_framed=True)
