"""What page breaks do to the structure tree.

WeasyPrint makes a node of each part of an element that runs over several pages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pydyf

if TYPE_CHECKING:
    from duenotice.render.pdf.tag_tree import TagTree

_ROLE_BY_TAG = {
    "article": "/Art",
    "blockquote": "/BlockQuote",
    "dd": "/LI",
    "div": "/Div",
    "dl": "/L",
    "dt": "/LI",
    "li": "/LI",
    "main": "/Part",
    "ol": "/L",
    "p": "/P",
    "section": "/Sect",
    "table": "/Table",
    "tbody": "/TBody",
    "ul": "/L",
}
"""What WeasyPrint makes of the elements that a page break may split."""


def join_pages(tree: TagTree) -> None:
    """Make one node again of the parts that page breaks left of an element."""
    parts = tree.kids(tree.document)
    joined = parts[:1]
    for part in parts[1:]:
        if not _join(tree, joined[-1], part, depth=0):
            joined.append(part)
    tree.document["K"] = pydyf.Array(part.reference for part in joined)


def _join(
    tree: TagTree, first: pydyf.Dictionary, second: pydyf.Dictionary, *, depth: int
) -> bool:
    """Put the second part into the first if both are of one HTML element."""
    if not _is_split(tree, first, second, depth=depth):
        return False
    before, after = tree.kids(first), tree.kids(second)
    if "/THead" in [kid["S"] for kid in before]:
        # What follows repeats the head for the eyes alone.
        after = [kid for kid in after if kid["S"] != "/THead"]
    deeper = depth if first["S"] == "/LBody" else depth + 1
    if before and after and _join(tree, before[-1], after[0], depth=deeper):
        del after[0]
    tree.adopt(first, [kid.reference for kid in after])
    return True


def _is_split(
    tree: TagTree, first: pydyf.Dictionary, second: pydyf.Dictionary, *, depth: int
) -> bool:
    last, then = tree.mark_at(first, -1), tree.mark_at(second, 0)
    if not last or not then or last.page == then.page or first["S"] != second["S"]:
        return False
    if first["S"] == "/LBody":
        return True
    lineage = tree.lineage(last)[: depth + 1]
    if len(lineage) <= depth or lineage != tree.lineage(then)[: depth + 1]:
        return False
    return bool(first["S"] == _ROLE_BY_TAG.get(lineage[depth].tag, "/NonStruct"))
