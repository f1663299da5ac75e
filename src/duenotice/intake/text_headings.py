"""Which units of a plain text are headings.

A line alone doesn't tell: what comes before and after it does. A numbered line with
text below it is a heading, several in a row are a list; short lines in a row are a
table of contents. Where it stays in doubt, the words stay as text, and it is said.
"""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field
from typing import TYPE_CHECKING

from duenotice.checks.wording import shown
from duenotice.intake.account import Remark
from duenotice.intake.heading_kinds import HeadingKind
from duenotice.intake.heading_kinds import heading_kind
from duenotice.intake.heading_kinds import looks_like_title
from duenotice.intake.heading_levels import FoundHeading
from duenotice.intake.heading_levels import doubtful_section
from duenotice.intake.heading_levels import heading_levels
from duenotice.intake.numbering import typed_number
from duenotice.intake.text_units import UnitKind

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Iterator
    from collections.abc import Sequence

    from duenotice.intake.text_units import Unit

_ROW = 3
"""So many headings without text between them are none."""

_BODY = 80
"""A line so long is text."""

_FEW_WORDS = 8


@dataclass(slots=True)
class HeadingFinder:
    """Marks the headings among the units of a text."""

    units: Sequence[Unit]
    remarks: list[Remark] = field(default_factory=list)
    _kinds: dict[int, HeadingKind] = field(default_factory=dict)
    """By the place of a unit what makes it look like a heading."""

    def find(self) -> None:
        """Make headings of the units that are."""
        kinds = {at: self._kind(at) for at in range(len(self.units))}
        self._kinds = {at: kind for at, kind in kinds.items() if kind is not None}
        title = self._title()
        self._drop_lists(self._is_numbered)
        self._drop_lists(self._is_lettered)
        self._drop_rows(title)
        self._drop_last()
        self._mark(title if title in self._kinds else None)

    def _mark(self, title: int | None) -> None:
        found = {at: self._found(at, kind) for at, kind in self._kinds.items()}
        levels = heading_levels(found, title)
        for at, unit in enumerate(self.units):
            if at in levels:
                unit.kind = UnitKind.HEADING
                unit.level = levels[at]
                unit.marker = None
            elif unit.kind is UnitKind.HEADING:
                unit.kind = UnitKind.TEXT
        doubt = doubtful_section(found, levels)
        if doubt is not None:
            self._doubt(
                self.units[doubt],
                "the heading of a section, since it comes after the last numbered one",
            )

    def _found(self, at: int, kind: HeadingKind) -> FoundHeading:
        first = self.units[at].text.split()[0]
        dots = first.strip("().:").count(".") if kind is HeadingKind.DEEPER else 0
        return FoundHeading(kind=kind, value=self._value(at), dots=dots)

    def _kind(self, at: int) -> HeadingKind | None:
        """Look at a unit and its neighbours."""
        unit = self.units[at]
        if unit.kind is UnitKind.HEADING:
            number = typed_number(unit.text)
            return HeadingKind.SHORT if number is None else HeadingKind.NUMBERED
        if not unit.is_single or unit.kind not in {UnitKind.TEXT, UnitKind.ITEM}:
            return None
        kind = heading_kind(unit.text)
        if unit.kind is UnitKind.ITEM and kind is not HeadingKind.NUMBERED:
            return None
        if kind is HeadingKind.NUMBERED:
            return kind if _may_be_numbered(unit) else None
        is_doubtful = kind in {HeadingKind.SHORT, HeadingKind.LETTERED}
        return None if is_doubtful and not self._stands_apart(at) else kind

    def _stands_apart(self, at: int) -> bool:
        """Tell whether a short line has blank lines around it, or text of its own."""
        unit = self.units[at]
        below = self.units[at + 1] if at + 1 < len(self.units) else None
        above = self.units[at - 1] if at else None
        if below is None:
            return False
        has_body = not below.after_blank and len(below.text) >= _BODY
        if unit.after_blank or above is None:
            if has_body:
                self._doubt(unit, "a heading, though no blank line is below it")
            return has_body or below.after_blank
        return has_body and above.lines[-1].text.endswith((".", "!", "?"))

    def _title(self) -> int | None:
        """Find the title: the first line, where a heading or only text follows it."""
        first = self._next(-1)
        kind = None if first is None else self._kinds.get(first)
        if first is None or kind not in {HeadingKind.SHORT, HeadingKind.CAPITALS}:
            return None
        following = self._next(first)
        if following is None:
            return None
        is_title = looks_like_title(self.units[first].text)
        return first if is_title or following in self._kinds else None

    def _next(self, at: int) -> int | None:
        """Give the place of the next unit that says something."""
        for place in range(at + 1, len(self.units)):
            if self.units[place].kind is not UnitKind.PRINTED:
                return place
        return None

    def _drop_lists(self, is_item: Callable[[int], bool]) -> None:
        """Leave numbered or lettered lines that follow each other to the lists."""
        rows = list(self._rows(is_item))
        alone = {self._value(row[0]) for row in rows if len(row) == 1}
        for row in rows:
            values = [self._value(at) for at in row]
            # Where the headings before and after are numbered, these are of them.
            is_gap = values[0] - 1 in alone and values[-1] + 1 in alone
            if len(row) > 1 and not (is_gap and alone.isdisjoint(values)):
                for at in row:
                    self._kinds.pop(at, None)

    def _is_numbered(self, at: int) -> bool:
        marker = self.units[at].marker
        is_item = marker is not None and marker.number is not None
        return is_item or self._kinds.get(at) is HeadingKind.NUMBERED

    def _is_lettered(self, at: int) -> bool:
        return self._kinds.get(at) is HeadingKind.LETTERED

    def _rows(self, belongs: Callable[[int], bool]) -> Iterator[list[int]]:
        """Give the places that follow each other, as long as they belong together."""
        row: list[int] = []
        for at in range(len(self.units)):
            if belongs(at):
                row.append(at)
            elif row:
                yield row
                row = []
        if row:
            yield row

    def _value(self, at: int) -> int:
        number = typed_number(self.units[at].text)
        return 0 if number is None else number.value

    def _drop_rows(self, title: int | None) -> None:
        """Leave several short lines in a row as text: a table of contents."""
        for row in list(self._rows(lambda at: at in self._kinds and at != title)):
            kinds = {self._kinds[at] for at in row}
            if len(row) >= _ROW and HeadingKind.NUMBERED not in kinds:
                self._drop_row(row)

    def _drop_row(self, row: list[int]) -> None:
        """Drop all of a row but the last, which may have the text that follows."""
        names = [self.units[at].text for at in row]
        later = {self.units[at].text for at in self._kinds if at > row[-1]}
        dropped = row if names[-1] in later else row[:-1]
        for at in dropped:
            del self._kinds[at]
        self.remarks.append(
            Remark(
                message=f"{len(dropped)} short lines follow each other, from "
                f"{shown(names[0])} on; they were taken for text and not for headings",
                hint="Delete them if they are a table of contents (the program makes "
                "one); make a section of each that is a heading.",
                line=self.units[row[0]].line,
            )
        )

    def _drop_last(self) -> None:
        """Leave the last line as text: a heading has something below it."""
        last = max(self._kinds, default=None)
        if last is not None and self._next(last) is None:
            del self._kinds[last]

    def _doubt(self, unit: Unit, what: str) -> None:
        self.remarks.append(
            Remark(
                message=f"{shown(unit.text)} was taken for {what}",
                hint="If it is none, move its words and the text below it to where "
                "they belong.",
                line=unit.line,
            )
        )


def _may_be_numbered(unit: Unit) -> bool:
    """Tell whether a numbered line is no sentence."""
    return not unit.text.endswith((".", ":")) or len(unit.text.split()) <= _FEW_WORDS
