from __future__ import annotations

import logging
import re

import pytest

from duenotice.render.pdf import PdfContentError
from duenotice.render.pdf import PdfError
from duenotice.render.pdf import PdfGlyphError
from duenotice.render.pdf import write_pdf
from duenotice.render.pdf.errors import PdfSettingError
from sample_pdf import INFO
from sample_pdf import page_of
from sample_pdf import pdf_of
from tagged_pdf import TaggedPdf
from tagged_pdf import failures

FAULTS = {
    "no-title": (
        '<html lang="en"><title> </title><h1>x</h1>',
        "the document has no title",
    ),
    "no-language": (
        "<html><title>x</title><h1>x</h1>",
        'Missing required "lang" attribute at the root of the document',
    ),
    "dead-link": (
        page_of('<h1>x</h1><a href="#y">y</a>'),
        "No anchor #y for internal URI reference",
    ),
    "relative-link": (
        page_of('<h1>x</h1><a href="../y/">y</a>'),
        'the link to "../y/" is relative to nothing',
    ),
    "heading-skipped": (
        page_of("<h1>x</h1><h3>y</h3>"),
        "a heading of level 3 follows 1",
    ),
    "picture-without-title": (
        page_of('<h1>x</h1><svg width="9" height="9"><circle r="4"/></svg>'),
        "a picture has no title",
    ),
    "unheard": (
        page_of(
            "<style>@page { @top-left { content: element(x) } }</style>"
            '<p style="position: running(x)">y</p><h1>x</h1>'
        ),
        '"y" would be seen and not heard',
    ),
    "unknown-property": (
        page_of('<h1 style="colour: red">x</h1>'),
        "Ignored `colour: red` at 1:1, unknown property.",
    ),
    "no-font": (
        page_of('<h1 style="font-family: No Such Font">x</h1>'),
        'no font of "No Such Font" is installed',
    ),
}


class TestFaults:
    """What stops a PDF."""

    @pytest.mark.parametrize(("html", "fault"), FAULTS.values(), ids=FAULTS)
    def test_named(self, html: str, fault: str) -> None:
        """
        A fault that readers would meet stops the PDF and is named.
        """
        with pytest.raises(PdfContentError) as caught:
            write_pdf(html, stylesheet="", info=INFO)

        assert (fault,) == caught.value.faults
        assert re.fullmatch(
            rf'the PDF "(x|Rowing rules|)" would be faulty: {re.escape(fault)}',
            str(caught.value),
        )
        assert "Correct the text, the template or its style sheet." == (
            caught.value.advice
        )

    def test_failure(self) -> None:
        """
        A rule at which WeasyPrint fails is told as a fault of the document.
        """
        with pytest.raises(PdfSettingError) as caught:
            write_pdf(
                page_of("<section><p>x</p></section>"),
                stylesheet="section { max-lines: 0; continue: discard }",
                info=INFO,
            )

        assert (
            'the PDF "Rowing rules" can\'t be set: WeasyPrint fails with IndexError'
        ) == str(caught.value)

    def test_missing_glyph(self) -> None:
        """
        A character that would show as a box is named.
        """
        with pytest.raises(PdfGlyphError) as caught:
            pdf_of("<h1>x</h1><p>A \u0378 and a \x01 and a \u0378</p>")

        assert ("\x01", "\u0378") == caught.value.characters
        assert (
            'for the PDF "Rowing rules" no installed font has '
            "a character (U+0001, unnamed), a character (U+0378, unnamed)"
        ) == str(caught.value)
        assert (
            "Readers would see empty boxes. Install a font for that script, such as "
            "those of the packages fonts-noto-core and fonts-noto-cjk."
        ) == caught.value.advice

    def test_missing_glyph_named(self) -> None:
        """
        The message shows a character that can be shown, with its name.
        """
        assert (
            'for the PDF "乘客" no installed font has '
            '"漢" (U+6F22, CJK UNIFIED IDEOGRAPH-6F22)'
        ) == str(PdfGlyphError("乘客", ["漢"]))

    def test_quiet_logger(self) -> None:
        """
        Warnings are heard whatever the log level, which is left as it was.
        """
        logger = logging.getLogger("weasyprint")
        before = logger.level, list(logger.handlers)
        logger.setLevel(logging.CRITICAL)
        try:
            with pytest.raises(PdfError):
                pdf_of('<h1 style="colour: red">x</h1>')
            assert logger.level == logging.CRITICAL
        finally:
            logger.setLevel(before[0])

        assert logger.handlers == before[1]

    def test_slow_subsetting(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """
        Without libharfbuzz-subset a PDF takes longer and is as good.
        """
        monkeypatch.setattr("weasyprint.pdf.fonts.harfbuzz_subset", None)
        written = pdf_of("<h1>Office</h1>")

        assert failures(written, "3a") == failures(written, "ua1") == []
        assert "Office" == TaggedPdf(written).text()
