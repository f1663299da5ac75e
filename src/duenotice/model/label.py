"""The version label: the date on which a text was last revised."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_FORM = re.compile(r"(\d{4}-\d{2}-\d{2})(?:\.([1-9]\d{0,4}))?", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class VersionLabel:
    """`2026-11-24`, or `2026-11-24.2` for the second version of that day.

    Labels are ordered by day, then by number:

    >>> VersionLabel.parse("2026-11-24.10") > VersionLabel.parse("2026-11-24.9")
    True
    >>> VersionLabel.parse("2026-11-24") > VersionLabel.parse("2026-11-23.4")
    True
    """

    day: date
    """The day of the revision."""

    serial: int = 1
    """Its place among the versions of that day, counted from one."""

    @classmethod
    def parse(cls, text: str) -> VersionLabel:
        """Read a label.

        Raises:
            ValueError: It is no date in the form year-month-day, or has a serial
                below two (`.1` is written without it, so that a label has one form).
        """
        match = _FORM.fullmatch(text)
        if match is None or match[2] == "1":
            message = f"{text!r} is not a version label"
            raise ValueError(message)
        return cls(date.fromisoformat(match[1]), int(match[2] or 1))

    def next_on(self, day: date) -> VersionLabel:
        """Give the first label of `day` that comes after this one.

        >>> str(VersionLabel.parse("2026-11-24").next_on(date(2026, 11, 24)))
        '2026-11-24.2'
        """
        if self.day < day:
            return VersionLabel(day)
        return VersionLabel(self.day, self.serial + 1)

    def __str__(self) -> str:
        """Give the label as it is written everywhere."""
        day = self.day.isoformat()
        return day if self.serial == 1 else f"{day}.{self.serial}"
