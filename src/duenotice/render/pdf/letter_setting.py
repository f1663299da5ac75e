"""What is each reader's own, drawn onto the first page of a letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.render.messages.letter_view import ADDRESS
from duenotice.render.messages.letter_view import GREETING
from duenotice.render.messages.letter_view import REFERENCE
from duenotice.render.pdf.address_fit import LEAST_SCALE
from duenotice.render.pdf.address_fit import Misfit
from duenotice.render.pdf.address_fit import MisfitError
from duenotice.render.pdf.address_fit import Window
from duenotice.render.pdf.address_fit import fit_address
from duenotice.render.pdf.direction import begins_leftward
from duenotice.render.pdf.letter_places import find_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.render.pdf.letter_lines import LetterLines
    from duenotice.render.pdf.letter_places import PageBox
    from duenotice.render.pdf.letter_places import Place
    from duenotice.render.pdf.press import Press
    from duenotice.render.pdf.set_line import SetLine

POINTS = 0.75
"""Of a CSS pixel."""


class LetterSetter:
    """Draws the lines of one reader after the other."""

    def __init__(self, page: PageBox, press: Press) -> None:
        """Find the places on a first page."""
        self._places = {
            name: place
            for name in (ADDRESS, GREETING, REFERENCE)
            if (place := find_place(page, name))
        }
        self._press = press
        self._top = page.margin_height()
        self._lines: dict[tuple[str, str], SetLine] = {}

    @property
    def missing(self) -> list[str]:
        """Name the places that the page doesn't have."""
        return [
            name for name in (ADDRESS, GREETING, REFERENCE) if name not in self._places
        ]

    def draw(self, lines: LetterLines) -> bytes:
        """Draw a reader's lines.

        Raises:
            MisfitError: They can't be printed.
        """
        lines.check()
        drawn = [*self._address(lines), self._greeting(lines)]
        drawn.append(self._line(REFERENCE, lines.reference, self._places[REFERENCE]))
        return b"0 g BT\n%b\nET" % b"\n".join(drawn)

    def _address(self, lines: LetterLines) -> Iterator[bytes]:
        """Set the address from the left, where machines look for it."""
        place = self._places[ADDRESS]
        window = Window(width=place.width, height=place.height, pitch=place.pitch)
        fitted = fit_address(
            lines.address, window, lambda text: self._set(ADDRESS, text).width
        )
        pitch = place.pitch * fitted.scale
        baseline = place.first_baseline(len(fitted.lines), fitted.scale)
        for number, text in enumerate(fitted.lines):
            y = baseline + number * pitch
            yield self._drawn(self._set(ADDRESS, text), place.left, y, fitted.scale)

    def _greeting(self, lines: LetterLines) -> bytes:
        place = self._places[GREETING]
        widest = place.width / LEAST_SCALE
        named = self._set(GREETING, lines.greeting)
        fits = named.width <= widest
        text = lines.greeting if fits else lines.plain_greeting
        return self._line(GREETING, text, place)

    def _line(self, name: str, text: str, place: Place) -> bytes:
        """Draw a line from where one of its direction starts."""
        line = self._set(name, text)
        scale = 1.0
        if name == GREETING and line.width > place.width:
            scale = place.width / line.width
        x = place.left
        if place.direction == "rtl":
            x = place.right - line.width * scale
        return self._drawn(line, x, place.baseline, scale)

    def _set(self, name: str, text: str) -> SetLine:
        key = name, text
        found = self._lines.get(key)
        if found is None:
            place = self._places[name]
            direction = place.direction
            if name == ADDRESS:
                direction = "rtl" if begins_leftward(text) else "ltr"
            found = self._press.line(text, place.style, direction)
            if found is None:
                raise MisfitError(Misfit.NO_GLYPH)
            self._lines[key] = found
        return found

    def _drawn(self, line: SetLine, x: float, y: float, scale: float) -> bytes:
        return line.drawn(x * POINTS, (self._top - y) * POINTS, scale * POINTS)
