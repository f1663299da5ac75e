"""Telephone numbers in the international form, `+12025550123`."""

from __future__ import annotations

import re

_FILLERS = re.compile(r"[\s().\-/\u2010-\u2013\u00a0]")
_ABROAD = re.compile(r"(?:\+|00)([1-9]\d{7,14})", re.ASCII)
_AT_HOME_ALONE = "(0)"
"""How people write the zero that nobody dials from abroad."""

_AT_HOME = re.compile(r"\d{4,14}", re.ASCII)
_TOO_LONG_AT_HOME = 12
"""So many digits that begin with the country's code have it; fewer leave that open."""

_NORTH_AMERICA = "1"
_NORTH_AMERICAN = re.compile(r"1?([2-9]\d{2}[2-9]\d{6})", re.ASCII)
_KEEPS_ZERO = frozenset({"39", "378", "225", "242"})
"""Italy, San Marino, Côte d'Ivoire and Congo: numbers there begin with their zero."""


def phone_number(text: str, country_code: str) -> str:
    """Give a number with `+` and its country's code.

    Args:
        text: As somebody typed it.
        country_code: For a number without one; empty where nobody says.

    >>> phone_number("(202) 555-0123", "1"), phone_number("030 901820", "49")
    ('+12025550123', '+4930901820')

    Raises:
        ValueError: It is none, or has no code.
    """
    plain = _FILLERS.sub("", text.replace(_AT_HOME_ALONE, ""))
    abroad = _ABROAD.fullmatch(plain)
    if abroad is not None:
        return _checked(abroad[1], text)
    if not country_code or _AT_HOME.fullmatch(plain) is None:
        raise ValueError(text)
    if country_code == _NORTH_AMERICA:
        return _checked(f"1{plain.removeprefix('1')}", text)
    if plain.startswith(country_code):
        if len(plain) < _TOO_LONG_AT_HOME:
            raise ValueError(text)
        return _checked(plain, text)
    if country_code not in _KEEPS_ZERO:
        plain = plain.removeprefix("0")
    return _checked(f"{country_code}{plain}", text)


def _checked(digits: str, text: str) -> str:
    is_north_american = digits.startswith(_NORTH_AMERICA)
    fits = _NORTH_AMERICAN.fullmatch(digits) if is_north_american else True
    if not fits or not 8 <= len(digits) <= 15:  # noqa: PLR2004 - E.164
        raise ValueError(text)
    return f"+{digits}"
