"""Blocks with their words changed: one walk for whoever changes them."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import TYPE_CHECKING

from duenotice.model.content import CodeBlock
from duenotice.model.content import Emphasis
from duenotice.model.content import Heading
from duenotice.model.content import Inline
from duenotice.model.content import Item
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
    from duenotice.model.content import Block

InlineChange = Callable[[Inline, bool], Inline]
"""Gives what stands for an inline; the second argument tells whether it comes first."""


def change_blocks(blocks: tuple[Block, ...], change: InlineChange) -> tuple[Block, ...]:
    """Give the blocks with every inline changed, outer ones first."""
    return tuple(_change_block(block, change) for block in blocks)


def change_inlines(
    inlines: tuple[Inline, ...], change: InlineChange
) -> tuple[Inline, ...]:
    """Give the inlines changed, and those inside them."""
    return tuple(
        _change_inside(change(inline, index == 0), change)
        for index, inline in enumerate(inlines)
    )


def reference_as_link(inline: Inline, _starts: bool = False) -> Inline:  # noqa: FBT001, FBT002
    """Give a reference as a link with its words; everything else as it is."""
    match inline:
        case Reference(first=first, words=words):
            return Link((Text(words),), f"#{first}")
        case _:
            return inline


def _change_block(block: Block, change: InlineChange) -> Block:
    match block:
        case Paragraph(children=children) | Heading(children=children):
            return dataclasses.replace(block, children=change_inlines(children, change))
        case List(items=items):
            changed = tuple(
                Item(change_blocks(i.blocks, change), i.line) for i in items
            )
            return dataclasses.replace(block, items=changed)
        case Quote(blocks=blocks):
            return dataclasses.replace(block, blocks=change_blocks(blocks, change))
        case Table(header=header, rows=rows):
            return dataclasses.replace(
                block,
                header=tuple(change_inlines(cell, change) for cell in header),
                rows=tuple(
                    tuple(change_inlines(cell, change) for cell in row) for row in rows
                ),
            )
        case CodeBlock() | Rule():
            return block


def _change_inside(inline: Inline, change: InlineChange) -> Inline:
    match inline:
        case Emphasis(children) | Strong(children):
            return dataclasses.replace(
                inline, children=change_inlines(children, change)
            )
        case Link(children=children):
            return dataclasses.replace(
                inline, children=change_inlines(children, change)
            )
        case _:
            return inline
