"""The units of a plain text: headings, items, paragraphs, before they are put together.

Where a line ends, a paragraph may go on, or end, or the author may have meant the
line's end, as in an address. This module decides that from the lines around it.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from dataclasses import field
from typing import TYPE_CHECKING

from duenotice.intake.account import Taken
from duenotice.intake.account import TakenKind
from duenotice.intake.heading_kinds import heading_kind
from duenotice.intake.printed import printed_line
from duenotice.intake.text_lines import is_full
from duenotice.intake.text_lines import is_rule
from duenotice.intake.text_lines import is_underline
from duenotice.intake.text_lines import marker_of
from duenotice.intake.text_lines import wrap_width

if TYPE_CHECKING:
    from duenotice.intake.text_lines import Marker
    from duenotice.intake.text_lines import SourceLine

_SHORT = 60
"""A line of an address is hardly longer."""

_HEADING_MOST = 100
_ENDS = (".", ";", ":", "!", "?")


class UnitKind(enum.Enum):
    """What a unit is."""

    TEXT = enum.auto()
    VERSE = enum.auto()
    """Lines whose ends are meant."""

    ITEM = enum.auto()
    HEADING = enum.auto()
    PRINTED = enum.auto()
    """A line that tells the version or a date."""


@dataclass(slots=True)
class Unit:
    """Lines that belong together."""

    kind: UnitKind
    lines: list[SourceLine]
    after_blank: bool
    """A blank line stands before it, or nothing."""

    marker: Marker | None = None
    level: int = 0
    """A heading's."""

    underline: str = ""
    """The sign of the line below a heading."""

    @property
    def line(self) -> int:
        """Give the number of the first line."""
        return self.lines[0].number

    @property
    def indent(self) -> int:
        """Give how far it is indented."""
        return self.lines[0].indent

    @property
    def text(self) -> str:
        """Give the first line."""
        return self.lines[0].text

    @property
    def is_single(self) -> bool:
        """Tell whether it is one line."""
        return len(self.lines) == 1


@dataclass(slots=True)
class UnitCutter:
    """Cuts stanzas into units."""

    stanzas: list[list[SourceLine]]
    width: int | None = None
    units: list[Unit] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)

    def cut(self) -> list[Unit]:
        """Give the units of all stanzas."""
        self.width = wrap_width(line for lines in self.stanzas for line in lines)
        for lines in self.stanzas:
            before = len(self.units)
            for at, line in enumerate(lines):
                is_first = len(self.units) == before
                self._add(line, None if at == 0 else lines[at - 1], is_first=is_first)
            self.units[before:] = self._settled(self.units[before:])
        return self.units

    def _add(
        self, line: SourceLine, above: SourceLine | None, *, is_first: bool
    ) -> None:
        """Add a line to the last unit of its stanza, or begin a unit with it."""
        last = None if is_first else self.units[-1]
        if is_rule(line.text):
            self._rule(line, last)
            return
        may_begin = above is None or self._may_end(above)
        if may_begin and printed_line(line.text) is not None:
            self.units.append(Unit(UnitKind.PRINTED, [line], is_first))
            return
        marker = marker_of(line.text)
        if marker is not None and self._begins_item(marker, last, may_begin=may_begin):
            self.units.append(Unit(UnitKind.ITEM, [line], is_first, marker))
        elif last is not None and self._goes_on(last, line):
            last.lines.append(line)
        else:
            self.units.append(Unit(UnitKind.TEXT, [line], is_first))

    def _rule(self, line: SourceLine, last: Unit | None) -> None:
        self.taken.append(Taken(kind=TakenKind.RULE, words=line.text, line=line.number))
        if (
            last is not None
            and last.is_single
            and last.kind in {UnitKind.TEXT, UnitKind.ITEM}
            and last.line == line.number - 1
            and len(last.text) <= _HEADING_MOST
            and is_underline(line.text)
        ):
            last.kind = UnitKind.HEADING
            last.underline = line.text[0]

    def _may_end(self, above: SourceLine) -> bool:
        """Tell whether something may end with a line."""
        if self.width is None or not is_full(above, self.width):
            return True
        return above.text.endswith(_ENDS)

    def _begins_item(
        self, marker: Marker, last: Unit | None, *, may_begin: bool
    ) -> bool:
        if not marker.is_doubtful:
            return may_begin or (last is not None and last.kind is UnitKind.ITEM)
        # "o" and dashes begin prose too: an item or a colon before tells a list.
        before = self.units[-1] if self.units else None
        if before is None:
            return False
        return before.kind is UnitKind.ITEM or before.lines[-1].text.endswith(":")

    def _goes_on(self, last: Unit, line: SourceLine) -> bool:
        """Tell whether a line goes on with the unit above it."""
        match last.kind:
            case UnitKind.ITEM:
                is_bare = last.is_single and last.marker is not None
                if is_bare and last.marker is not None and not last.marker.rest:
                    return True
                if line.indent > last.indent:
                    return True
                return self.width is not None and is_full(last.lines[-1], self.width)
            case UnitKind.TEXT:
                return self.width is not None
            case UnitKind.VERSE | UnitKind.HEADING | UnitKind.PRINTED:
                return False

    def _settled(self, units: list[Unit]) -> list[Unit]:
        """Find the lines in a stanza whose ends are meant."""
        if self.width is None:
            return _verses(units)
        settled = []
        for unit in units:
            settled += self._split(unit, self.width)
        return settled

    def _split(self, unit: Unit, width: int) -> list[Unit]:
        """Find verse in a wrapped text, and a heading without a blank line after it."""
        if unit.kind is not UnitKind.TEXT or unit.is_single:
            return [unit]
        first, *rest = unit.lines
        if not any(is_full(line, width) for line in unit.lines[:-1]):
            unit.kind = UnitKind.VERSE
            return [unit]
        if not is_full(first, width) and heading_kind(first.text) is not None:
            return [
                Unit(UnitKind.TEXT, [first], unit.after_blank),
                *self._split(Unit(UnitKind.TEXT, rest, after_blank=False), width),
            ]
        return [unit]


def _verses(units: list[Unit]) -> list[Unit]:
    """Join short lines that follow each other, as those of an address do."""
    joined: list[Unit] = []
    for unit in units:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.kind in {UnitKind.TEXT, UnitKind.VERSE}
            and unit.kind is UnitKind.TEXT
            and _is_short(last.lines[-1])
            and len(unit.text) <= _SHORT
        ):
            last.kind = UnitKind.VERSE
            last.lines += unit.lines
        else:
            joined.append(unit)
    return joined


def _is_short(line: SourceLine) -> bool:
    return len(line.text) <= _SHORT and not line.text.endswith(_ENDS)
