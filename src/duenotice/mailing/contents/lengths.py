"""Lengths in the styles of a message, in pixels."""

from __future__ import annotations

import re
from math import inf

_NUMBER = re.compile(r"([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)([a-z%]*)")
_PIXELS = {
    "": 1.0,
    "px": 1.0,
    "pt": 4 / 3,
    "pc": 16.0,
    "in": 96.0,
    "cm": 37.8,
    "mm": 3.78,
    "q": 0.945,
    "ex": 8.0,
    "ch": 8.0,
    "%": 5.0,
}
_NAMED = {
    "xx-small": 9.0,
    "x-small": 10.0,
    "small": 13.0,
    "medium": 16.0,
    "initial": 16.0,
    "large": 18.0,
    "x-large": 24.0,
    "xx-large": 32.0,
    "xxx-large": 48.0,
}
_RELATIVE = {"larger": 1.2, "smaller": 0.8}
_EM = 16.0
_VIEW = 5.0
_UNKNOWN = re.compile(r"\b(?:var|env|attr)\(")


def numbers_in(value: str) -> list[tuple[float, str]]:
    """Find numbers and their units.

    >>> numbers_in("0 -1.5em")
    [(0.0, ''), (-1.5, 'em')]
    """
    return [(float(number), unit) for number, unit in _NUMBER.findall(value)]


def lengths_in(value: str) -> list[float]:
    """Find lengths; what can't be read may be none, or any.

    A share of the page is taken to be a share of 500 pixels.

    >>> lengths_in("calc(1in + 3px)")
    [96.0, 3.0]
    """
    found = [_pixels(number, unit) for number, unit in numbers_in(value)]
    return [*found, 0.0, inf] if _UNKNOWN.search(value) else found


def size_in(value: str, around: float) -> float | None:
    """Read the size of letters; nothing where it is as `around`.

    >>> size_in("50%", 16)
    8.0
    """
    if value in {"", "inherit", "unset", "revert", "revert-layer"}:
        return None
    if value in _NAMED:
        return _NAMED[value]
    if value in _RELATIVE:
        return around * _RELATIVE[value]
    found = numbers_in(value)
    if len(found) != 1 or "(" in value:
        return 0.0
    number, unit = found[0]
    if unit in {"em", "%"}:
        return number * around / (100 if unit == "%" else 1)
    return _pixels(number, unit)


def _pixels(number: float, unit: str) -> float:
    if unit.startswith(("v", "sv", "lv", "dv", "cq")):
        return number * _VIEW
    return number * _PIXELS.get(unit, _EM)
