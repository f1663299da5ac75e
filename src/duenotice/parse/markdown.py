"""Markdown to blocks. The only module that imports markdown-it-py.

The grammar is CommonMark with pipe tables. Raw HTML is not read as markup: it stays
text, so that nothing an author writes can run in a reader's browser.
"""

from __future__ import annotations

import functools
import itertools
import re
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

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
from duenotice.parse.scalars import ID_FORM

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator

    from markdown_it.token import Token

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
        return _Reader(tokens, first_line).blocks()
    except RecursionError as error:
        raise NestingTooDeepError from error


@functools.cache
def _grammar() -> MarkdownIt:
    options = {"html": False, "maxNesting": _MAX_LEVEL}
    return MarkdownIt("commonmark", options).enable("table")


class _Reader:
    """Makes blocks out of the parser's flat row of tokens."""

    def __init__(self, tokens: Iterable[Token], first_line: int) -> None:
        self._tokens = iter(tokens)
        self._first = first_line

    def blocks(self, end: str = "") -> tuple[Block, ...]:
        """Read the blocks up to a token that closes what they are in."""
        return tuple(map(self._block, self._until(end)))

    def _until(self, end: str) -> Iterator[Token]:
        return itertools.takewhile(lambda token: token.type != end, self._tokens)

    def _line(self, token: Token) -> int:
        return self._first + (token.map[0] if token.map else 0)

    def _block(self, token: Token) -> Block:
        line = self._line(token)
        match token.type:
            case "paragraph_open":
                return Paragraph(self._words(), line)
            case "heading_open":
                return Heading(int(token.tag[1]), self._words(), line)
            case "bullet_list_open" | "ordered_list_open":
                return self._list(token, line)
            case "blockquote_open":
                return Quote(self.blocks("blockquote_close"), line)
            case "fence" | "code_block":
                return CodeBlock(token.content, token.info.strip(), line)
            case "table_open":
                return self._table(line)
            case "hr":
                return Rule(line)
            case other:
                message = f"no block is made of {other!r}"
                raise AssertionError(message)

    def _words(self) -> tuple[Inline, ...]:
        """Read the words between the token that opens a block and the one after."""
        inline = next(self._tokens)
        next(self._tokens)
        return _inlines(iter(inline.children or ()))

    def _list(self, opening: Token, line: int) -> List:
        items = []
        is_tight = False
        for item in self._until(opening.type.replace("open", "close")):
            blocks = []
            for token in self._until("list_item_close"):
                # In a tight list, paragraphs are there without their marks.
                is_tight |= token.type == "paragraph_open" and token.hidden
                blocks.append(self._block(token))
            items.append(Item(tuple(blocks), self._line(item)))
        is_ordered = opening.type == "ordered_list_open"
        start = int(opening.attrs.get("start", 1)) if is_ordered else 1
        return List(tuple(items), is_ordered, start, is_tight, line)

    def _table(self, line: int) -> Table:
        rows: list[list[tuple[Inline, ...]]] = []
        alignments = []
        for token in self._until("table_close"):
            if token.type == "tr_open":
                rows.append([])
            elif token.type in {"th_open", "td_open"}:
                rows[-1].append(self._words())
                if len(rows) == 1:
                    style = str(token.attrs.get("style", ""))
                    alignments.append(style.removeprefix("text-align:"))
        header, *body = map(tuple, rows)
        return Table(header, tuple(body), tuple(alignments), line)


def _inlines(tokens: Iterator[Token], end: str = "") -> tuple[Inline, ...]:
    """Read words, and make one text of neighbouring ones (escapes split them)."""
    found: list[Inline] = []
    for token in tokens:
        if token.type == end:
            break
        inline = _inline(token, tokens)
        match inline, found[-1:]:
            case Text(""), _:
                continue
            case Text(text), [Text(before)]:
                found[-1] = Text(before + text)
            case _:
                found.append(inline)
    return tuple(found)


def _inline(token: Token, following: Iterator[Token]) -> Inline:
    match token.type:
        case "text" | "text_special":
            return Text(token.content)
        case "code_inline":
            return Code(token.content)
        case "em_open":
            return Emphasis(_inlines(following, "em_close"))
        case "strong_open":
            return Strong(_inlines(following, "strong_close"))
        case "link_open":
            return _link(token, _inlines(following, "link_close"))
        case "image":
            alternative = plain_text(_inlines(iter(token.children or ())))
            return Image(alternative, str(token.attrs["src"]))
        case "softbreak":
            return LineBreak(hard=False)
        case "hardbreak":
            return LineBreak(hard=True)
        case other:
            message = f"no inline is made of {other!r}"
            raise AssertionError(message)


def _link(token: Token, children: tuple[Inline, ...]) -> Inline:
    target = str(token.attrs["href"])
    reference = _REFERENCE.fullmatch(target)
    if reference is not None and children in {(), (Text("#"),)}:
        return Reference(reference[1], reference[2], number_only=bool(children))
    return Link(children, target, str(token.attrs.get("title", "")))
