"""Many letters in one PDF, for a mail house: what is the same in all is in it once.

WeasyPrint sets each letter a single time for all who knew the same text, with stand-ins
where lines of the reader's are to be. Those lines are then set for each reader, in the
same fonts, and the pages are put together: the first of a letter draws its reader's
lines and then what all share, and the others only what all share. Where both sides of
the paper are printed, two letters never share a sheet: an odd number of pages is
followed by an empty one.
"""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace
from itertools import islice
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
from duenotice.render.pdf.sheet import Sheets

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from duenotice.render.pdf.address_fit import Misfit
    from duenotice.render.pdf.info import PdfInfo
    from duenotice.render.pdf.letter_lines import LetterLines
    from duenotice.render.pdf.letter_places import PageBox
    from duenotice.render.pdf.press import Press
    from duenotice.render.pdf.sheet import Sheet

_STAND_INS = {
    ADDRESS: address_html([STAND_IN, STAND_IN]),
    GREETING: STAND_IN,
    REFERENCE: STAND_IN,
}

_SIDES = 2
"""Of a sheet: two members never meet on one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintPart:
    """The same letter for many readers."""

    sheet: Sheet
    """It, with slots for the address, the greeting and the reference."""

    letters: Sequence[LetterLines]
    """What is each reader's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedLetters:
    """The PDF of many letters."""

    pdf: bytes
    """Empty where none could be printed."""

    pages: tuple[int, ...]
    """Of each letter of a part, with an empty one where a side of its last sheet is
    left."""

    misfits: Mapping[int, Misfit]
    """Why a letter isn't in it, by its place among those of all parts."""


def write_print_file(
    parts: Sequence[PrintPart], *, info: PdfInfo, files: Mapping[str, bytes]
) -> PrintedLetters:
    """Print letters for many readers, in their order, on paper of one size.

    Args:
        parts: One or more, none of which says what another says.
        info: What the PDF says about itself.
        files: What a style sheet asks for as `theme:NAME`: a logo.

    Raises:
        PdfError: A letter itself can't be made a PDF.
    """
    run = _PrintRun([part.letters for part in parts])
    sheets = tuple(_laid(part.sheet) for part in parts)
    pdf = write_painted_pdf(Sheets(sheets=sheets, info=info, files=files), run)
    return PrintedLetters(
        pdf=pdf if any(run.drawn) else b"", pages=tuple(run.pages), misfits=run.misfits
    )


def _laid(sheet: Sheet) -> Sheet:
    return replace(sheet, html=Laid.of(sheet.html).fill(_STAND_INS))


class _PrintRun:
    """Draws the letters on the pages that WeasyPrint set, and puts these together."""

    root: Element

    def __init__(self, letters: Sequence[Sequence[LetterLines]]) -> None:
        self.faults: list[str] = []
        self.misfits: dict[int, Misfit] = {}
        self.drawn: list[list[bytes]] = []
        self.pages: list[int] = []
        self._letters = letters
        self._laid: list[int] = []

    def paint(self, laid: Sequence[Sequence[PageBox]], press: Press) -> None:
        """Draw the lines of all readers."""
        before = 0
        for pages, letters in zip(laid, self._letters, strict=True):
            self._laid.append(len(pages))
            self.pages.append(len(pages) + len(pages) % _SIDES)
            setter = LetterSetter(pages[0], press)
            for name in setter.missing:
                self.faults.append(f'no element has the id "{name}"')
            able = () if self.faults else letters
            self.drawn.append(list(self._draw(setter, able, before)))
            before += len(letters)

    def _draw(
        self, setter: LetterSetter, letters: Sequence[LetterLines], before: int
    ) -> Iterator[bytes]:
        for number, lines in enumerate(letters, start=before):
            try:
                yield setter.draw(lines)
            except MisfitError as error:
                self.misfits[number] = error.misfit

    def __call__(self, document: object, pdf: pydyf.PDF) -> None:
        """Put the pages of all letters together."""
        del document
        laid = [pdf.objects[number] for number in pdf.pages["Kids"][::3]]
        contents = iter([page["Contents"] for page in laid])
        for key in ("MediaBox", "Resources"):
            pdf.pages[key] = laid[0][key]
        pdf.pages["Kids"], pdf.pages["Count"] = pydyf.Array(), 0
        for page in laid:
            page.clear()
        for drawn, count in zip(self.drawn, self._laid, strict=True):
            self._add(pdf, drawn, list(islice(contents, count)))

    def _add(
        self, pdf: pydyf.PDF, drawn: Sequence[bytes], shared: Sequence[bytes]
    ) -> None:
        """Add the pages of a part's letters."""
        first, *others = shared
        others += [b"[]"] * (len(shared) % _SIDES)
        for content in drawn:
            own = pydyf.Stream([content], compress=True)
            pdf.add_object(own)
            for contents in (b"[%b %b]" % (own.reference, first), *others):
                pdf.add_page(_Page(pdf.pages.reference, contents))


class _Page(pydyf.Object):  # type: ignore[misc]
    """A page that has all but its contents from the tree of pages."""

    def __init__(self, parent: bytes, contents: bytes) -> None:
        super().__init__()
        self.data = b"<</Type/Page/Parent %b/Contents %b>>" % (parent, contents)

    data = b""
    """Its bytes, which WeasyPrint's library asks for as it writes."""
