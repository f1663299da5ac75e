"""Lists in the structure tree, as PDF/UA wants them.

A list holds items, an item a label and one body, and a list inside an item stands in
that item's body.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pydyf

if TYPE_CHECKING:
    from duenotice.render.pdf.tag_tree import TagTree


def tidy_lists(tree: TagTree) -> None:
    """Give each item one body, and each nested list its place in one."""
    for node in list(tree.walk()):
        if node["S"] == "/LI":
            _gather_body(tree, node)
    for node in list(tree.walk()):
        if node["S"] == "/L":
            _nest_lists(tree, node)
    for node in list(tree.walk()):
        if node["S"] == "/LBody":
            _order_kids(tree, node)


def _gather_body(tree: TagTree, item: pydyf.Dictionary) -> None:
    body = pydyf.Dictionary({**item, "S": "/LBody", "K": pydyf.Array()})
    tree.pdf.add_object(body)
    kids = tree.kids(item)
    item["K"] = pydyf.Array()
    for kid in kids:
        if kid["S"] == "/Lbl":
            item["K"].append(kid.reference)
        else:
            inner = kid["K"] if kid["S"] == "/LBody" else [kid.reference]
            tree.adopt(body, inner)
    tree.adopt(item, [body.reference])


def _nest_lists(tree: TagTree, parent: pydyf.Dictionary) -> None:
    items: list[pydyf.Dictionary] = []
    for kid in tree.kids(parent):
        if kid["S"] == "/L" and items and items[-1]["S"] == "/LI":
            body = tree.kids(items[-1])[-1]
            tree.adopt(body, [kid.reference])
        else:
            items.append(kid)
    parent["K"] = pydyf.Array(item.reference for item in items)


def _order_kids(tree: TagTree, body: pydyf.Dictionary) -> None:
    """Put a nested list back between what stands before and after it in its item."""
    places: list[tuple[int, int]] = []
    for kid in tree.kids(body):
        marks = [mark for node in tree.walk(kid) for mark in tree.marks(node)]
        before = places[-1] if places else (0, 0)
        first = min(((mark.page, mark.number) for mark in marks), default=before)
        places.append(first)
    kids = sorted(zip(places, body["K"], strict=True), key=lambda pair: pair[0])
    body["K"] = pydyf.Array(kid for _, kid in kids)
