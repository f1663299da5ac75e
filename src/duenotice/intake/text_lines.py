"""The lines of a plain text, and what the first signs of a line say it is."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.intake.words import BULLET_SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator

_TAB = 4
_LONG = 160
"""No one wraps lines by hand that are longer than this."""

_EXCEPTIONS = 0.05
"""The share of lines that may be longer than the others."""

_FULL = 0.6
"""A line that was wrapped is at least so full."""

_RULE = re.compile(r"([-=_*~–—])(?:\s?\1){2,}")
_UNDERLINE = re.compile(r"={3,}|-{3,}|~{3,}")
_BULLET = re.compile(rf"([{BULLET_SIGNS}])\s*(.*)|([-*·+–—o])\s+(\S.*)")
_NUMBER = re.compile(r"(\d{1,3}[.)])\s+(\S.*)")
_DOUBTFUL = frozenset("+–—o")
"""Signs that begin a line of prose as well."""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line that isn't blank."""

    number: int
    """Counted from one."""

    indent: int
    text: str
    """Without white space around it."""


@dataclass(frozen=True, slots=True)
class Marker:
    """What begins an item of a list."""

    sign: str
    """The bullet, or the number with its point or parenthesis."""

    rest: str
    """What stands behind it."""

    @property
    def number(self) -> int | None:
        """Give the number; nothing where it is a bullet."""
        return int(self.sign[:-1]) if self.sign[0].isdigit() else None

    @property
    def style(self) -> str:
        """Give what the items of one list have in common."""
        return self.sign if self.number is None else f"1{self.sign[-1]}"

    @property
    def is_doubtful(self) -> bool:
        """Tell whether it takes a neighbour to know that it is a bullet."""
        return self.sign in _DOUBTFUL


def marker_of(text: str) -> Marker | None:
    """Read the bullet or number at the start of a line.

    >>> marker_of("• logs"), marker_of("12) logs"), marker_of("-logs")
    (Marker(sign='•', rest='logs'), Marker(sign='12)', rest='logs'), None)
    """
    bullet = _BULLET.fullmatch(text)
    if bullet is not None:
        return Marker(bullet[1] or bullet[3], bullet[2] or bullet[4] or "")
    number = _NUMBER.fullmatch(text)
    return None if number is None else Marker(number[1], number[2])


def is_rule(text: str) -> bool:
    """Tell whether a line only draws a line."""
    return _RULE.fullmatch(text) is not None


def is_underline(text: str) -> bool:
    """Tell whether a line may underline the one above it."""
    return _UNDERLINE.fullmatch(text) is not None


def stanzas(text: str) -> list[list[SourceLine]]:
    """Give the stretches of lines between blank ones."""
    found: list[list[SourceLine]] = []
    is_open = False
    for number, line in enumerate(text.split("\n"), start=1):
        words = line.strip()
        if not words:
            is_open = False
            continue
        if not is_open:
            found.append([])
        found[-1].append(SourceLine(number, _indent(line), words))
        is_open = True
    return _dedented(found)


def _indent(line: str) -> int:
    plain = re.sub(r"\s", lambda sign: sign[0] if sign[0] in " \t" else " ", line)
    expanded = plain.expandtabs(_TAB)
    return len(expanded) - len(expanded.lstrip(" "))


def _dedented(found: list[list[SourceLine]]) -> list[list[SourceLine]]:
    """Take off the margin that all lines have."""
    margin = min((line.indent for lines in found for line in lines), default=0)
    if margin == 0:
        return found
    return [
        [SourceLine(line.number, line.indent - margin, line.text) for line in lines]
        for lines in found
    ]


def wrap_width(lines: Iterable[SourceLine]) -> int | None:
    """Give the width that lines were wrapped at; nothing where a line is a paragraph.

    A few lines that couldn't be wrapped, such as addresses, decide nothing.
    """
    lengths = sorted(line.indent + len(line.text) for line in lines)
    long = sum(length > _LONG for length in lengths)
    if long and long >= len(lengths) * _EXCEPTIONS:
        return None
    usual = [length for length in lengths if length <= _LONG]
    return usual[math.ceil(len(usual) * (1 - _EXCEPTIONS)) - 1] if usual else 0


def is_full(line: SourceLine, width: int) -> bool:
    """Tell whether a line is as long as one that was wrapped."""
    return line.indent + len(line.text) >= _FULL * width


def joined(lines: Iterable[SourceLine]) -> str:
    """Put the lines of a wrapped paragraph together."""
    return " ".join(line.text for line in lines if line.text)


def hyphenated(lines: list[SourceLine]) -> Iterator[SourceLine]:
    """Give the lines that may end in the middle of a word."""
    for line in lines[:-1]:
        if re.search(r"[^\W\d_]-$", line.text):
            yield line
