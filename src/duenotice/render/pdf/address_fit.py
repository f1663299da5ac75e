"""How the lines of an address are made to fit the window of an envelope."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Iterator
    from collections.abc import Sequence

LEAST_SCALE = 0.8
"""Smaller, a machine of the post wouldn't read it: 8 points, where 10 are usual."""

_IDEOGRAPHS = "\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
_PIECE = re.compile(f"[{_IDEOGRAPHS}] *|[^ {_IDEOGRAPHS}]+ *")
"""What can't be broken: a word, or one letter of a script without spaces."""


class Misfit(enum.StrEnum):
    """Why a letter can't be printed: the codes of the file of rejects."""

    NO_GLYPH = "no-glyph"
    TOO_LONG = "address-too-long"
    TOO_TALL = "address-too-tall"


class MisfitError(ValueError):
    """A letter that can't be printed. Who prints the others goes on without it."""

    def __init__(self, misfit: Misfit) -> None:
        self.misfit = misfit
        super().__init__(misfit.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The room for an address, and how far its lines are apart."""

    width: float
    height: float
    pitch: float


@dataclass(frozen=True, slots=True)
class FittedAddress:
    """Lines, and by how much they are made smaller."""

    lines: tuple[str, ...]
    scale: float


def fit_address(
    lines: Sequence[str], window: Window, measure: Callable[[str], float]
) -> FittedAddress:
    """Make lines smaller where they are too long, or else break them at a space.

    Raises:
        MisfitError: They don't fit in a size that machines read.
    """
    parts = tuple(part for line in lines for part in _parts(line, window, measure))
    wide = window.width / max(1, *map(measure, parts))
    high = window.height / (len(parts) * window.pitch)
    if high < LEAST_SCALE:
        raise MisfitError(Misfit.TOO_TALL)
    return FittedAddress(parts, min(1, wide, high))


def _parts(line: str, window: Window, measure: Callable[[str], float]) -> Iterator[str]:
    most = window.width / LEAST_SCALE
    if measure(line) <= most:
        yield line
        return
    part = ""
    for piece in _PIECE.findall(line):
        if measure(piece.rstrip(" ")) > most:
            raise MisfitError(Misfit.TOO_LONG)
        if part and measure((part + piece).rstrip(" ")) > window.width:
            yield part.rstrip(" ")
            part = ""
        part += piece
    yield part.rstrip(" ")
