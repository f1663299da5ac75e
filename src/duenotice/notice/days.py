"""Days as people write them: writing one, and finding those in a text."""

from __future__ import annotations

import functools
import re
from datetime import date
from typing import TYPE_CHECKING

from duenotice.notice.wording import wording_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.notice.wording import Wording

_ISO = "{year}-{number}-{day}"
_PARTS = re.compile(r"\{(\w+)\}")
_SHORT = 3
"""How many letters a month's name has at least where it is cut short."""

_NEAR = 40
"""How far apart the parts of a day can stand in a language that isn't known."""


def write_day(day: date, wording: Wording) -> str:
    """Write a day in the long form of a language.

    >>> write_day(date(2027, 12, 1), wording_for("es"))
    '1 de diciembre de 2027'
    """
    month = wording.months[day.month - 1]
    return wording.day.format(day=day.day, month=month, year=day.year)


def days_in(text: str, wording: Wording | None) -> Iterator[date]:
    """Find the days that a text names, in any usual form of the language or as ISO.

    >>> list(days_in("From Dec. 1, 2027 (2027-12-01) on", wording_for("en")))
    [datetime.date(2027, 12, 1), datetime.date(2027, 12, 1)]
    """
    for form, months in _forms(None if wording is None else wording.language):
        for found in form.finditer(text):
            day = _day(found.groupdict(), months)
            if day is not None:
                yield day


def names_day(text: str, day: date, wording: Wording | None) -> bool:
    """Tell whether a text names a day.

    Where the language isn't known, its year and its day must stand close together, in
    whatever digits.
    """
    if day in days_in(text, wording):
        return True
    if wording is not None:
        return False
    numbers = [(int(one[0]), one.start()) for one in re.finditer(r"\d{1,9}", text)]
    return any(
        year == day.year and other == day.day and abs(start - end) <= _NEAR
        for year, start in numbers
        for other, end in numbers
    )


@functools.cache
def _forms(
    language: str | None,
) -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    wording = None if language is None else wording_for(language)
    if wording is None:
        return ((_form(_ISO, ()), ()),)
    forms = (_ISO, wording.day, *wording.days)
    return tuple((_form(one, wording.months), wording.months) for one in forms)


def _form(form: str, months: tuple[str, ...]) -> re.Pattern[str]:
    parts = {
        "year": r"(?P<year>\d{4})",
        "day": r"(?P<day>\d{1,2})(?:[nrst][dht]|\.?º|ro)?",
        "number": r"(?P<number>\d{1,2})",
        "month": rf"(?P<month>{'|'.join(_names(months))})\.?",
    }
    pattern = "".join(
        parts[piece] if at % 2 else re.escape(piece).replace(r"\ ", r"\s+")
        for at, piece in enumerate(_PARTS.split(form))
    )
    return re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE)


def _names(months: tuple[str, ...]) -> Iterator[str]:
    """Give the names and their short forms, the longest first."""
    for month in months:
        yield from (month[:end] for end in range(len(month), _SHORT - 1, -1))


def _day(parts: dict[str, str], months: tuple[str, ...]) -> date | None:
    number = parts.get("number")
    month = int(number) if number else _month(parts["month"].casefold(), months)
    try:
        return date(int(parts["year"]), month, int(parts["day"]))
    except ValueError:
        return None


def _month(name: str, months: tuple[str, ...]) -> int:
    """Give the number of a month whose name may be cut short."""
    return next(
        number
        for number, month in enumerate(months, start=1)
        if month.casefold().startswith(name)
    )
