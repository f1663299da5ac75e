"""Numbers that were typed before headings."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORDS = (
    "section|article|part|clause|chapter|sección|seccion|artículo|articulo|apartado|"
    "parte|cláusula|capítulo"
)
_NUMBER = re.compile(
    rf"(?P<typed>(?:(?P<word>{_WORDS}|§)\s*)?"
    r"(?:(?P<digits>\d{1,3})|(?P<roman>[IVXL]{1,7}))"
    r"(?P<sign>\s*[.):]|\s+[-–—])?)\s+(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_DEEPER = re.compile(r"\(?\d{1,3}(?:\.\d{1,3})+[.):]?\s+\S")
_LETTER = re.compile(r"\(?[A-Za-z][.)]\s+[^\W\d_a-z]")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedNumber:
    """A number before a heading, and what it is the number of."""

    typed: str
    """As it was written: `1.`, `Section 1:`, `IV.`"""

    value: int
    rest: str
    """The heading without it."""


def typed_number(heading: str) -> TypedNumber | None:
    """Take the number off a heading; nothing where it has none.

    >>> typed_number("Section 2: Web logs").rest, typed_number("IV. Cookies").value
    ('Web logs', 4)
    """
    found = _NUMBER.fullmatch(heading)
    if found is None or (found["word"] is None and found["sign"] is None):
        return None
    if found["sign"] is None and not found["rest"][0].isupper():
        return None  # "Section 6 says more", a sentence
    roman = found["roman"]
    if roman is not None and roman != roman.upper():
        return None
    value = int(found["digits"]) if roman is None else _roman_value(roman)
    return TypedNumber(typed=found["typed"], value=value, rest=found["rest"])


def is_deeper_number(heading: str) -> bool:
    """Tell whether a heading begins with a number such as 1.2."""
    return _DEEPER.match(heading) is not None


def has_letter(heading: str) -> bool:
    """Tell whether a heading begins with a letter such as a. or (b).

    >>> has_letter("a. Access data"), has_letter("A data breach")
    (True, False)
    """
    return _LETTER.match(heading) is not None


def _roman_value(numeral: str) -> int:
    values = [_ROMAN[letter] for letter in numeral]
    return sum(
        -value if value < max(values[at:]) else value for at, value in enumerate(values)
    )
