"""Amounts of time and ages in a text, as values: "thirty (30) days" is 30 days."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from typing import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

NUMBER_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
    "fourteen": 14, "fifteen": 15, "sixteen": 16, "eighteen": 18, "twenty": 20,
    "twenty-four": 24, "thirty": 30, "forty-five": 45, "sixty": 60, "ninety": 90,
    "un": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6,
    "siete": 7, "ocho": 8, "nueve": 9, "diez": 10, "once": 11, "doce": 12, "trece": 13,
    "catorce": 14, "quince": 15, "dieciséis": 16, "dieciocho": 18, "veinte": 20,
    "veintiuno": 21, "veintiún": 21, "veinticuatro": 24, "treinta": 30,
    "treinta y seis": 36, "cuarenta": 40, "cuarenta y cinco": 45,
    "cuarenta y ocho": 48, "cincuenta": 50, "sesenta": 60, "setenta y dos": 72,
    "ochenta": 80, "noventa": 90, "ciento ochenta": 180,
}  # fmt: skip
_UNITS = {
    "day": "day", "days": "day", "week": "week", "weeks": "week", "month": "month",
    "months": "month", "year": "year", "years": "year", "hour": "hour",
    "hours": "hour", "minute": "minute", "minutes": "minute", "día": "day",
    "días": "day", "semana": "week", "semanas": "week", "mes": "month",
    "meses": "month", "año": "year", "años": "year", "hora": "hour", "horas": "hour",
    "minuto": "minute", "minutos": "minute",
}  # fmt: skip
_HOURS = {
    "minute": 1 / 60,
    "hour": 1,
    "day": 24,
    "week": 168,
    "month": 730,
    "year": 8760,
}
_AMOUNT = re.compile(
    rf"\b(\d+|{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})\b"
    r"(?:\s*\((\d+)\))?"
    rf"[\s\u00a0-]+(business\s|working\s|calendar\s|full\s)?"
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
    for match in _AMOUNT.finditer(text):
        number = match[2] or match[1]
        value = int(number) if number.isdecimal() else NUMBER_WORDS[number.casefold()]
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
