"""Periods of time in words, as days: `thirty (30) days`, `one month`, `10 días`."""

from __future__ import annotations

import math
import re

_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "fourteen": 14,
    "fifteen": 15, "twenty": 20, "twenty-one": 21, "twenty-eight": 28, "thirty": 30,
    "forty-five": 45, "sixty": 60, "ninety": 90,
    "un": 1, "una": 1, "uno": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5,
    "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10, "doce": 12,
    "catorce": 14, "quince": 15, "veinte": 20, "veintiún": 21, "treinta": 30,
    "cuarenta y cinco": 45, "sesenta": 60, "noventa": 90,
}  # fmt: skip
"""Words in which statements give such periods."""

_UNITS = {
    "day": 1, "día": 1, "dia": 1, "week": 7, "semana": 7,
    "month": 30, "mes": 30, "year": 365, "año": 365,
}  # fmt: skip

_WORDS = "|".join(sorted(map(re.escape, _NUMBERS), key=len, reverse=True))

PERIOD = (
    rf"(?P<number>\d{{1,3}}|(?:{_WORDS})(?:\s*\((?P<digits>\d{{1,3}})\))?)"
    r"[\s-]+(?:(?:calendar|full|whole|clear|natural(?:es)?)\s+)?"
    r"(?P<working>(?:business|working|banking)\s+)?"
    r"(?P<unit>days?|weeks?|months?|years?|d[ií]as?|semanas?|mes(?:es)?|años?)\b"
    r"(?P<habiles>\s+(?:hábiles|laborables))?"
)
"""A period; its groups are read by `days_of`."""


def days_of(found: re.Match[str]) -> int:
    """Give the days of a period, working days as the calendar days they take.

    >>> days_of(re.search(PERIOD, "at least thirty (30) days"))
    30
    >>> days_of(re.search(PERIOD, "10 business days"))
    14
    """
    written = found["digits"] or found["number"].casefold()
    number = int(written) if written.isdigit() else _NUMBERS[written]
    unit = found["unit"].casefold()
    size = next(days for word, days in _UNITS.items() if unit.startswith(word))
    if found["working"] or found["habiles"]:
        return math.ceil(number * 7 / 5)
    return number * size
