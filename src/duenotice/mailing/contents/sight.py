"""Whether words within an element are seen, as far as its style says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.mailing.contents.style_sheets import colour_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from duenotice.mailing.contents.style_sheets import Colour

_BLACK: Colour = (0.0, 0.0, 0.0, 1.0)
_WHITE: Colour = (1.0, 1.0, 1.0, 1.0)
_NOTICED = 0.05
"""A difference of colours that somebody could see."""

_INHERITED = frozenset({"inherit", "revert", "unset"})
_LENGTH = re.compile(r"(-?\d*\.?\d+)([a-z%]*)")
_NO_SIZE = ("height", "max-height", "max-width", "width")
_PLACES = ("left", "margin-left", "right", "text-indent", "top")
_FAR = 900
"""So many pixels are beyond the edge of what is seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """How the words directly within an element look."""

    is_hidden: bool = False
    """With everything in it, whatever that says of itself."""

    is_invisible: bool = False
    has_size: bool = True
    ink: Colour = _BLACK
    paper: Colour = _WHITE

    @property
    def is_seen(self) -> bool:
        """Tell whether somebody can read them."""
        hidden = self.is_hidden or self.is_invisible or not self.has_size
        return not hidden and self._stands_out

    @property
    def _stands_out(self) -> bool:
        *ink, alpha = self.ink
        pairs = zip(ink, self.paper, strict=False)
        return alpha > _NOTICED and max(abs(a - b) for a, b in pairs) > _NOTICED

    def within(
        self, styles: Mapping[str, str], attributes: Mapping[str, str | None]
    ) -> Sight:
        """Give how words look in an element that stands in this one."""
        visibility = styles.get("visibility", "inherit")
        return Sight(
            is_hidden=self.is_hidden or "hidden" in attributes or _is_gone(styles),
            is_invisible=self.is_invisible
            if visibility in _INHERITED
            else visibility in {"hidden", "collapse"},
            has_size=_has_size(styles.get("font-size", ""), self.has_size),
            ink=_ink(styles, attributes) or self.ink,
            paper=_paper(styles, attributes) or self.paper,
        )


def _is_gone(styles: Mapping[str, str]) -> bool:
    """Tell whether an element is shown to nobody, or not to all."""
    is_cut = "hidden" in styles.get("overflow", "")
    return (
        styles.get("display") == "none"
        or styles.get("mso-hide") == "all"
        or _number(styles.get("opacity", "")) == 0
        or (is_cut and any(_number(styles.get(one, "")) == 0 for one in _NO_SIZE))
        or any((_number(styles.get(one, "")) or 0) < -_FAR for one in _PLACES)
    )


def _has_size(value: str, inherited: bool) -> bool:  # noqa: FBT001 - what holds outside
    """Tell whether letters have a size; one of a pixel is none."""
    found = _LENGTH.match(value)
    if found is None:
        return inherited or value not in {"", *_INHERITED}
    is_relative = found[2] in {"em", "%"}
    return (inherited or not is_relative) and float(found[1]) > (
        0 if is_relative else 1
    )


def _ink(
    styles: Mapping[str, str], attributes: Mapping[str, str | None]
) -> Colour | None:
    return colour_in(styles.get("color") or attributes.get("color") or "")


def _paper(
    styles: Mapping[str, str], attributes: Mapping[str, str | None]
) -> Colour | None:
    value = styles.get("background-color") or styles.get("background")
    found = colour_in(value or attributes.get("bgcolor") or "")
    return found if found is not None and found[3] > _NOTICED else None


def _number(value: str) -> float | None:
    found = _LENGTH.match(value)
    return None if found is None else float(found[1])
