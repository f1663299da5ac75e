"""One letter to one reader, to keep, to print and to hear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import escape

from duenotice.render.messages.laid import Laid
from duenotice.render.messages.letter_view import ADDRESS
from duenotice.render.messages.letter_view import GREETING
from duenotice.render.messages.letter_view import REFERENCE
from duenotice.render.pdf.address_html import address_html
from duenotice.render.pdf.document import write_pdf

if TYPE_CHECKING:
    from collections.abc import Mapping

    from duenotice.render.pdf.info import PdfInfo
    from duenotice.render.pdf.letter_lines import LetterLines
    from duenotice.render.pdf.sheet import Sheet


def write_letter(
    sheet: Sheet, *, info: PdfInfo, lines: LetterLines, files: Mapping[str, bytes]
) -> bytes:
    """Set one letter, with tags for who has it read out.

    Args:
        sheet: The letter, with slots for the address, the greeting and the reference.
        info: What the PDF says about itself.
        lines: What is the reader's own.
        files: What the style sheet asks for as `theme:NAME`: a logo.

    Raises:
        MisfitError: The lines can't be printed.
        PdfError: The letter can't be made a PDF.
    """
    lines.check()
    values = {
        ADDRESS: address_html(lines.address),
        GREETING: escape(lines.greeting),
        REFERENCE: escape(lines.reference),
    }
    html = Laid.of(sheet.html).fill(values)
    return write_pdf(html, stylesheet=sheet.stylesheet, info=info, fonts=files)
