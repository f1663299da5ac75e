"""Blocks with some of their inlines replaced by any number of others."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import TYPE_CHECKING

from duenotice.model.content import CodeBlock
from duenotice.model.content import Emphasis
from duenotice.model.content import Heading
from duenotice.model.content import Inline
from duenotice.model.content import Item
from duenotice.model.content import List
from duenotice.model.content import Paragraph
from duenotice.model.content import Quote
from duenotice.model.content import Rule
from duenotice.model.content import Strong
from duenotice.model.content import Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from duenotice.model.content import Block

Replacement = Callable[[Inline, int], tuple[Inline, ...]]
"""Gives what stands for an inline; the number is the line of its block."""


def spliced(blocks: Iterable[Block], replace: Replacement) -> tuple[Block, ...]:
    """Give the blocks with every inline replaced, inner ones before outer ones.

    What stands in a link is handed over with the link, and not before it.
    """
    return tuple(_block(block, replace) for block in blocks)


def _block(block: Block, replace: Replacement) -> Block:
    line = block.line
    match block:
        case Paragraph(children) | Heading(children=children):
            return dataclasses.replace(
                block, children=_inlines(children, replace, line)
            )
        case List(items=items):
            changed = tuple(
                Item(spliced(item.blocks, replace), item.line) for item in items
            )
            return dataclasses.replace(block, items=changed)
        case Quote(blocks=inner):
            return dataclasses.replace(block, blocks=spliced(inner, replace))
        case Table(header, rows):
            return dataclasses.replace(
                block,
                header=tuple(_inlines(cell, replace, line) for cell in header),
                rows=tuple(
                    tuple(_inlines(cell, replace, line) for cell in row) for row in rows
                ),
            )
        case CodeBlock() | Rule():
            return block


def _inlines(
    inlines: tuple[Inline, ...], replace: Replacement, line: int
) -> tuple[Inline, ...]:
    found: list[Inline] = []
    for inline in inlines:
        match inline:
            case Emphasis(children) | Strong(children):
                inner = _inlines(children, replace, line)
                found += replace(dataclasses.replace(inline, children=inner), line)
            case _:
                found += replace(inline, line)
    return tuple(found)
