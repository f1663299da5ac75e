"""Amounts of time and ages in a text, as values: "thirty (30) days" is 30 days."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from typing import NamedTuple

from duenotice.parse.number_words import LANGUAGES
from duenotice.parse.number_words import in_digits

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNITS = {
    "day": "day", "days": "day", "week": "week", "weeks": "week", "month": "month",
    "months": "month", "year": "year", "years": "year", "hour": "hour",
    "hours": "hour", "minute": "minute", "minutes": "minute", "día": "day",
    "días": "day", "semana": "week", "semanas": "week", "mes": "month",
    "meses": "month", "año": "year", "años": "year", "hora": "hour", "horas": "hour",
    "minuto": "minute", "minutos": "minute",
}  # fmt: skip
_HOURS = {"minute": 1 / 60, "hour": 1, "day": 24, "month": 730}
_AMOUNT = re.compile(
    r"\b(\d+|one|un|una)\b(?:\s*\((\d+)\))?"
    r"[\s\u00a0-]+(business\s|working\s|calendar\s|full\s)?"
    rf"({'|'.join(sorted(_UNITS, key=len, reverse=True))})\b"
    r"(\sh[áa]biles|\slaborables)?",
    re.IGNORECASE,
)


class Quantity(NamedTuple):
    """An amount of time."""

    value: int
    unit: str
    """`day`, `month` and so on; `business day` for those that are counted so."""

    @property
    def hours(self) -> float:
        """Give its length, to compare; a business day counts as one and two fifths."""
        unit = self.unit.removeprefix("business ")
        return self.value * _HOURS[unit] * (1.4 if unit != self.unit else 1)


def quantities_in(text: str) -> Iterator[Quantity]:
    """Find the amounts of time.

    >>> list(quantities_in("within thirty (30) days, or ten business days"))
    [Quantity(value=30, unit='day'), Quantity(value=10, unit='business day')]
    >>> list(quantities_in("after 1 year")) == list(quantities_in("after 12 months"))
    True
    """
    for language in LANGUAGES:
        text = in_digits(text, language)
    for match in _AMOUNT.finditer(text):
        number = match[2] or match[1]
        value = int(number) if number.isdecimal() else 1
        unit = _UNITS[match[4].casefold()]
        if unit == "year":
            value, unit = value * 12, "month"
        elif unit == "week":
            value, unit = value * 7, "day"
        is_business = match[5] or (match[3] or "").strip().casefold() in {
            "business",
            "working",
        }
        yield Quantity(value, f"business {unit}" if is_business else unit)
