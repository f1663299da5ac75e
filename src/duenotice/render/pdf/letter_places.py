"""Where on the first page of a letter stands what is each reader's own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from typing import Protocol
from typing import TypeAlias
from typing import TypeGuard

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

Style: TypeAlias = dict[str, object]
"""A computed style of WeasyPrint's."""

STAND_IN = "\N{NO-BREAK SPACE}"
"""What is laid out where a line of the reader's will stand."""


class PageBox(Protocol):
    """What is needed of a page, or of a box on it, that WeasyPrint laid out."""

    element: Element | None
    style: Style
    position_y: float
    width: float
    height: float

    def content_box_x(self) -> float:
        """Give its left edge, within borders and padding."""

    def content_box_y(self) -> float:
        """Give its upper edge, within borders and padding."""

    def margin_height(self) -> float:
        """Give its height with all around it: of a page, that of the paper."""

    def descendants(self, *, placeholders: bool) -> Iterator[PageBox]:
        """Give it and all below it, with what is taken out of the flow."""


class _TextBox(PageBox, Protocol):
    text: str
    baseline: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where lines stand, in CSS pixels from the corner at the top left."""

    left: float
    right: float
    top: float
    bottom: float
    baseline: float
    """Of the first stand-in."""

    pitch: float
    """From one baseline to the next; nothing where one line alone is stood in for."""

    is_low: bool
    """Lines stand at the bottom of the room that there is for them."""

    style: Style

    @property
    def width(self) -> float:
        """Give the most that a line may take."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Give the room for all lines."""
        return self.bottom - self.top

    @property
    def direction(self) -> str:
        """Give `ltr` or `rtl`."""
        return str(self.style["direction"])

    def first_baseline(self, count: int, scale: float) -> float:
        """Give that of the first of some lines, which may be smaller."""
        if not self.is_low:
            return self.top + (self.baseline - self.top) * scale
        last = self.baseline + self.pitch
        last = self.bottom - (self.bottom - last) * scale
        return last - self.pitch * scale * (count - 1)


def find_place(page: PageBox, name: str) -> Place | None:
    """Find the element with an id, in which stand-ins were laid out."""
    boxes = page.descendants(placeholders=True)
    around = next((box for box in boxes if _name(box) == name), None)
    if around is None:
        return None
    lines = [box for box in around.descendants(placeholders=True) if _is_stand_in(box)]
    if not lines:
        return None
    left, top = around.content_box_x(), around.content_box_y()
    baselines = [line.position_y + line.baseline for line in lines]
    return Place(
        left=left,
        right=left + around.width,
        top=top,
        bottom=top + around.height,
        baseline=baselines[0],
        pitch=baselines[1] - baselines[0] if len(baselines) > 1 else 0,
        is_low=baselines[0] - top > around.height / 2,
        style=lines[0].style,
    )


def _name(box: PageBox) -> str:
    return "" if box.element is None else box.element.get("id", "")


def _is_stand_in(box: PageBox) -> TypeGuard[_TextBox]:
    return getattr(box, "text", "") == STAND_IN
