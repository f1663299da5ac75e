"""Takes the lines that tell the version or a date out of a source's blocks."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from dataclasses import field
from typing import TYPE_CHECKING

from duenotice.intake.account import Taken
from duenotice.intake.account import TakenKind
from duenotice.intake.cleaning import has_words
from duenotice.intake.printed import printed_line
from duenotice.model.content import Heading
from duenotice.model.content import LineBreak
from duenotice.model.content import Paragraph
from duenotice.model.content import plain_text

if TYPE_CHECKING:
    from duenotice.intake.parts import Part
    from duenotice.intake.printed import PrintedLine
    from duenotice.model.content import Block
    from duenotice.model.content import Inline


@dataclass(slots=True)
class PrintedTaker:
    """Takes printed versions and dates out, and keeps the account of it."""

    printed: list[PrintedLine] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)

    def take(self, part: Part) -> Part:
        """Take them out of a part, unless a section would be left without text."""
        rests = [_without_printed(block) for block in part.blocks]
        blocks = tuple(rest.block for rest in rests if rest.block is not None)
        found = [line for rest in rests for line in rest.printed]
        if not found or (part.heading is not None and not has_words(blocks)):
            return part
        self.printed += found
        self.taken += [
            Taken(kind=TakenKind.PRINTED_VERSION, words=one.words, line=one.line)
            for one in found
        ]
        return dataclasses.replace(part, blocks=blocks)


def is_printed(block: Block) -> bool:
    """Tell whether a block tells the version or dates and nothing else."""
    rest = _without_printed(block)
    return bool(rest.printed) and rest.block is None


@dataclass(frozen=True, slots=True)
class _Rest:
    block: Block | None
    printed: tuple[PrintedLine, ...] = ()


def _without_printed(block: Block) -> _Rest:
    match block:
        case Paragraph(children, number) | Heading(_, children, number):
            pass
        case _:
            return _Rest(block)
    kept: list[list[Inline]] = []
    found = []
    for at, line in enumerate(_lines(children)):
        printed = printed_line(plain_text(tuple(line)), number + at if number else None)
        if printed is None:
            kept.append(line)
        else:
            found.append(printed)
    if not found:
        return _Rest(block)
    words = tuple(inline for line in kept for inline in line)
    is_left = bool(plain_text(words).strip())
    rest = dataclasses.replace(block, children=words) if is_left else None
    return _Rest(rest, tuple(found))


def _lines(inlines: tuple[Inline, ...]) -> list[list[Inline]]:
    """Cut inlines after their line breaks."""
    lines: list[list[Inline]] = [[]]
    for inline in inlines:
        lines[-1].append(inline)
        if isinstance(inline, LineBreak):
            lines.append([])
    return lines
