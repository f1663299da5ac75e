"""The form of a paragraph: its style, its place in a list, its direction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_STEP = 720
"""How far a level of a list is indented, in twentieths of a point."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphForm:
    """How a paragraph is set."""

    style: str = ""
    """Empty for a plain paragraph."""

    number: tuple[int, int] | None = None
    """The list whose next item it begins, and the level of that."""

    depth: int = 0
    """How many levels it is indented without a number of its own."""

    is_rtl: bool = False
    alignment: str = ""

    def xml(self) -> str:
        """Give the properties, in the order that the standard asks for."""
        return "".join(self._parts())

    def _parts(self) -> Iterator[str]:
        if self.style:
            yield f'<w:pStyle w:val="{self.style}"/>'
        if self.number is not None:
            list_id, level = self.number
            yield f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/>'
            yield "</w:numPr>"
        if self.is_rtl:
            yield "<w:bidi/>"
        if self.depth:
            yield f'<w:ind w:left="{_STEP * self.depth}"/>'
        if self.alignment:
            yield f'<w:jc w:val="{self.alignment}"/>'


def paragraph_xml(form: ParagraphForm, mark: str, change: str, content: str) -> str:
    """Give a paragraph.

    Args:
        form: How it is set.
        mark: What marks its end as added or removed.
        change: What marks a change of its form.
        content: Its runs.
    """
    end = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    properties = f"{form.xml()}{end}{change}"
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{content}</w:p>"
