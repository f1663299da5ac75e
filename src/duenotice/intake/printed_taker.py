"""Takes the lines that tell the version or a date out of a source's parts."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from dataclasses import field
from typing import TYPE_CHECKING

from duenotice.intake.account import Taken
from duenotice.intake.account import TakenKind
from duenotice.intake.cleaning import has_words
from duenotice.intake.printed_blocks import without_printed

if TYPE_CHECKING:
    from duenotice.intake.parts import Part
    from duenotice.intake.printed import PrintedLine


@dataclass(slots=True)
class PrintedTaker:
    """Takes printed versions and dates out, and keeps the account of it."""

    printed: list[PrintedLine] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)

    def take(self, part: Part) -> Part:
        """Take them out of a part, unless a section would be left without text."""
        rests = [without_printed(block) for block in part.blocks]
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
