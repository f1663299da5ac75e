"""Which stretches of a redline are shown at once, and which are folded."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from duenotice.compare import Branch
from duenotice.compare import Difference
from duenotice.compare import Leaf
from duenotice.compare import MovedPart
from duenotice.compare import PartHeading
from duenotice.compare.nodes import is_set_anew

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duenotice.compare import Node


def shown_places(nodes: Sequence[Node]) -> frozenset[int]:
    """Give the nodes that are not folded: changed ones, with heading and lead-in."""
    shown: set[int] = set()
    heading: Node | None = None
    before: Node | None = None
    for node in nodes:
        if isinstance(node, Leaf) and isinstance(node.new, PartHeading):
            heading = node
        if _has_change(node):
            shown |= {one.place for one in (heading, before, node) if one is not None}
        before = node
    return frozenset(shown | _short_gaps(nodes, shown))


def _short_gaps(nodes: Sequence[Node], shown: set[int]) -> set[int]:
    """Give what lies alone between two shown nodes: folding it would save nothing."""
    found: set[int] = set()
    for is_shown, group in groupby(nodes, key=lambda node: node.place in shown):
        places = {node.place for node in group}
        if not is_shown and len(places) < _LEAST_FOLDED:
            found |= places
    return found


_LEAST_FOLDED = 2


def _has_change(node: Node) -> bool:
    match node:
        case Leaf():
            # Other numbers follow from a change elsewhere: they're marked, and no more.
            is_only_number = node.differences == {Difference.REFERENCE}
            return is_set_anew(node) or not (node.is_same or is_only_number)
        case Branch(children=children):
            return is_set_anew(node) or any(map(_has_change, children))
        case MovedPart():
            return True
