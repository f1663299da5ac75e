from __future__ import annotations

import datetime as dt
import hashlib
import html
import io
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest
from PIL import Image

from duenotice.model.theme import Logo
from duenotice.model.theme import Theme
from duenotice.render.pdf import PdfInfo
from duenotice.render.pdf import document
from duenotice.render.pdf import write_pdf
from duenotice.render.pdf.finisher import Finisher
from duenotice.render.pdf.sheet import Sheet
from duenotice.render.pdf.sheet import Sheets
from duenotice.render.theme_css import pdf_css
from sample_pdf import BODY
from sample_pdf import INFO
from sample_pdf import STYLE
from sample_pdf import page_of
from sample_pdf import pdf_of
from tagged_pdf import TaggedPdf
from tagged_pdf import failures

if TYPE_CHECKING:
    import pypdf


class TestStandards:
    """What a checker says."""

    @pytest.mark.parametrize("profile", ["3a", "ua1"])
    def test_valid(self, content: bytes, profile: str) -> None:
        """
        A PDF conforms to PDF/A-3a and to PDF/UA-1 at once.
        """
        assert [] == failures(content, profile)

    def test_declares_both(self, tagged: TaggedPdf) -> None:
        """
        The metadata name both standards.
        """
        metadata = tagged.file.open_metadata()

        assert "3" == metadata["pdfaid:part"]
        assert "A" == metadata["pdfaid:conformance"]
        assert "1" == metadata["pdfuaid:part"]

    def test_stream_ends(self) -> None:
        """
        No stream's length is in doubt, whatever byte the data end with.
        """
        found = [failures(pdf_of(f"<h1>Oar {n}</h1>"), "3a") for n in range(20)]

        assert [[]] * 20 == found

    def test_logo(self) -> None:
        """
        A logo of pixels leaves a document what it is.
        """
        picture = io.BytesIO()
        Image.new("RGB", (9, 3), "green").save(picture, "PNG")
        content = write_pdf(
            page_of('<h1>Oars</h1><p class="controller">Heron Rowing Club</p>'),
            stylesheet=f"{STYLE}{pdf_css(Theme(logo=Logo(path='logo.png')))}",
            info=INFO,
            fonts={"logo.png": picture.getvalue()},
        )

        assert [[], []] == [failures(content, profile) for profile in ("3a", "ua1")]

    def test_spare_object(self) -> None:
        """
        The spare object of a further attempt changes nothing that is seen.
        """
        source = page_of("<h1>Oars</h1>")
        sheets = Sheets(sheets=(Sheet(source, STYLE),), info=INFO)
        again = document._attempt(sheets, Finisher(1))

        assert again != write_pdf(source, stylesheet=STYLE, info=INFO)
        assert [] == failures(again, "3a")
        assert "Oars" == TaggedPdf(again).text()

    def test_fonts_embedded(self, tagged: TaggedPdf) -> None:
        """
        Every font is in the file, as a subset.
        """
        for font in tagged.file.pages[0].Resources.Font.values():
            inner = font.DescendantFonts[0]
            assert "/FontFile2" in inner.FontDescriptor or (
                "/FontFile3" in inner.FontDescriptor
            )
            assert re.match(r"/[A-Z]{6}\+", str(font.BaseFont))

    def test_output_intent(self, tagged: TaggedPdf) -> None:
        """
        Colours are sRGB.
        """
        (intent,) = tagged.file.Root.OutputIntents

        assert "/GTS_PDFA1" == intent.S
        assert str(intent.OutputConditionIdentifier).endswith("sRGB")


class TestMetadata:
    """What the file says about itself."""

    def test_document(self, tagged: TaggedPdf) -> None:
        """
        Title and language come from the HTML, and readers show the title.
        """
        root = tagged.file.Root

        assert "en" == str(root.Lang)
        assert bool(root.ViewerPreferences.DisplayDocTitle) is True
        assert "Rowing rules" == str(tagged.file.docinfo.Title)
        assert "Rowing rules" == tagged.file.open_metadata()["dc:title"]

    def test_info(self, tagged: TaggedPdf) -> None:
        """
        Author, subject and day come from the caller.
        """
        docinfo = tagged.file.docinfo

        assert "Heron Rowing Club" == str(docinfo.Author)
        assert "What the club notes about its rowers" == str(docinfo.Subject)
        assert str(docinfo.CreationDate) == str(docinfo.ModDate) == "D:20260309"
        metadata = tagged.file.open_metadata()
        assert metadata["xmp:CreateDate"] == metadata["xmp:ModifyDate"] == "2026-03-09"

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Rows & <b>B</b> ]]></rdf:RDF>", "Rows & <b>B</b> ]]></rdf:RDF>"),
            ("R) /OpenAction <</S/JS>> (\\", "R) /OpenAction <</S/JS>> (\\"),
            ("Rows\r\n and\toars ", "Rows and oars"),
            ("Rows\x07\x1b[2J \x00\x85oars", "Rows [2J oars"),
            ("Rows \u202eevil\u202c \u2066oars\u2069", "Rows evil oars"),
            ("Rows\ufffe \ud800oars", "Rows oars"),
            ("Écluse \U0001f6a3 قارب", "Écluse \U0001f6a3 قارب"),
        ],
        ids=["markup", "PDF", "lines", "control", "bidi", "no character", "letters"],
    )
    def test_plain_text(self, text: str, expected: str) -> None:
        """
        Whatever a title or a controller's name holds, it is one line of plain text.
        """
        title = html.escape(text).replace("\0", "").replace("\ud800", "")
        info = PdfInfo(dated=dt.date(2026, 3, 9), author=text, subject=text)
        source = page_of("<h1>Oars</h1>", title=title)

        written = write_pdf(source, stylesheet=STYLE, info=info)

        file = pikepdf.open(io.BytesIO(written))
        assert [expected] * 3 == [
            str(file.docinfo[key]) for key in ("/Title", "/Author", "/Subject")
        ]
        metadata = file.open_metadata()
        assert [expected, [expected], expected] == [
            metadata[key] for key in ("dc:title", "dc:creator", "dc:description")
        ]
        assert [[], []] == [failures(written, profile) for profile in ("3a", "ua1")]

    def test_meta_elements_are_not_heard(self) -> None:
        """
        What the HTML says of author and dates doesn't count.
        """
        head = '<meta name="author" content="X"><meta name="keywords" content="Y">'
        only_dated = PdfInfo(dated=dt.date(2026, 3, 9))
        source = page_of("<h1>Oars</h1>", head=head)
        written = write_pdf(source, stylesheet=STYLE, info=only_dated)

        assert {
            "/CreationDate",
            "/Creator",
            "/ModDate",
            "/Producer",
            "/Title",
        } == set(pikepdf.open(io.BytesIO(written)).docinfo)

    def test_bookmarks(self, reader: pypdf.PdfReader) -> None:
        """
        Headings of the first three levels are bookmarks, in their order.
        """

        def titles(outline: list[object]) -> list[object]:
            return [
                titles(each) if isinstance(each, list) else getattr(each, "title", "")
                for each in outline
            ]

        assert [
            "Rowing rules",
            ["1. The log", ["1.1 Gaps"], "2. Boats"],
        ] == titles(list(reader.outline))

    def test_page_labels(self, reader: pypdf.PdfReader) -> None:
        """
        Readers count pages as the foot of the page does.
        """
        assert ["1", "2"] == reader.page_labels[:2]
        assert len(reader.pages) > 2


class TestText:
    """What is read, by eye and by ear."""

    def test_ligatures(self, reader: pypdf.PdfReader) -> None:
        """
        Letters that the font ties together can be searched and copied.
        """
        text = " ".join(reader.pages[0].extract_text().split())

        assert "The office first fills in an efficient log" in text
        assert "our page on waffles" in text

    def test_page_numbers(self, reader: pypdf.PdfReader) -> None:
        """
        Each page shows its number and their count.
        """
        count = len(reader.pages)
        for number, page in enumerate(reader.pages, 1):
            assert f"Page {number} of {count}" in page.extract_text()

    def test_running_heads(self, tagged: TaggedPdf) -> None:
        """
        Running heads and page numbers are seen and not heard.
        """
        count = len(tagged.file.pages)

        assert 1 == tagged.text().count("Rowing rules")
        assert " of " not in tagged.text()
        assert tagged.artifacts.count("Rowing rules") == count
        assert f"Page 2 of {count}" in tagged.artifacts

    def test_order(self, tagged: TaggedPdf) -> None:
        """
        The tags give the text in its order, from the first page to the last.
        """
        written = re.sub(r"<title>.*?</title>|<p lang=.*?</p>|<[^>]+>|\s", "", BODY)
        heard = re.sub(r"\s", "", tagged.text(without="Lbl"))
        (arabic,) = tagged.find_with("/ActualText")

        assert heard.replace(re.sub(r"\s", "", arabic), "") == written


class TestSameBytes:
    """What the bytes depend on."""

    def test_surroundings(self, tmp_path: Path, content: bytes) -> None:
        """
        Equal input gives equal bytes, whatever the time zone, folder or locale.
        """
        code = (
            "import sys, datetime\n"
            "from duenotice.render.pdf import PdfInfo, write_pdf\n"
            "body, style = sys.stdin.buffer.read().decode().split('\\0')\n"
            "info = PdfInfo(dated=datetime.date(2026, 3, 9),\n"
            "    author='Heron Rowing Club',\n"
            "    subject='What the club notes about its rowers')\n"
            "sys.stdout.buffer.write(write_pdf(body, stylesheet=style, info=info))\n"
        )
        first = {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
        second = {"PYTHONHASHSEED": "2", "TZ": "America/Lima", "LC_ALL": "C.UTF-8"}
        source = str(Path(document.__file__).parents[3])
        running = [
            subprocess.Popen(
                [sys.executable, "-c", code],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                cwd=folder,
                env={"PATH": os.defpath, "PYTHONPATH": source, **surroundings},
            )
            for folder, surroundings in [(tmp_path, first), (Path("/"), second)]
        ]
        given = f"{page_of(BODY)}\0{STYLE}".encode()
        digests = [hashlib.sha256(each.communicate(given)[0]) for each in running]
        expected = hashlib.sha256(content).hexdigest()

        assert [expected, expected] == [digest.hexdigest() for digest in digests]

    def test_one_process(self, content: bytes) -> None:
        """
        What was written before leaves no trace.
        """
        pdf_of("<h1>Something else</h1>", style="h1 { font-family: sans-serif }")

        assert content == pdf_of(BODY)

    def test_day(self) -> None:
        """
        Another day gives another identifier.
        """
        days = dt.date(2026, 3, 9), dt.date(2026, 3, 10)
        source = page_of("<h1>Oars</h1>")
        written = [
            write_pdf(source, stylesheet=STYLE, info=PdfInfo(dated=day)) for day in days
        ]
        files = [pikepdf.open(io.BytesIO(each)) for each in written]

        assert bytes(files[0].trailer.ID[0]) != bytes(files[1].trailer.ID[0])
