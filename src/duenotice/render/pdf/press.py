"""Single lines of text, set in the fonts of a document that is being drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING
from typing import Protocol

from duenotice.render.pdf.set_line import LineBox
from duenotice.render.pdf.set_line import set_line

if TYPE_CHECKING:
    from collections.abc import Collection

    import pydyf

    from duenotice.render.pdf.letter_places import Style
    from duenotice.render.pdf.set_line import LineLayout
    from duenotice.render.pdf.set_line import SetLine


class Typesetter(Protocol):
    """What setting a line needs of WeasyPrint."""

    def layout(self, style: Style) -> LineLayout:
        """Make a layout in which texts are set in a style."""

    def width(self, layout: LineLayout) -> float:
        """Give the width of the text in it."""

    def draw(self, stream: pydyf.Stream, box: LineBox) -> Collection[object]:
        """Draw a line; give the glyphs that are pictures."""


class Press:
    """Sets lines, and knows whether there are glyphs for them."""

    def __init__(
        self, stream: pydyf.Stream, warned: list[str], typesetter: Typesetter
    ) -> None:
        """Take the stream of a page, and the list of what WeasyPrint warns of."""
        self._fonts = stream._fonts  # noqa: SLF001 - it has no other name
        self._stream = stream.clone()
        self._warned = warned
        self._typesetter = typesetter
        self._layouts: dict[tuple[int, str], LineLayout] = {}

    @property
    def lacks_glyphs(self) -> bool:
        """Tell whether something was drawn that no font has."""
        return any(font.missing for font in self._fonts.values())

    def line(self, text: str, style: Style, direction: str) -> SetLine | None:
        """Set a line, or nothing where no installed font has a glyph for it.

        Args:
            text: A line, without control characters.
            style: How it looks.
            direction: `ltr` or `rtl`.
        """
        layout = self._layout(style, direction)
        layout.set_text(text)
        known, warned = set(self._fonts), len(self._warned)
        self._stream.stream = []
        self._stream._current_font = None  # noqa: SLF001 - so that it names the font
        pictures = self._typesetter.draw(self._stream, LineBox(text, layout))
        if pictures or self.lacks_glyphs:
            self._forget(known)
            del self._warned[warned:]
            return None
        return set_line(self._stream.stream, self._typesetter.width(layout))

    def _layout(self, style: Style, direction: str) -> LineLayout:
        key = id(style), direction
        if key not in self._layouts:
            turned = style.copy()
            turned["direction"] = direction
            self._layouts[key] = self._typesetter.layout(turned)
        return self._layouts[key]

    def _forget(self, known: set[object]) -> None:
        """Take out of the fonts what a line left there that can't be set."""
        for key in [key for key in self._fonts if key not in known]:
            del self._fonts[key]
        for font in self._fonts.values():
            # The first glyph is the empty box that stood in.
            for glyph in (0, *font.missing.values()):
                font.widths.pop(glyph, None)
                font.to_unicode.pop(glyph, None)
            font.missing.clear()
