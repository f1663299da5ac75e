"""Markdown to blocks. The only module that imports markdown-it-py.

The grammar is CommonMark with pipe tables. Raw HTML is not read as markup: it stays
text, so that nothing an author writes can run in a reader's browser.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from duenotice.model.content import Code
from duenotice.model.content import CodeBlock
from duenotice.model.content import Emphasis
from duenotice.model.content import Heading
from duenotice.model.content import Image
from duenotice.model.content import Item
from duenotice.model.content import LineBreak
from duenotice.model.content import Link
from duenotice.model.content import List
from duenotice.model.content import Paragraph
from duenotice.model.content import Quote
from duenotice.model.content import Reference
from duenotice.model.content import Rule
from duenotice.model.content import Strong
from duenotice.model.content import Table
from duenotice.model.content import Text
from duenotice.model.content import plain_text
from duenotice.parse.schema import ID_FORM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duenotice.model.content import Block
    from duenotice.model.content import Inline

# The parser leaves out what is nested deeper; a section's file is refused long before.
_MAX_LEVEL = 1000


class NestingTooDeepError(Exception):
    """Part of a text would be lost: it is nested beyond all sense."""


_REFERENCE = re.compile(rf"#({ID_FORM})(?:\.\.({ID_FORM}))?", re.ASCII)


def parse_blocks(source: str, *, first_line: int = 1) -> tuple[Block, ...]:
    """Read Markdown.

    Args:
        source: The text, with line feeds.
        first_line: The number of its first line in the file.

    Raises:
        NestingTooDeepError: Part of the text would be lost.
    """
    try:
        tokens = _grammar().parse(source)
        if any(token.level >= _MAX_LEVEL for token in tokens):
            raise NestingTooDeepError
        return _blocks(SyntaxTreeNode(tokens).children, first_line)
    except RecursionError as error:
        raise NestingTooDeepError from error


@functools.cache
def _grammar() -> MarkdownIt:
    options = {"html": False, "maxNesting": _MAX_LEVEL}
    return MarkdownIt("commonmark", options).enable("table")


def _blocks(nodes: Sequence[SyntaxTreeNode], first_line: int) -> tuple[Block, ...]:
    return tuple(_block(node, first_line) for node in nodes)


def _block(node: SyntaxTreeNode, first: int) -> Block:
    line = first + node.map[0] if node.map else first
    match node.type:
        case "paragraph":
            return Paragraph(_inlines(node), line)
        case "heading":
            return Heading(int(node.tag[1]), _inlines(node), line)
        case "bullet_list" | "ordered_list":
            return _list(node, first, line)
        case "blockquote":
            return Quote(_blocks(node.children, first), line)
        case "fence" | "code_block":
            return CodeBlock(node.content, node.info.strip(), line)
        case "table":
            return _table(node, line)
        case "hr":
            return Rule(line)
        case other:
            message = f"no block is made of {other!r}"
            raise AssertionError(message)


def _list(node: SyntaxTreeNode, first: int, line: int) -> List:
    items = tuple(
        Item(_blocks(item.children, first), first + item.map[0] if item.map else line)
        for item in node.children
    )
    tight = any(
        child.type == "paragraph" and child.hidden
        for item in node.children
        for child in item.children
    )
    ordered = node.type == "ordered_list"
    start = int(node.attrs.get("start", 1)) if ordered else 1
    return List(items, ordered, start, tight, line)


def _table(node: SyntaxTreeNode, line: int) -> Table:
    head, *bodies = node.children
    header_row = head.children[0]
    rows = [row for body in bodies for row in body.children]
    return Table(
        tuple(_inlines(cell) for cell in header_row.children),
        tuple(tuple(_inlines(cell) for cell in row.children) for row in rows),
        tuple(_alignment(cell) for cell in header_row.children),
        line,
    )


def _alignment(cell: SyntaxTreeNode) -> str:
    return str(cell.attrs.get("style", "")).removeprefix("text-align:")


def _inlines(node: SyntaxTreeNode) -> tuple[Inline, ...]:
    (inline,) = node.children
    return _joined(inline.children)


def _joined(nodes: Sequence[SyntaxTreeNode]) -> tuple[Inline, ...]:
    """Convert, and make one text of neighbouring ones (escapes split them)."""
    found: list[Inline] = []
    for node in nodes:
        inline = _inline(node)
        match inline, found[-1:]:
            case Text(""), _:
                continue
            case Text(text), [Text(before)]:
                found[-1] = Text(before + text)
            case _:
                found.append(inline)
    return tuple(found)


def _inline(node: SyntaxTreeNode) -> Inline:
    match node.type:
        case "text" | "text_special" | "html_inline":
            return Text(node.content)
        case "code_inline":
            return Code(node.content)
        case "em":
            return Emphasis(_joined(node.children))
        case "strong":
            return Strong(_joined(node.children))
        case "link":
            return _link(node)
        case "image":
            alternative = plain_text(_joined(node.children))
            return Image(alternative, str(node.attrs["src"]))
        case "softbreak":
            return LineBreak(hard=False)
        case "hardbreak":
            return LineBreak(hard=True)
        case other:
            message = f"no inline is made of {other!r}"
            raise AssertionError(message)


def _link(node: SyntaxTreeNode) -> Inline:
    children = _joined(node.children)
    target = str(node.attrs["href"])
    reference = _REFERENCE.fullmatch(target)
    if reference is not None and children in {(), (Text("#"),)}:
        return Reference(reference[1], reference[2], number_only=bool(children))
    return Link(children, target, str(node.attrs.get("title", "")))
