"""Plain text to blocks.

Nothing in a plain text says what it is: headings, lists and addresses are told by their
signs, by their length and by the blank lines around them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from dataclasses import field
from typing import TYPE_CHECKING

from duenotice.checks.wording import shown
from duenotice.intake.account import Remark
from duenotice.intake.account import Taken
from duenotice.intake.account import TakenKind
from duenotice.intake.source import SourceText
from duenotice.intake.text_headings import HeadingFinder
from duenotice.intake.text_lines import hyphenated
from duenotice.intake.text_lines import joined
from duenotice.intake.text_lines import stanzas
from duenotice.intake.text_lists import ListMaker
from duenotice.intake.text_units import UnitCutter
from duenotice.intake.text_units import UnitKind
from duenotice.intake.words import split_words
from duenotice.model.content import Heading
from duenotice.model.content import LineBreak
from duenotice.model.content import Link
from duenotice.model.content import Paragraph
from duenotice.model.content import Text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator

    from duenotice.intake.text_lines import SourceLine
    from duenotice.intake.text_units import Unit
    from duenotice.model.content import Block
    from duenotice.model.content import Inline

_ADDRESS = re.compile(
    r"https?://[^\s<>\"“”«»\\]*[^\s<>\"“”«»\\.,;:!?)\]'’]"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}(?![\w-])",
    re.ASCII,
)


def read_text(text: str) -> SourceText:
    """Read a plain text."""
    lines = stanzas(text)
    cutter = UnitCutter(lines)
    units = cutter.cut()
    finder = HeadingFinder(units)
    finder.find()
    writer = _Writer()
    writer.write(units)
    taken = sorted([*cutter.taken, *writer.taken], key=lambda one: one.line or 0)
    remarks = sorted([*finder.remarks, *writer.remarks], key=lambda one: one.line or 0)
    return SourceText(
        blocks=tuple(writer.blocks),
        words=split_words(text),
        taken=tuple(taken),
        remarks=tuple(remarks),
    )


def linked(text: str) -> tuple[Inline, ...]:
    """Make links of the addresses in a text; the words stay."""
    found: list[Inline] = []
    end = 0
    for address in _ADDRESS.finditer(text):
        found += [Text(text[end : address.start()])] if address.start() > end else []
        words = address[0]
        target = words if "://" in words else f"mailto:{words}"
        found.append(Link((Text(words),), target))
        end = address.end()
    return (*found, Text(text[end:])) if end < len(text) else tuple(found)


@dataclass(slots=True)
class _Writer:
    """Makes blocks of units."""

    blocks: list[Block] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def write(self, units: Iterable[Unit]) -> None:
        """Make the blocks."""
        lists = ListMaker()
        for unit in units:
            self._note_hyphens(unit)
            if unit.kind is UnitKind.ITEM and unit.marker is not None:
                self._take_marker(unit)
                lists.add(unit, self._item_words(unit))
                continue
            if unit.kind is UnitKind.TEXT and lists.takes(unit):
                lists.go_on(unit, linked(joined(unit.lines)))
                continue
            self.blocks += lists.finished()
            self.blocks.append(self._block(unit))
        self.blocks += lists.finished()

    def _block(self, unit: Unit) -> Block:
        match unit.kind:
            case UnitKind.HEADING:
                return Heading(unit.level, (Text(joined(unit.lines)),), unit.line)
            case UnitKind.VERSE:
                return Paragraph(tuple(_verse(unit.lines)), unit.line)
            case UnitKind.TEXT | UnitKind.ITEM | UnitKind.PRINTED:
                return Paragraph(linked(joined(unit.lines)), unit.line)

    def _take_marker(self, unit: Unit) -> None:
        if unit.marker is None:
            return
        is_bullet = unit.marker.number is None
        self.taken.append(
            Taken(
                kind=TakenKind.BULLET if is_bullet else TakenKind.LIST_NUMBER,
                words=unit.marker.sign,
                line=unit.line,
            )
        )

    @staticmethod
    def _item_words(unit: Unit) -> tuple[Inline, ...]:
        rest = "" if unit.marker is None else unit.marker.rest
        words = " ".join(filter(None, [rest, joined(unit.lines[1:])]))
        return linked(words)

    def _note_hyphens(self, unit: Unit) -> None:
        if unit.kind not in {UnitKind.TEXT, UnitKind.ITEM}:
            return
        for line in hyphenated(unit.lines):
            word = line.text.split()[-1]
            self.remarks.append(
                Remark(
                    message=f"a line ends with {shown(word)}, and the next one was "
                    "joined to it with a space",
                    hint="Put the two parts together if they are one word.",
                    line=line.number,
                )
            )


def _verse(lines: Iterable[SourceLine]) -> Iterator[Inline]:
    for at, line in enumerate(lines):
        if at:
            yield LineBreak(hard=True)
        yield from linked(line.text)
