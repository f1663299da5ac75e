"""Whether words within an element are seen, as far as its style says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product
from itertools import starmap
from typing import TYPE_CHECKING

from duenotice.mailing.contents.colours import ink_in
from duenotice.mailing.contents.colours import papers_in
from duenotice.mailing.contents.hiding import is_gone
from duenotice.mailing.contents.lengths import numbers_in
from duenotice.mailing.contents.lengths import size_in

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Mapping

    from duenotice.mailing.contents.colours import Colour
    from duenotice.mailing.contents.style_sheets import Styles

_BLACK: Colour = (0.0, 0.0, 0.0, 1.0)
_WHITE: Colour = (1.0, 1.0, 1.0, 1.0)
_NOTICED = 0.2
"""A difference of colours that everybody could see."""

_LEAST_SIZE = 5
"""Pixels of letters that somebody could read, or of the line that they stand in."""

_LEAST_SHARE = 0.5
"""Of the height of its letters that a line has."""

_PAPERS = ("background", "background-color", "background-image")
_FONT = re.compile(
    r"(?<![\w.])([\d.]+(?:e[-+]?\d+)?(?:[a-z]+|%)|0(?![\w.]))(?:\s*/\s*([\w.%]+))?"
)
"""The size in a shorthand, and the height of lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """How the words directly within an element look."""

    is_hidden: bool = False
    """With everything in it, whatever that says of itself."""

    is_invisible: bool = False
    is_low: bool = False
    """Its lines have no height."""

    size: float = 16
    inks: frozenset[Colour] = frozenset({_BLACK})
    """The colours that its letters may have."""

    fills: frozenset[Colour] = frozenset()
    """What some browsers fill them with instead."""

    papers: frozenset[Colour] = frozenset({_WHITE})

    @property
    def is_seen(self) -> bool:
        """Tell whether somebody can read them."""
        hidden = self.is_hidden or self.is_invisible or self.is_low
        return (
            not hidden
            and self.size >= _LEAST_SIZE
            and all(starmap(_stands_out, product(self.inks | self.fills, self.papers)))
        )

    def within(
        self, tag: str, styles: Styles, attributes: Mapping[str, str | None]
    ) -> Sight:
        """Give how words look in an element that stands in this one."""
        fonts = [_font(one) for one in styles.get("font", ())]
        own_ink = attributes.get("color") or attributes.get("text") or ""
        inks = styles.get("color") or [own_ink]
        return Sight(
            is_hidden=self.is_hidden or is_gone(tag, styles, attributes),
            is_invisible=self._invisible(styles.get("visibility", ())),
            is_low=self._low(
                [*styles.get("line-height", ()), *(low for _, low in fonts)]
            ),
            size=self._size(
                [*styles.get("font-size", ()), *(size for size, _ in fonts)]
            ),
            inks=_inks(inks, self.inks),
            fills=_inks(styles.get("-webkit-text-fill-color", [""]), self.fills),
            papers=self._papers(styles, attributes),
        )

    def _invisible(self, said: Iterable[str]) -> bool:
        if any(one in {"hidden", "collapse"} for one in said):
            return True
        return self.is_invisible and "visible" not in said

    def _low(self, said: Iterable[str]) -> bool:
        known = [one for one in said if one not in {"", "inherit", "unset"}]
        return any(map(_is_low, known)) if known else self.is_low

    def _size(self, said: Iterable[str]) -> float:
        sizes = (size_in(one, self.size) for one in said)
        return min((one for one in sizes if one is not None), default=self.size)

    def _papers(
        self, styles: Styles, attributes: Mapping[str, str | None]
    ) -> frozenset[Colour]:
        said = [one for name in _PAPERS for one in styles.get(name, ())]
        found = [each for one in said for each in papers_in(one)]
        own = papers_in(attributes.get("bgcolor") or "")
        known = frozenset(one for one in found or own if not one[3] <= _NOTICED)
        return known or self.papers


def _inks(said: Iterable[str], around: frozenset[Colour]) -> frozenset[Colour]:
    found = {ink_in(one) for one in said}
    known = frozenset(one for one in found if one is not None)
    return known | around if None in found else known


def _font(value: str) -> tuple[str, str]:
    """Give the size and the height of lines of a shorthand, empty where unsaid."""
    found = _FONT.search(value)
    if found is None:
        return "0" if "(" in value else "", ""
    return found[1], found[2] or ""


def _is_low(height: str) -> bool:
    for number, unit in numbers_in(height):
        share = number / 100 if unit == "%" else number
        least = _LEAST_SHARE if unit in {"", "%", "em"} else _LEAST_SIZE
        return share < least
    return "(" in height


def _stands_out(ink: Colour, paper: Colour) -> bool:
    """Tell whether letters do; from what isn't known, nothing does."""
    *shades, alpha = ink
    difference = max(abs(a - b) for a, b in zip(shades, paper, strict=False))
    return alpha * difference > _NOTICED
