"""The tags of a PDF, finished: what a screen reader says, and what it leaves out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pydyf

from duenotice.render.pdf.artifacts import mark_artifacts
from duenotice.render.pdf.direction import is_leftward
from duenotice.render.pdf.lists import tidy_lists
from duenotice.render.pdf.page_breaks import join_pages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Sequence

    from duenotice.render.pdf.tag_tree import Mark
    from duenotice.render.pdf.tag_tree import TagTree

_HEADING = re.compile(r"/H([1-6])")


def finish_tags(tree: TagTree) -> list[str]:
    """Tidy lists, join what page breaks split, and take out what isn't text.

    Returns:
        The faults that a listener would meet.
    """
    tidy_lists(tree)
    join_pages(tree)
    nodes = list(tree.walk())
    faults = list(_find_faults(nodes))
    for node in nodes:
        _scope_cell(tree, node)
        if node["S"] == "/Link" and tree.at(node["P"])["S"] == "/Link":
            node["S"] = "/Span"  # the ::before or ::after of an `a`
        for mark in tree.marks(node):
            _finish_content(tree, node, mark)
    faults += mark_artifacts(tree, nodes)
    return faults


def _find_faults(nodes: Sequence[pydyf.Dictionary]) -> Iterator[str]:
    level = 0
    for node in nodes:
        if node["S"] == "/Figure" and "Alt" not in node:
            yield "a picture has no title"
        elif heading := _HEADING.fullmatch(node["S"]):
            before, level = level, int(heading[1])
            if level > before + 1:
                yield f"a heading of level {level} follows {before}"


def _scope_cell(tree: TagTree, node: pydyf.Dictionary) -> None:
    """Say of a header cell whether it is about its column or its row."""
    if node["S"] == "/TH":
        part = tree.at(tree.at(node["P"])["P"])
        node["A"]["Scope"] = "/Column" if part["S"] == "/THead" else "/Row"
        node.pop("ID", None)
    elif node["S"] == "/TD":
        node["A"].pop("Headers", None)


def _finish_content(tree: TagTree, node: pydyf.Dictionary, mark: Mark) -> None:
    language = tree.language(mark)
    if language != tree.root.get("lang"):
        node["Lang"] = pydyf.String(language)
    text = tree.text(mark)
    if is_leftward(text):
        # The glyphs are in the order of the eye; this is in that of the ear.
        node["ActualText"] = pydyf.String(text)
