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
    from duenotice.render.pdf.info import PdfInfo
    from duenotice.render.pdf.letter_lines import LetterLines


def write_letter(
    html: str, *, stylesheet: str, info: PdfInfo, lines: LetterLines
) -> bytes:
    """Set one letter, with tags for who has it read out.

    Args:
        html: The letter, with slots for the address, the greeting and the reference.
        stylesheet: How it looks.
        info: What the PDF says about itself.
        lines: What is the reader's own.

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
    return write_pdf(Laid.of(html).fill(values), stylesheet=stylesheet, info=info)
