"""Blocks to HTML. Everything that is not markup made here is escaped."""

from __future__ import annotations

import re
import unicodedata
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
from duenotice.model.content import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from duenotice.model.content import Block
    from duenotice.model.content import Inline

SAFE_TARGET = re.compile(r"(?:https?://|mailto:|tel:|sms:|#)", re.IGNORECASE)
"""What a link may lead to. Other links lose their target and keep their words."""

_TITLE_LEVEL = 2
_DEEPEST_LEVEL = 6

# A table must fit on paper, whatever is in it. A word that is longer than its share of
# the letters in a line of the PDF may be broken anywhere; a table of many columns is
# set smaller and wider.
_WORDS = re.compile(r"(\s+)")
_WIDE_COLUMNS = 6
_NARROW_TABLE = 80
_WIDE_TABLE = 140
_GAP = 2


def blocks_html(blocks: Iterable[Block]) -> Markup:
    """Give the HTML of a section's blocks.

    Headings begin below the section's own title, which is a second-level one, and no
    level is left out, whatever the author wrote: those who have the page read to them
    move by the levels.
    """
    return Markup(_Writer().blocks(blocks))  # noqa: S704 - escaped below


def inlines_html(inlines: tuple[Inline, ...]) -> str:
    """Give the HTML of words inside a block."""
    return _inlines(inlines)


class _Writer:
    """Writes the blocks of one section."""

    def __init__(self) -> None:
        self._open: list[int] = []
        """The author's levels of the headings that are above the next block."""

    def blocks(self, blocks: Iterable[Block]) -> str:
        return "".join(f"{self._block(block)}\n" for block in blocks)

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph(children):
                return f"<p>{_inlines(children)}</p>"
            case Heading(level, children):
                return self._heading(level, children)
            case List():
                return self._list(block)
            case Quote(blocks):
                return f"<blockquote>\n{self.blocks(blocks)}</blockquote>"
            case CodeBlock(text):
                return f'<pre tabindex="0"><code>{escape(text)}</code></pre>'
            case Table():
                return _table(block)
            case Rule():
                return "<hr>"

    def _heading(self, level: int, children: tuple[Inline, ...]) -> str:
        if _is_blank(children):
            return ""
        while self._open and self._open[-1] >= level:
            self._open.pop()
        self._open.append(level)
        tag = f"h{min(_TITLE_LEVEL + len(self._open), _DEEPEST_LEVEL)}"
        return f"<{tag}>{_inlines(children)}</{tag}>"

    def _list(self, block: List) -> str:
        tag = "ol" if block.ordered else "ul"
        start = f' start="{block.start}"' if block.ordered and block.start != 1 else ""
        items = "\n".join(
            f"<li>{self._item(item.blocks, tight=block.tight)}</li>"
            for item in block.items
        )
        return f"<{tag}{start}>\n{items}\n</{tag}>"

    def _item(self, blocks: tuple[Block, ...], *, tight: bool) -> str:
        return "\n".join(
            _inlines(block.children)
            if tight and isinstance(block, Paragraph)
            else self._block(block)
            for block in blocks
        )


def _table(table: Table) -> str:
    columns = len(table.header)
    is_wide = columns >= _WIDE_COLUMNS
    room = (_WIDE_TABLE if is_wide else _NARROW_TABLE) // max(columns, 1) - _GAP
    css = "table wide" if is_wide else "table"
    head = _row("th", table.header, table.alignments, room)
    rows = "\n".join(_row("td", row, table.alignments, room) for row in table.rows)
    # A head alone heads nothing.
    parts = (
        f"<thead>\n{head}\n</thead>\n<tbody>\n{rows}" if rows else f"<tbody>\n{head}"
    )
    return (
        f'<div class="{css}" tabindex="0" role="group">'
        f"<table>\n{parts}\n</tbody>\n</table></div>"
    )


def _row(
    tag: str,
    cells: tuple[tuple[Inline, ...], ...],
    alignments: tuple[str, ...],
    room: int,
) -> str:
    scope = ' scope="col"' if tag == "th" else ""
    parts = []
    for cell, alignment in zip(cells, alignments, strict=False):
        css = f' class="{alignment}"' if alignment else ""
        parts.append(f"<{tag}{scope}{css}>{_inlines(cell, room)}</{tag}>")
    return f"<tr>{''.join(parts)}</tr>"


def _inlines(inlines: tuple[Inline, ...], room: int | None = None) -> str:
    return "".join(_inline(inline, room) for inline in inlines)


def _inline(inline: Inline, room: int | None) -> str:
    match inline:
        case Text(text):
            return _text(text, room)
        case Code(text):
            return f"<code>{_text(text, room)}</code>"
        case Emphasis(children):
            return f"<em>{_inlines(children, room)}</em>"
        case Strong(children):
            return f"<strong>{_inlines(children, room)}</strong>"
        case Link():
            return _link(inline, room)
        case Image(alternative):
            # A picture would be a request to somewhere; its words say what it shows.
            return _text(alternative, room)
        case Reference(first=first, words=words):
            return f'<a href="#{escape(first)}">{_text(words, room)}</a>'
        case LineBreak(hard):
            return "<br>\n" if hard else "\n"


def _text(text: str, room: int | None) -> str:
    """Escape a text; in a cell, mark the words that may be broken to fit in."""
    if room is None:
        return escape(text, quote=False)
    return "".join(
        f'<span class="long">{escape(word, quote=False)}</span>'
        if len(word) > room
        else escape(word, quote=False)
        for word in _WORDS.split(text)
    )


def _link(link: Link, room: int | None) -> str:
    words = _inlines(link.children, room)
    if SAFE_TARGET.match(link.target) is None or _is_blank(link.children):
        return words
    # In print an address follows the words of a link, unless it is itself the words.
    kind = ' class="address"' if plain_text(link.children) == link.target else ""
    hint = f' title="{escape(link.title)}"' if link.title else ""
    return f'<a href="{escape(link.target)}"{kind}{hint}>{words}</a>'


def _is_blank(inlines: tuple[Inline, ...]) -> bool:
    """Tell whether there is nothing to be seen, and so nothing to be heard."""
    kinds = (unicodedata.category(character)[0] for character in plain_text(inlines))
    return not any(kind in "LMNPS" for kind in kinds)
