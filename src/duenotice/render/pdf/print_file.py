"""Many letters in one PDF, for a mail house: what is the same in all is in it once.

WeasyPrint sets the letter a single time, with stand-ins where lines of the reader's
are to be. Those lines are then set for each reader, in the same fonts, and the pages
are put together: the first of a letter draws its reader's lines and then what all
share, and the others only what all share. Where both sides of the paper are printed,
two letters never share a sheet: an odd number of pages is followed by an empty one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pydyf

from duenotice.render.messages.laid import Laid
from duenotice.render.messages.letter_view import ADDRESS
from duenotice.render.messages.letter_view import GREETING
from duenotice.render.messages.letter_view import REFERENCE
from duenotice.render.pdf.address_fit import MisfitError
from duenotice.render.pdf.address_html import address_html
from duenotice.render.pdf.document import write_painted_pdf
from duenotice.render.pdf.letter_places import STAND_IN
from duenotice.render.pdf.letter_setting import LetterSetter

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from duenotice.render.pdf.address_fit import Misfit
    from duenotice.render.pdf.document import Press
    from duenotice.render.pdf.info import PdfInfo
    from duenotice.render.pdf.letter_lines import LetterLines
    from duenotice.render.pdf.letter_places import PageBox

_STAND_INS = {
    ADDRESS: address_html([STAND_IN, STAND_IN]),
    GREETING: STAND_IN,
    REFERENCE: STAND_IN,
}


_SIDES = 2
"""Of a sheet: two members never meet on one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedLetters:
    """The PDF of many letters."""

    pdf: bytes
    """Empty where none could be printed."""

    pages: int
    """Of each letter, with an empty one where a side of its last sheet is left."""

    misfits: Mapping[int, Misfit]
    """Why a letter isn't in it, by its place among those that were given."""


def write_print_file(
    html: str, *, stylesheet: str, info: PdfInfo, letters: Sequence[LetterLines]
) -> PrintedLetters:
    """Print the same letter for many readers, in their order.

    Args:
        html: The letter, with slots for the address, the greeting and the reference.
        stylesheet: How it looks.
        info: What the PDF says about itself.
        letters: What is each reader's own.

    Raises:
        PdfError: The letter itself can't be made a PDF.
    """
    run = _PrintRun(letters)
    laid = Laid.of(html).fill(_STAND_INS)
    pdf = write_painted_pdf(laid, stylesheet=stylesheet, info=info, painter=run)
    return PrintedLetters(
        pdf=pdf if run.drawn else b"", pages=run.pages, misfits=run.misfits
    )


class _PrintRun:
    """Draws the letters on the pages that WeasyPrint set, and puts these together."""

    root: Element

    def __init__(self, letters: Sequence[LetterLines]) -> None:
        self.faults: list[str] = []
        self.misfits: dict[int, Misfit] = {}
        self.drawn: list[bytes] = []
        self.pages = 0
        self._letters = letters

    def paint(self, pages: Sequence[PageBox], press: Press) -> None:
        """Draw the lines of all readers."""
        self.pages = len(pages) + len(pages) % _SIDES
        setter = LetterSetter(pages[0], press)
        self.faults += [f'no element has the id "{name}"' for name in setter.missing]
        for number, lines in enumerate(() if self.faults else self._letters):
            try:
                self.drawn.append(setter.draw(lines))
            except MisfitError as error:
                self.misfits[number] = error.misfit

    def __call__(self, document: object, pdf: pydyf.PDF) -> None:
        """Put the pages of all letters together."""
        del document
        laid = [pdf.objects[number] for number in pdf.pages["Kids"][::3]]
        first, *others = [page["Contents"] for page in laid]
        for key in ("MediaBox", "Resources"):
            pdf.pages[key] = laid[0][key]
        pdf.pages["Kids"], pdf.pages["Count"] = pydyf.Array(), 0
        for page in laid:
            page.clear()
        for content in self.drawn:
            own = pydyf.Stream([content], compress=True)
            pdf.add_object(own)
            for contents in (b"[%b %b]" % (own.reference, first), *others):
                pdf.add_page(_Page(pdf.pages.reference, contents))
            if len(laid) < self.pages:
                pdf.add_page(_Page(pdf.pages.reference, b"[]"))


class _Page(pydyf.Object):  # type: ignore[misc]
    """A page that has all but its contents from the tree of pages."""

    def __init__(self, parent: bytes, contents: bytes) -> None:
        super().__init__()
        self.data = b"<</Type/Page/Parent %b/Contents %b>>" % (parent, contents)

    data = b""
    """Its bytes, which WeasyPrint's library asks for as it writes."""
