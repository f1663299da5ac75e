"""Blocks back to Markdown: what import writes and `show` prints.

Reading the result gives the same words again, in the same blocks.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from duenotice.model.content import CodeBlock
from duenotice.model.content import Heading
from duenotice.model.content import List
from duenotice.model.content import Paragraph
from duenotice.model.content import Quote
from duenotice.model.content import Rule
from duenotice.model.content import Table
from duenotice.parse.serialise_inlines import Place
from duenotice.parse.serialise_inlines import write_inlines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from duenotice.model.content import Block
    from duenotice.model.content import Inline

__all__ = ["write_blocks", "write_inlines"]

_OTHER = {"-": "*", "*": "-"}
_LARGEST_NUMBER = 999_999_999
"""A list can't be numbered higher than this."""


def write_blocks(blocks: Iterable[Block]) -> str:
    """Give the Markdown of blocks, ending with a line feed where there is any."""
    text = _blocks(tuple(blocks))
    return f"{text}\n" if text else ""


def _blocks(
    blocks: tuple[Block, ...], *, gap: str = "\n\n", first_mark: str = "-"
) -> str:
    parts: list[str] = []
    previous: Block | None = None
    mark = first_mark
    for block in blocks:
        # Two lists in a row would become one: the other mark keeps them apart.
        if isinstance(block, List) and isinstance(previous, List):
            mark = _OTHER[mark]
        elif previous is not None:
            mark = "-"
        text = _block(block, mark)
        if text:
            parts.append(text)
            previous = block
    return gap.join(parts)


def _block(block: Block, mark: str) -> str:
    match block:
        case Paragraph(children):
            return write_inlines(children)
        case Heading(level, children):
            return f"{'#' * level} {write_inlines(children, Place.LINE)}".rstrip()
        case List():
            return _list(block, mark)
        case Quote(blocks):
            return _prefixed(_blocks(blocks), "> ", "> ")
        case CodeBlock():
            return _code_block(block)
        case Table():
            return _table(block)
        case Rule():
            return "___"  # no list's mark: in an item, "***" would be read as one


def _code_block(block: CodeBlock) -> str:
    # An info with a backtick can only stand behind tildes.
    sign = "~" if "`" in block.info else "`"
    runs = re.findall(rf"{sign}+", block.text)
    fence = sign * max(3, 1 + max(map(len, runs), default=0))
    ending = "" if block.text.endswith("\n") or not block.text else "\n"
    return f"{fence}{block.info}\n{block.text}{ending}{fence}"


def _list(block: List, mark: str) -> str:
    is_tight = block.tight and all(_can_be_tight(i.blocks) for i in block.items)
    gap = "\n" if is_tight else "\n\n"
    lines = []
    for number, item in enumerate(block.items, start=block.start):
        sign = "." if mark == "-" else ")"
        shown = min(number, _LARGEST_NUMBER)
        lead = f"{shown}{sign} " if block.ordered else f"{mark} "
        # Three marks in a row, without words, would be a rule across the page.
        first = "-" if block.ordered else _OTHER[mark]
        first = first if _is_wordless(item.blocks) else "-"
        body = _blocks(item.blocks, gap=gap, first_mark=first)
        lines.append(_prefixed(body, lead, " " * len(lead)))
    return gap.join(lines)


def _is_wordless(blocks: tuple[Block, ...]) -> bool:
    """Tell whether an item begins with nothing but the marks of lists."""
    match blocks:
        case ():
            return True
        case (List(items), *_):
            return _is_wordless(items[0].blocks)
        case _:
            return False


def _can_be_tight(blocks: tuple[Block, ...]) -> bool:
    """Tell whether each block is seen to begin where no blank line is before it."""
    return all(_interrupts(block, before) for before, block in pairwise(blocks))


def _interrupts(block: Block, before: Block) -> bool:
    match block:
        case Paragraph():
            return isinstance(before, Heading | CodeBlock | Rule)
        case List(items=items, ordered=ordered, start=start):
            starts_with_words = bool(items and items[0].blocks)
            return starts_with_words and (not ordered or start == 1)
        case Quote():
            return not isinstance(before, Quote)
        case Table():
            return isinstance(before, Paragraph | Heading | CodeBlock | Rule)
        case Heading() | CodeBlock() | Rule():
            return True


def _table(table: Table) -> str:
    marks = {"left": ":--", "right": "--:", "center": ":-:"}
    rows = [
        _row(table.header),
        "| " + " | ".join(marks.get(one, "---") for one in table.alignments) + " |",
        *map(_row, table.rows),
    ]
    return "\n".join(rows)


def _row(cells: tuple[tuple[Inline, ...], ...]) -> str:
    words = (write_inlines(cell, Place.LINE).replace("|", "\\|") for cell in cells)
    return "| " + " | ".join(words) + " |"


def _prefixed(text: str, first: str, rest: str) -> str:
    lines = text.split("\n")
    marks = [first, *[rest] * (len(lines) - 1)]
    return "\n".join(
        f"{mark}{line}" if line else mark.rstrip()
        for mark, line in zip(marks, lines, strict=True)
    )
