"""What draws onto the pages that WeasyPrint set."""

from __future__ import annotations

from typing import TYPE_CHECKING
from typing import Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    import pydyf

    from duenotice.render.pdf.document import Press
    from duenotice.render.pdf.letter_places import PageBox


class Painter(Protocol):
    """Draws more than WeasyPrint does, and finishes the objects of the PDF."""

    root: Element
    """Of the HTML; put in before it is called."""

    faults: list[str]

    def paint(self, pages: Sequence[PageBox], press: Press) -> None:
        """Draw, once the pages of a document are drawn."""

    def __call__(self, document: object, pdf: pydyf.PDF) -> None:
        """Finish the objects; WeasyPrint writes them afterwards."""
