"""What is seen on a page and not heard: running heads, and table heads repeated."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pydyf

from duenotice.render.pdf.tag_tree import Mark
from duenotice.render.pdf.tag_tree import is_node

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Sequence

    from duenotice.render.pdf.tag_tree import TagTree


def mark_artifacts(tree: TagTree, nodes: Sequence[pydyf.Dictionary]) -> Iterator[str]:
    """Make artifacts of what isn't in the tree any more, and drop its nodes.

    Yields:
        Each text that would be lost to a listener, as a fault.
    """
    kept = {mark for node in nodes for mark in tree.marks(node)}
    for page, references in enumerate(tree.references_by_page()):
        stream = tree.stream(page)
        places = _find_marks(stream)
        for number in range(len(references)):
            mark = Mark(page, number)
            if mark not in kept:
                if _is_unheard(tree, mark):
                    yield f'"{tree.text(mark)}" would be seen and not heard'
                references[number] = b"null"
                place = places[number]
                stream.stream[place - 1] = b"/Artifact"
                stream.stream[place] = pydyf.Dictionary({"Type": "/Pagination"})
    numbers = {node.number for node in nodes}
    for each in tree.pdf.objects:
        if is_node(each) and each.number not in numbers:
            _drop(tree, each)


def _is_unheard(tree: TagTree, mark: Mark) -> bool:
    """Tell whether a text is lost, and no margin box or head that is repeated."""
    if tree.box(mark).element is None:
        return False
    return "thead" not in [element.tag for element in tree.lineage(mark)]


def _find_marks(stream: pydyf.Stream) -> dict[int, int]:
    """Map the number of each piece of marked content to its place in the stream."""
    return {
        token["MCID"]: place
        for place, token in enumerate(stream.stream)
        if isinstance(token, pydyf.Dictionary) and "MCID" in token
    }


def _drop(tree: TagTree, node: pydyf.Dictionary) -> None:
    """Take out a node, and what a click on it would do."""
    for link in tree.annotations(node):
        tree.at(node["Pg"])["Annots"].remove(link.reference)
        place = tree.parents.index(link["StructParent"])
        del tree.parents[place : place + 2]
        link.clear()
    node.clear()
