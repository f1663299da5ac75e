"""The lines that tell the version or a date, and what a block is without them."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.intake.printed import printed_line
from duenotice.model.content import Heading
from duenotice.model.content import LineBreak
from duenotice.model.content import Paragraph
from duenotice.model.content import plain_text

if TYPE_CHECKING:
    from duenotice.intake.printed import PrintedLine
    from duenotice.model.content import Block
    from duenotice.model.content import Inline


def is_printed(block: Block) -> bool:
    """Tell whether a block tells the version or dates and nothing else."""
    rest = without_printed(block)
    return bool(rest.printed) and rest.block is None


@dataclass(frozen=True, slots=True)
class Rest:
    """A block without such lines."""

    block: Block | None
    """Nothing where no word is left."""

    printed: tuple[PrintedLine, ...] = ()


def without_printed(block: Block) -> Rest:
    """Part a block from the lines that tell the version or dates."""
    match block:
        case Paragraph(children, number) | Heading(_, children, number):
            pass
        case _:
            return Rest(block)
    kept: list[list[Inline]] = []
    found = []
    for at, line in enumerate(_lines(children)):
        printed = printed_line(plain_text(tuple(line)), number + at if number else None)
        if printed is None:
            kept.append(line)
        else:
            found.append(printed)
    if not found:
        return Rest(block)
    words = tuple(inline for line in kept for inline in line)
    is_left = bool(plain_text(words).strip())
    rest = dataclasses.replace(block, children=words) if is_left else None
    return Rest(rest, tuple(found))


def _lines(inlines: tuple[Inline, ...]) -> list[list[Inline]]:
    """Cut inlines after their line breaks."""
    lines: list[list[Inline]] = [[]]
    for inline in inlines:
        lines[-1].append(inline)
        if isinstance(inline, LineBreak):
            lines.append([])
    return lines
