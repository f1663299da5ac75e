"""Amounts of time and ages in a text, as values: "thirty (30) days" is 30 days."""

from __future__ import annotations

import functools
import re
from fractions import Fraction
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
_SMALLER = {"month": (730, "hour"), "day": (24, "hour"), "hour": (60, "minute")}
"""How many of what, where half of something is no whole number."""

_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_AMOUNT = re.compile(
    r"(?<![\d.,])\b(\d+(?:[.,]\d+)?|one|un|una)\b(?:\s*\((\d+)\))?"
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


@functools.lru_cache(maxsize=1 << 12)
def quantities_in(text: str) -> tuple[Quantity, ...]:
    """Find the amounts of time.

    >>> quantities_in("within thirty (30) days, or ten business days")
    (Quantity(value=30, unit='day'), Quantity(value=10, unit='business day'))
    >>> quantities_in("1.5 years"), quantities_in("1,000 days")
    ((Quantity(value=18, unit='month'),), (Quantity(value=1000, unit='day'),))
    >>> quantities_in("after 1 year") == quantities_in("after 12 months")
    True
    """
    return tuple(_quantities(text))


def _quantities(text: str) -> Iterator[Quantity]:
    for language in LANGUAGES:
        text = in_digits(text, language)
    for match in _AMOUNT.finditer(text):
        number = match[2] or match[1]
        value, unit = _in_wholes(_value(number), _UNITS[match[4].casefold()])
        is_business = match[5] or (match[3] or "").strip().casefold() in {
            "business",
            "working",
        }
        yield Quantity(value, f"business {unit}" if is_business else unit)


def _value(number: str) -> Fraction:
    """Read a number: "1.5" and "1,5" are one and a half, "1,000" is a thousand."""
    if not number[0].isdecimal():
        return Fraction(1)
    if _THOUSANDS.fullmatch(number):
        return Fraction(re.sub(r"[.,]", "", number))
    return Fraction(number.replace(",", "."))


def _in_wholes(value: Fraction, unit: str) -> tuple[int, str]:
    """Give an amount in months or days, and of a part in what makes it whole."""
    if unit == "year":
        value, unit = value * 12, "month"
    elif unit == "week":
        value, unit = value * 7, "day"
    while value.denominator > 1 and unit in _SMALLER:
        count, unit = _SMALLER[unit]
        value *= count
    return round(value), unit
