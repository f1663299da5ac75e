"""What draws onto the pages that WeasyPrint set."""

from __future__ import annotations

from typing import TYPE_CHECKING
from typing import Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    import pydyf

    from duenotice.render.pdf.letter_places import PageBox
    from duenotice.render.pdf.press import Press


class Painter(Protocol):
    """Draws more than WeasyPrint does, and finishes the objects of the PDF."""

    root: Element
    """Of the HTML; put in before it is called."""

    faults: list[str]

    def paint(self, laid: Sequence[Sequence[PageBox]], press: Press) -> None:
        """Draw, once the pages of all documents are drawn."""

    def __call__(self, document: object, pdf: pydyf.PDF) -> None:
        """Finish the objects; WeasyPrint writes them afterwards."""


class LaidPage(Protocol):
    """What is needed of a page of WeasyPrint's."""

    _page_box: PageBox


def paint_pages(
    painter: Painter, laid: Sequence[Sequence[LaidPage]], press: Press
) -> None:
    """Let a painter draw, unless the whole will be refused for its glyphs anyway."""
    if not press.lacks_glyphs:
        painter.paint(
            [[page._page_box for page in pages] for pages in laid],  # noqa: SLF001 - so
            press,
        )
