"""Lines in which a source tells its own version or dates.

The program prints both, so such a line is taken out; where it says something else than
the text promises, that is said.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.checks.printed_version import printed_versions
from duenotice.checks.printed_version import version_promise
from duenotice.checks.wording import listed
from duenotice.checks.wording import shown
from duenotice.intake.account import Remark
from duenotice.model.content import plain_text
from duenotice.model.content import walk_lines

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Sequence

    from duenotice.checks.printed_version import PrintedVersion
    from duenotice.model.content import Block

_LONGEST = 100
_ENGLISH = "jan feb mar apr may jun jul aug sep oct nov dec"
_SPANISH = "ene feb mar abr may jun jul ago sep oct nov dic"
_MONTHS = {
    name: number
    for names in (_ENGLISH, _SPANISH)
    for number, name in enumerate(names.split(), start=1)
}
_LETTERS = 3
"""A month can be told by so many of its letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedLine:
    """A line that tells the version or a date of the text."""

    words: str
    value: str
    is_version: bool
    """It tells the version or the day of revision, not when it takes effect."""

    is_date: bool
    """Its value has a year, a month and a day."""

    line: int | None = None

    @property
    def day(self) -> dt.date | None:
        """Give the day where it is one, and can only be read in one way."""
        return _day(self.value)


def printed_line(text: str, line: int | None = None) -> PrintedLine | None:
    """Read a line that tells the version or a date and nothing else.

    >>> printed_line("Last revised: October 2021").value
    'October 2021'
    >>> printed_line("The rules of October 2021 were revised.")
    """
    words = " ".join(text.split())
    if len(words) > _LONGEST or not any(sign.isdigit() for sign in words):
        return None
    for one in printed_versions(words):
        if _is_whole(one, words):
            return PrintedLine(
                words=words,
                value=one.value,
                is_version=one.is_version,
                is_date=one.is_date,
                line=line,
            )
    return None


def _is_whole(one: PrintedVersion, words: str) -> bool:
    return one.words.strip(" .*_()") == words.strip(" .*_()")


def broken_promise(
    blocks: Iterable[Block], printed: Sequence[PrintedLine]
) -> Remark | None:
    """Notice a text that promises its version as a date, and prints something else."""
    others = [one for one in printed if one.is_version and not one.is_date]
    if not others:
        return None
    for line in walk_lines(tuple(blocks)):
        promise = version_promise(plain_text(line.inlines))
        if promise:
            values = listed(one.value for one in others)
            return Remark(
                message=f"the text promises a version number of year, month and day "
                f"({shown(promise)}), and yet it prints {values} "
                f"({_lines(others)})",
                hint="From now on the program prints the version as the promise has "
                "it. Find out on which day this text was last revised, and give that "
                "day when you release it: --version, --published.",
                line=line.number or None,
            )
    return None


def _lines(printed: Sequence[PrintedLine]) -> str:
    numbers = [str(one.line) for one in printed if one.line]
    noun = "line" if len(numbers) == 1 else "lines"
    return f"{noun} {' and '.join(numbers)}" if numbers else "taken out"


_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_NAMED = (
    re.compile(
        r"(?P<month>[^\W\d_]{3,10})\.?\s+(?P<day>\d{1,2})\w{0,2},?\s+(?P<year>\d{4})"
    ),
    re.compile(
        r"(?P<day>\d{1,2})\w{0,2}\s+(?:of\s+|de\s+)?(?P<month>[^\W\d_]{3,10})\.?,?\s+"
        r"(?:de\s+|del\s+)?(?P<year>\d{4})"
    ),
)


def _day(value: str) -> dt.date | None:
    try:
        iso = _ISO.fullmatch(value)
        if iso is not None:
            return dt.date(int(iso[1]), int(iso[2]), int(iso[3]))
        for form in _NAMED:
            found = form.fullmatch(value)
            month = found and _MONTHS.get(found["month"][:_LETTERS].lower())
            if found and month:
                return dt.date(int(found["year"]), month, int(found["day"]))
    except ValueError:
        pass
    return None
