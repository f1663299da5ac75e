"""Blocks of any source to blocks that a section can hold.

A section shows no pictures, only their words; it has no references that another program
made; and its lists and quotes are nested within reason. No word is lost.
"""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from dataclasses import field
from typing import TYPE_CHECKING

from duenotice.checks.wording import shown
from duenotice.intake.account import Remark
from duenotice.intake.words import visible
from duenotice.model.content import Code
from duenotice.model.content import CodeBlock
from duenotice.model.content import Heading
from duenotice.model.content import Image
from duenotice.model.content import Item
from duenotice.model.content import List
from duenotice.model.content import Paragraph
from duenotice.model.content import Quote
from duenotice.model.content import Reference
from duenotice.model.content import Rule
from duenotice.model.content import Strong
from duenotice.model.content import Text
from duenotice.model.content import plain_text
from duenotice.model.content import walk_lines
from duenotice.parse.rewriting import change_blocks

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator

    from duenotice.model.content import Block
    from duenotice.model.content import Inline

_DEEPEST = 8
_MARGIN = re.compile(r"^[ \t]{24,}", re.MULTILINE)
"""So much white space at a line's start is read as deep nesting."""

_HEADING_MOST = 100
_PROSE_ENDS = (".", ",", ";", ":")


@dataclass(slots=True)
class BlockCleaner:
    """Cleans the blocks of a source."""

    remarks: list[Remark] = field(default_factory=list)

    def clean(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        """Give the blocks without what a section can't hold."""
        kept = tuple(self._flat(tuple(blocks), 0))
        if not any(isinstance(block, Heading) for block in kept):
            kept = self._with_headings(kept)
        return change_blocks(kept, self._plain)

    def _flat(self, blocks: tuple[Block, ...], depth: int) -> Iterator[Block]:
        for block in blocks:
            if isinstance(block, Rule):
                continue
            if not has_words((block,)):
                continue
            if depth >= _DEEPEST and isinstance(block, List | Quote):
                yield from _unnested(block)
            elif isinstance(block, List):
                items = tuple(
                    Item(tuple(self._flat(item.blocks, depth + 1)), item.line)
                    for item in block.items
                    if has_words(item.blocks)
                )
                yield dataclasses.replace(block, items=items)
            elif isinstance(block, Quote):
                inner = tuple(self._flat(block.blocks, depth + 1))
                yield dataclasses.replace(block, blocks=inner)
            elif isinstance(block, CodeBlock):
                yield dataclasses.replace(
                    block, text=_MARGIN.sub("  ", visible(block.text))
                )
            else:
                yield block

    def _plain(self, inline: Inline, _starts: bool) -> Inline:  # noqa: FBT001
        match inline:
            case Image(alternative):
                if alternative.strip():
                    self.remarks.append(
                        Remark(
                            message="a picture became its alternative text "
                            f"{shown(alternative)}",
                            hint="Say in the text what the picture says.",
                        )
                    )
                return Text(alternative)
            case Text(text):
                return Text(visible(text))
            case Code(text):
                return Code(visible(text))
            case Reference(number_only=number_only):
                return Text("#" if number_only else "")
            case _:
                return inline

    def _with_headings(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Make headings of strong paragraphs where a text has no others."""
        found = tuple(map(_as_heading, blocks))
        made = [one for one in found if isinstance(one, Heading)]
        if made:
            self.remarks.append(
                Remark(
                    message=f"{len(made)} short paragraphs in bold, from "
                    f"{shown(plain_text(made[0].children))} on, were taken for "
                    "headings, since the text has no others",
                    hint="If some are none, move their words and the text below them "
                    "into the section before.",
                    line=made[0].line,
                )
            )
        return found


def has_words(blocks: tuple[Block, ...]) -> bool:
    """Tell whether blocks have any words."""
    return any(plain_text(line.inlines).strip() for line in walk_lines(blocks))


def _unnested(block: List | Quote) -> Iterator[Block]:
    """Give the lines of what is nested too deeply as paragraphs."""
    for line in walk_lines((block,)):
        if plain_text(line.inlines).strip():
            yield Paragraph(line.inlines, line.number)


def _as_heading(block: Block) -> Block:
    match block:
        case Paragraph((Strong(children),), line):
            words = plain_text(children).strip()
            if len(words) <= _HEADING_MOST and not words.endswith(_PROSE_ENDS):
                return Heading(2, children, line)
        case _:
            pass
    return block
