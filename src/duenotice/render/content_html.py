"""Blocks to HTML. Everything that is not markup made here is escaped."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from markupsafe import Markup

from duenotice.model.content import Code
from duenotice.model.content import CodeBlock
from duenotice.model.content import Emphasis
from duenotice.model.content import Heading
from duenotice.model.content import Image
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

if TYPE_CHECKING:
    from collections.abc import Iterable

    from duenotice.model.content import Block
    from duenotice.model.content import Inline

SAFE_TARGET = re.compile(r"(?:https?://|mailto:|tel:|sms:|#)", re.IGNORECASE)
"""What a link may lead to. Other links lose their target and keep their words."""

_DEEPEST_HEADING = 6


def blocks_html(blocks: Iterable[Block]) -> Markup:
    """Give the HTML of a section's blocks.

    Headings go one level down, since the section's own title is a second-level one.
    """
    return Markup("".join(f"{_block(block)}\n" for block in blocks))  # noqa: S704


def _block(block: Block) -> str:
    match block:
        case Paragraph(children):
            return f"<p>{_inlines(children)}</p>"
        case Heading(level, children):
            tag = f"h{min(level + 1, _DEEPEST_HEADING)}"
            return f"<{tag}>{_inlines(children)}</{tag}>"
        case List():
            return _list(block)
        case Quote(blocks):
            return f"<blockquote>\n{blocks_html(blocks)}</blockquote>"
        case CodeBlock(text):
            return f'<pre tabindex="0"><code>{escape(text)}</code></pre>'
        case Table():
            return _table(block)
        case Rule():
            return "<hr>"


def _list(block: List) -> str:
    tag = "ol" if block.ordered else "ul"
    start = f' start="{block.start}"' if block.ordered and block.start != 1 else ""
    items = "\n".join(
        f"<li>{_item(item.blocks, tight=block.tight)}</li>" for item in block.items
    )
    return f"<{tag}{start}>\n{items}\n</{tag}>"


def _item(blocks: tuple[Block, ...], *, tight: bool) -> str:
    parts = [
        _inlines(block.children)
        if tight and isinstance(block, Paragraph)
        else _block(block)
        for block in blocks
    ]
    return "\n".join(parts)


def _table(table: Table) -> str:
    head = _row("th", table.header, table.alignments)
    rows = "\n".join(_row("td", row, table.alignments) for row in table.rows)
    body = f"<tbody>\n{rows}\n</tbody>\n" if rows else ""
    return (
        f'<div class="table" tabindex="0"><table>\n<thead>\n{head}\n</thead>\n'
        f"{body}</table></div>"
    )


def _row(
    tag: str, cells: tuple[tuple[Inline, ...], ...], alignments: tuple[str, ...]
) -> str:
    scope = ' scope="col"' if tag == "th" else ""
    parts = []
    for cell, alignment in zip(cells, alignments, strict=False):
        css = f' class="{alignment}"' if alignment else ""
        parts.append(f"<{tag}{scope}{css}>{_inlines(cell)}</{tag}>")
    return f"<tr>{''.join(parts)}</tr>"


def _inlines(inlines: tuple[Inline, ...]) -> str:
    return "".join(map(_inline, inlines))


def _inline(inline: Inline) -> str:
    match inline:
        case Text(text):
            return escape(text, quote=False)
        case Code(text):
            return f"<code>{escape(text, quote=False)}</code>"
        case Emphasis(children):
            return f"<em>{_inlines(children)}</em>"
        case Strong(children):
            return f"<strong>{_inlines(children)}</strong>"
        case Link(children, target, title):
            return _link(_inlines(children), target, title)
        case Image(alternative):
            # A picture would be a request to somewhere; its words say what it shows.
            return escape(alternative, quote=False)
        case Reference(first=first, words=words):
            return f'<a href="#{escape(first)}">{escape(words, quote=False)}</a>'
        case LineBreak(hard):
            return "<br>\n" if hard else "\n"


def _link(words: str, target: str, title: str) -> str:
    if SAFE_TARGET.match(target) is None:
        return words
    hint = f' title="{escape(title)}"' if title else ""
    return f'<a href="{escape(target)}"{hint}>{words}</a>'
