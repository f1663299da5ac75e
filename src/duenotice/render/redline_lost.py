"""What sections lost when they moved: it is only seen at their old places."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from duenotice.compare import Branch
from duenotice.compare import Leaf
from duenotice.compare import MovedPart
from duenotice.compare import Side

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator
    from collections.abc import Mapping
    from collections.abc import Sequence

    from duenotice.compare import Element
    from duenotice.compare import Node


class LostPlaces:
    """The places of what sections lost, by what stands at their old places.

    A changed node has its place in the tree where the section is now, and nothing of
    the old text is shown there beside the new one.
    """

    def __init__(self, nodes: Iterable[Node]) -> None:
        """Look at the sections that moved."""
        places: dict[int, list[int]] = defaultdict(list)
        for node in nodes:
            if isinstance(node, MovedPart) and node.side is Side.NEW:
                for element, place in _lost(node.children):
                    places[id(element)].append(place)
        self._places: Mapping[int, Sequence[int]] = dict(places)

    def of(self, element: Element | None) -> Sequence[int]:
        """Give the places of an element, or of its pieces if it was cut."""
        return self._places.get(id(element), ())


def _lost(nodes: Iterable[Node]) -> Iterator[tuple[Element | None, int]]:
    for node in nodes:
        if isinstance(node, Leaf | Branch) and node.side is Side.OLD:
            cut = node.cut if isinstance(node, Leaf) else None
            yield (node.old if cut is None else cut[1]), node.place
        if not isinstance(node, Leaf):
            yield from _lost(node.children)
