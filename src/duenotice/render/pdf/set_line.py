"""A line of text, set in glyphs, to be drawn anywhere on a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from typing import Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duenotice.render.pdf.letter_places import Style


class LineLayout(Protocol):
    """What is needed of a layout of WeasyPrint's: a text in a style."""

    style: Style

    def set_text(self, text: str) -> None:
        """Take the text."""


@dataclass(frozen=True, slots=True)
class LineBox:
    """What WeasyPrint needs of a box to draw its line."""

    text: str
    pango_layout: LineLayout
    baseline: float = 0

    @property
    def style(self) -> Style:
        """Give that of the layout."""
        return self.pango_layout.style


@dataclass(frozen=True, slots=True)
class SetLine:
    """What draws a line, and its width in CSS pixels."""

    operators: bytes
    width: float

    def drawn(self, x: float, y: float, scale: float) -> bytes:
        """Place the start of its baseline on a page, in points from below."""
        return b"%.4g 0 0 %.4g %.6g %.6g Tm\n%b" % (scale, scale, x, y, self.operators)


def set_line(drawn: Sequence[bytes], width: float) -> SetLine:
    """Take what WeasyPrint drew of a line: a place, then fonts and glyphs."""
    operators = b"\n".join(drawn[1:])
    # Most glyphs stand as wide apart as they are.
    return SetLine(operators.replace(b">0<", b"").replace(b">0]", b">]"), width)
