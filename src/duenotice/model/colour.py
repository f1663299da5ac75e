"""A colour that a screen can show, and how well one stands out from another."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})")
_NUMBER = r"(?:\d{1,3}(?:\.\d{1,6})?|\.\d{1,6})"
_OKLCH = re.compile(
    rf"oklch\(\s*(?P<light>{_NUMBER})(?P<percent>%?)\s+(?P<chroma>{_NUMBER})\s+"
    rf"(?P<hue>{_NUMBER})(?:deg)?\s*\)"
)
_EDGE = 0.002
"""How far a colour may lie outside of what a screen shows: half a step of a byte."""


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour of sRGB, as three bytes."""

    red: int
    green: int
    blue: int

    @classmethod
    def parse(cls, text: str) -> Colour:
        """Read a colour as CSS writes it: in hexadecimal digits, or as `oklch()`.

        >>> str(Colour.parse("#fc0")), str(Colour.parse("oklch(42% 0.06 195)"))
        ('#ffcc00', '#1c5757')

        Raises:
            ValueError: It is no such colour, or none that a screen can show.
        """
        plain = text.strip().lower()
        if _HEX.fullmatch(plain):
            digits = plain[1:] if len(plain) == 7 else "".join(c * 2 for c in plain[1:])  # noqa: PLR2004 - "#" and six digits
            return cls(*bytes.fromhex(digits))
        found = _OKLCH.fullmatch(plain)
        if found is None:
            raise ValueError(text)
        light = float(found["light"]) / (100 if found["percent"] else 1)
        parts = _linear(light, float(found["chroma"]), float(found["hue"]))
        return cls(*(_byte(part, text) for part in parts))

    def __str__(self) -> str:
        """Give it in hexadecimal digits."""
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"

    @property
    def luminance(self) -> float:
        """Give the relative luminance, as WCAG 2 defines it."""
        weights = ((self.red, 0.2126), (self.green, 0.7152), (self.blue, 0.0722))
        return sum(weight * _decoded(part / 255) for part, weight in weights)


def contrast(one: Colour, other: Colour) -> float:
    """Give the contrast of two colours, from 1 to 21, as WCAG 2 defines it.

    >>> round(contrast(Colour.parse("#000"), Colour.parse("#fff")))
    21
    """
    low, high = sorted((one.luminance, other.luminance))
    return (high + 0.05) / (low + 0.05)


def _linear(light: float, chroma: float, hue: float) -> tuple[float, float, float]:
    """Turn lightness, chroma and hue into linear red, green and blue."""
    angle = math.radians(hue)
    a, b = chroma * math.cos(angle), chroma * math.sin(angle)
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def _byte(linear: float, text: str) -> int:
    """Encode one part for a screen."""
    part = min(max(linear, 0), 1)
    if abs(_encoded(part) - _encoded(linear)) > _EDGE:
        raise ValueError(text)
    return round(_encoded(part) * 255)


def _encoded(linear: float) -> float:
    if linear <= 0.0031308:  # noqa: PLR2004 - where sRGB's curve begins
        return linear * 12.92
    return float(1.055 * linear ** (1 / 2.4) - 0.055)


def _decoded(part: float) -> float:
    if part <= 0.04045:  # noqa: PLR2004 - where sRGB's curve begins
        return part / 12.92
    return float(((part + 0.055) / 1.055) ** 2.4)
