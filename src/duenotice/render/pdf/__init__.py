"""A complete HTML document as a PDF to keep, to print and to hear.

What is written is PDF/A-3a and PDF/UA-1 at once, and the same for equal input: nothing
comes from the clock, the folder, the network or a file. `document` has WeasyPrint set
the pages. WeasyPrint writes one of the two standards and leaves the tags half done;
`finisher` does the rest on the PDF's objects before their bytes are written.
"""

from __future__ import annotations

from duenotice.render.pdf.document import write_pdf
from duenotice.render.pdf.errors import PdfContentError
from duenotice.render.pdf.errors import PdfError
from duenotice.render.pdf.errors import PdfFetchError
from duenotice.render.pdf.errors import PdfGlyphError
from duenotice.render.pdf.info import PdfInfo

__all__ = [
    "PdfContentError",
    "PdfError",
    "PdfFetchError",
    "PdfGlyphError",
    "PdfInfo",
    "write_pdf",
]
