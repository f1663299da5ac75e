"""What a line of one of the two texts stands in: lists, quotations, headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.compare import PartHeading
from duenotice.model.content import CodeBlock
from duenotice.model.content import Heading
from duenotice.model.content import Rule
from duenotice.render.docx.numbering import DEEPEST
from duenotice.render.docx.paragraphs import ParagraphForm
from duenotice.render.heading_ranks import HeadingRanks

if TYPE_CHECKING:
    from duenotice.compare import Element

_MOST_HEADINGS = 6


class Surroundings:
    """What is open in one of the two texts, as its lines come by."""

    def __init__(self) -> None:
        """Begin at the top of a text."""
        self._lists: list[int] = []
        self._quotations = 0
        self._begins_item = False
        self._ranks = HeadingRanks()

    @property
    def level(self) -> int:
        """Give the level of a list that begins here."""
        return min(len(self._lists), DEEPEST)

    def open_list(self, list_id: int) -> None:
        """Begin a list."""
        self._lists.append(list_id)

    def close_list(self) -> None:
        """End the innermost list."""
        self._lists.pop()

    def open_item(self) -> None:
        """Begin an item: the next line has its number."""
        self._begins_item = True

    def close_item(self) -> None:
        """End an item, even if it had no line."""
        self._begins_item = False

    def open_quotation(self) -> None:
        """Begin a quotation."""
        self._quotations += 1

    def close_quotation(self) -> None:
        """End a quotation."""
        self._quotations -= 1

    def form(self, element: Element | None, *, is_rtl: bool) -> ParagraphForm:
        """Give the form of the next line.

        Args:
            element: The line.
            is_rtl: Whether its words run from right to left.
        """
        number, depth = None, len(self._lists)
        if self._lists and self._begins_item:
            number, depth = (self._lists[-1], min(depth - 1, DEEPEST)), 0
            self._begins_item = False
        style = self._style(element)
        return ParagraphForm(style=style, number=number, depth=depth, is_rtl=is_rtl)

    def _style(self, element: Element | None) -> str:
        match element:
            case PartHeading(level=level):
                return self._heading(level)
            case Heading(level=level):
                return self._heading(level + 1)
            case CodeBlock():
                return "Code"
            case Rule():
                return "Rule"
            case _ if self._quotations:
                return "Quote"
            case _:
                return "ListParagraph" if self._lists else ""

    def _heading(self, level: int) -> str:
        return f"Heading{min(self._ranks.rank(level), _MOST_HEADINGS)}"
