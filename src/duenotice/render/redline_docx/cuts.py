"""Paragraphs that are several in the other text: where each text has no end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.compare import Side
from duenotice.render.redline_docx.moves import leaves

if TYPE_CHECKING:
    from collections.abc import Iterable

    from duenotice.compare import Leaf
    from duenotice.compare import Node


class Cuts:
    """The pieces that paragraphs were cut into."""

    def __init__(self, nodes: Iterable[Node]) -> None:
        """Find the last piece of each."""
        self._last: dict[int, int] = {}
        for leaf in leaves(nodes):
            if leaf.cut is not None and leaf.side in {leaf.cut[0], Side.BOTH}:
                self._last[id(leaf.cut[1])] = leaf.place

    def goes_on(self, leaf: Leaf, side: Side) -> bool:
        """Tell whether, in one of the texts, its paragraph goes on behind it."""
        if leaf.cut is None or leaf.cut[0] is not side:
            return False
        return self._last.get(id(leaf.cut[1]), leaf.place) != leaf.place
