from __future__ import annotations

import io

import pypdf
import pytest

from duenotice.render.pdf.address_fit import MisfitError
from duenotice.render.pdf.letter import write_letter
from duenotice.render.pdf.sheet import Sheet
from sample_letter import INFO
from sample_letter import MISSED
from sample_letter import PAGE
from sample_letter import STYLE
from sample_letter import letter_html
from sample_letter import lines_for
from tagged_pdf import TaggedPdf
from tagged_pdf import failures

KINDS = {
    "letter": ("en", "letter", False),
    "a4": ("es", "a4", False),
    "large": ("en", "letter", True),
    "arabic": ("ar", "letter", False),
    "large arabic": ("ar", "letter", True),
    "chinese": ("zh-Hant", "a4", True),
}
PIXEL = 0.75
"""Of WeasyPrint's, in points."""

INJECTIONS = (
    "<b>Ana</b>",
    "</div><script>alert(1)</script>",
    "{{ 7 * 7 }}",
    "&lt;Ana&gt;",
    "=HYPERLINK(1)",
    "(Ana) Tj ET",
)


def letter(name: str, *address: str, kind: str = "letter") -> bytes:
    """Write a letter."""
    locale, paper, is_large = KINDS[kind]
    return write_letter(
        Sheet(letter_html(locale, paper, is_large_print=is_large), STYLE),
        info=INFO,
        lines=lines_for(name, *address),
        files={},
    )


class TestLetter:
    """One letter to one reader."""

    @pytest.mark.parametrize("profile", ["3a", "ua1"])
    @pytest.mark.parametrize("kind", KINDS)
    def test_valid(self, kind: str, profile: str) -> None:
        """
        A letter is PDF/A-3a and PDF/UA-1, on any paper, in any language and size.
        """
        assert [] == failures(letter("Ana محمد 王", kind=kind), profile)

    def test_heard(self) -> None:
        """
        Who has it read out hears who writes, to whom, what changes, and where to read.
        """
        heard = TaggedPdf(letter("Ana Lee")).text()
        parts = (
            "Heron Rowing Club",
            "Ana Lee7 Mill LaneHeron Bay, CA 90001",
            "ABCDE-FGHIJ",
            "What changes on May 1, 2026",
            "Dear Ana Lee,",
            "Last day for an answer: April 30, 2026.",
            PAGE,
            "office@heron.example",
            "We keep the log for 5 years.",
            "We keep the log for 9 years.",
            "Where to read more",
        )

        assert sorted(parts, key=heard.index) == list(parts)

    def test_kept_together(self) -> None:
        """
        Wherever a page ends, an address stands on that of the words that lead to it.
        """
        for paragraphs in range(8):
            html = letter_html(
                is_large_print=True, paragraphs=paragraphs, earlier=(MISSED,)
            )
            made = write_letter(
                Sheet(html, STYLE), info=INFO, lines=lines_for("Ana Lee"), files={}
            )
            pages = [
                one.extract_text() for one in pypdf.PdfReader(io.BytesIO(made)).pages
            ]
            of_words, of_address = (
                next(at for at, text in enumerate(pages) if said in text)
                for said in ("word for word:", "2025-01-01/2026-03-01/")
            )

            assert of_words == of_address, paragraphs

    @pytest.mark.parametrize("name", INJECTIONS)
    def test_injections(self, name: str) -> None:
        """
        What looks like code in a name or an address is shown as text.
        """
        heard = TaggedPdf(letter(name, f"1 {name}", f"2 {name}")).text()

        assert f"{name}1 {name}2 {name}" in heard
        assert f"Dear {name}," in heard

    @pytest.mark.parametrize("character", ["\r\n", "\u202e", "\x00", "\ud800"])
    def test_unprintable(self, character: str) -> None:
        """
        A character that hides or turns what stands around it is on no letter.
        """
        with pytest.raises(MisfitError, match="no-glyph"):
            letter("Ana", f"7 Mill{character}Lane")

    def test_large_print(self) -> None:
        """
        In large print all but the address has eighteen points at least.
        """
        found: list[tuple[float, str]] = []
        content = letter("Ana Lee", "7 Mill Lane", kind="large")
        for page in pypdf.PdfReader(io.BytesIO(content)).pages:
            page.extract_text(
                visitor_text=lambda text, _page, matrix, _font, size: found.append(
                    (matrix[0] * size * PIXEL, text.strip())
                )
            )

        assert ["Ana Lee", "7 Mill Lane"] == [
            text for size, text in found if text and size < 17.9
        ]
