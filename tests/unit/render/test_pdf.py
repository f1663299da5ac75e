from __future__ import annotations

import datetime as dt
import hashlib
import io
import logging
import os
import re
import subprocess
import sys
from http.server import BaseHTTPRequestHandler
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pikepdf
import pypdf
import pytest
from page import validate_pdf_bytes

from duenotice.render import pdf
from duenotice.render.pdf import PdfContentError
from duenotice.render.pdf import PdfError
from duenotice.render.pdf import PdfFetchError
from duenotice.render.pdf import PdfGlyphError
from duenotice.render.pdf import PdfInfo
from duenotice.render.pdf import write_pdf

if TYPE_CHECKING:
    from collections.abc import Iterator

INFO = PdfInfo(
    dated=dt.date(2026, 3, 9),
    author="Heron Rowing Club",
    subject="What the club notes about its rowers",
)

STYLE = """
@page {
  size: A5; margin: 20mm;
  @top-center { content: string(heading) }
  @bottom-center { content: "Page " counter(page) " of " counter(pages) }
}
html { font-family: serif }
h1 { string-set: heading content() }
"""

ROWS = "\n".join(
    f'<tr><th scope="row">Boat {number}</th><td>{number} seats</td></tr>'
    for number in range(1, 41)
)
ITEMS = "\n".join(f"<li>Oar number {number}.</li>" for number in range(1, 41))

BODY = f"""
<header><h1>Rowing rules</h1></header>
<main>
<section id="log">
<h2>1. The log</h2>
<p>The office first fills in an <em>efficient</em> log; see
<a href="#boats"><strong>section 2</strong>, Boats</a>
and <a href="https://heron.example/waffles">our page on waffles</a>.</p>
<ul><li><p>Loose item.</p><p>Its second paragraph.</p></li>
<li>Tight item<ol><li>Inner item</li></ol></li></ul>
<h3>1.1 Gaps</h3>
<h4>1.1.1 Short gaps</h4>
<p>On the quay they say <span lang="es">buenas tardes</span>.</p>
<ol start="7">{ITEMS}<li>{"Many words on one oar. " * 120}</li></ol>
</section>
<section id="boats" style="break-before: page">
<h2>2. Boats</h2>
<table><caption>All boats</caption>
<thead><tr><th scope="col">Name</th><th scope="col">Size</th></tr></thead>
<tbody>{ROWS}</tbody></table>
<p lang="ar" dir="rtl">قارب جديد</p>
<p><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">
<title>A buoy</title><circle cx="4" cy="4" r="4"/></svg></p>
</section>
</main>
"""


def page_of(body: str, *, title: str = "Rowing rules", head: str = "") -> str:
    """Wrap a body into a document in English."""
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{title}</title>{head}</head>'
        f"<body>{body}</body></html>"
    )


def pdf_of(body: str, *, style: str = STYLE, head: str = "") -> bytes:
    """Write a small document."""
    return write_pdf(page_of(body, head=head), stylesheet=style, info=INFO)


def failures(content: bytes, profile: str) -> list[str]:
    """List what a checker finds wrong."""
    report = validate_pdf_bytes(content, profile=profile)
    return [f"{each.rule_id}: {each.message}" for each in report.failures]


class TaggedPdf:
    """A PDF as a screen reader meets it: by its tags."""

    def __init__(self, content: bytes) -> None:
        """Read the structure tree and the text of each piece of marked content."""
        self.file = pikepdf.open(io.BytesIO(content))
        self.artifacts: list[str] = []
        self._texts: dict[tuple[object, str], str] = {}
        for page in self.file.pages:
            self._read(page)
        self._root = self.file.Root.StructTreeRoot.K[0]
        self.elements = list(self._walk(self._root))

    def find(self, role: str) -> list[pikepdf.Object]:
        """Find the elements of one role."""
        return [each for each in self.elements if each.S == f"/{role}"]

    def find_with(self, key: str) -> dict[str, str]:
        """Map the text of each element that has an entry to that entry."""
        found = [each for each in self.elements if key in each]
        return {self.text(each): str(each[key]) for each in found}

    def text(self, element: pikepdf.Object | None = None, without: str = "") -> str:
        """Read out an element, or everything, without the elements of one role."""
        element = self._root if element is None else element
        if element.S == f"/{without}":
            return ""
        return "".join(
            self.text(kid, without)
            if _is_element(kid)
            else self._texts.get((element.Pg.objgen, str(kid)), "")
            for kid in element.get("/K", [])
        )

    def _walk(self, element: pikepdf.Object) -> Iterator[pikepdf.Object]:
        yield element
        for kid in filter(_is_element, element.get("/K", [])):
            yield from self._walk(kid)

    def _read(self, page: pikepdf.Page) -> None:
        letters = {name: _letters(font) for name, font in page.Resources.Font.items()}
        number: object = None
        text, font = "", ""
        for instruction in pikepdf.parse_content_stream(page):
            operands = instruction.operands
            match str(instruction.operator):
                case "Tf":
                    font = str(operands[0])
                case "BDC":
                    text, number = "", operands[1].get("/MCID")
                case "TJ":
                    text += _decode(operands[0], letters[font])
                case "EMC" if number is None:
                    self.artifacts.append(text)
                case "EMC":
                    self._texts[page.objgen, str(number)] = text
                case _:
                    pass


def _is_element(thing: object) -> bool:
    return isinstance(thing, pikepdf.Dictionary) and thing.Type == "/StructElem"


def _letters(font: pikepdf.Object) -> dict[int, str]:
    pairs = re.findall(rb"<(\w+)> <(\w+)>", font.ToUnicode.read_bytes())
    return {
        int(glyph, 16): bytes.fromhex(text.decode()).decode("utf-16-be")
        for glyph, text in pairs
    }


def _decode(shown: pikepdf.Object, letters: dict[int, str]) -> str:
    strings = [bytes(each) for each in shown if isinstance(each, pikepdf.String)]
    glyphs = b"".join(strings)
    pairs = zip(glyphs[::2], glyphs[1::2], strict=True)
    return "".join(letters[high << 8 | low] for high, low in pairs)


@pytest.fixture(scope="module")
def content() -> bytes:
    """Give a document of several pages that has one of everything."""
    return pdf_of(BODY)


@pytest.fixture(scope="module")
def tagged(content: bytes) -> TaggedPdf:
    """Give its tags."""
    return TaggedPdf(content)


@pytest.fixture(scope="module")
def reader(content: bytes) -> pypdf.PdfReader:
    """Give it as an ordinary reader sees it."""
    return pypdf.PdfReader(io.BytesIO(content))


class TestStandards:
    """What a checker says."""

    @pytest.mark.parametrize("profile", ["3a", "ua1"])
    def test_valid(self, content: bytes, profile: str) -> None:
        """A PDF conforms to PDF/A-3a and to PDF/UA-1 at once."""
        assert failures(content, profile) == []

    def test_declares_both(self, tagged: TaggedPdf) -> None:
        """The metadata name both standards."""
        metadata = tagged.file.open_metadata()
        assert metadata["pdfaid:part"] == "3"
        assert metadata["pdfaid:conformance"] == "A"
        assert metadata["pdfuaid:part"] == "1"

    def test_stream_ends(self) -> None:
        """No stream's length is in doubt, whatever byte the data end with."""
        found = [failures(pdf_of(f"<h1>Oar {n}</h1>"), "3a") for n in range(20)]
        assert found == [[]] * 20

    def test_spare_object(self) -> None:
        """The spare object of a further attempt changes nothing that is seen."""
        source = page_of("<h1>Oars</h1>")
        again = pdf._attempt(source, STYLE, INFO, pdf._Finisher(1))
        assert again != write_pdf(source, stylesheet=STYLE, info=INFO)
        assert failures(again, "3a") == []
        assert TaggedPdf(again).text() == "Oars"

    def test_fonts_embedded(self, tagged: TaggedPdf) -> None:
        """Every font is in the file, as a subset."""
        for font in tagged.file.pages[0].Resources.Font.values():
            inner = font.DescendantFonts[0]
            assert "/FontFile2" in inner.FontDescriptor or (
                "/FontFile3" in inner.FontDescriptor
            )
            assert re.match(r"/[A-Z]{6}\+", str(font.BaseFont))

    def test_output_intent(self, tagged: TaggedPdf) -> None:
        """Colours are sRGB."""
        (intent,) = tagged.file.Root.OutputIntents
        assert intent.S == "/GTS_PDFA1"
        assert str(intent.OutputConditionIdentifier).endswith("sRGB")


class TestMetadata:
    """What the file says about itself."""

    def test_document(self, tagged: TaggedPdf) -> None:
        """Title and language come from the HTML, and readers show the title."""
        root = tagged.file.Root
        assert str(root.Lang) == "en"
        assert bool(root.ViewerPreferences.DisplayDocTitle) is True
        assert str(tagged.file.docinfo.Title) == "Rowing rules"
        assert tagged.file.open_metadata()["dc:title"] == "Rowing rules"

    def test_info(self, tagged: TaggedPdf) -> None:
        """Author, subject and day come from the caller."""
        docinfo = tagged.file.docinfo
        assert str(docinfo.Author) == "Heron Rowing Club"
        assert str(docinfo.Subject) == "What the club notes about its rowers"
        assert str(docinfo.CreationDate) == str(docinfo.ModDate) == "D:20260309"
        metadata = tagged.file.open_metadata()
        assert metadata["xmp:CreateDate"] == metadata["xmp:ModifyDate"] == "2026-03-09"

    def test_meta_elements_are_not_heard(self) -> None:
        """What the HTML says of author and dates doesn't count."""
        head = '<meta name="author" content="X"><meta name="keywords" content="Y">'
        only_dated = PdfInfo(dated=dt.date(2026, 3, 9))
        source = page_of("<h1>Oars</h1>", head=head)
        written = write_pdf(source, stylesheet=STYLE, info=only_dated)
        assert set(pikepdf.open(io.BytesIO(written)).docinfo) == {
            "/CreationDate",
            "/Creator",
            "/ModDate",
            "/Producer",
            "/Title",
        }

    def test_bookmarks(self, reader: pypdf.PdfReader) -> None:
        """Headings of the first three levels are bookmarks, in their order."""

        def titles(outline: list[object]) -> list[object]:
            return [
                titles(each) if isinstance(each, list) else getattr(each, "title", "")
                for each in outline
            ]

        assert titles(list(reader.outline)) == [
            "Rowing rules",
            ["1. The log", ["1.1 Gaps"], "2. Boats"],
        ]

    def test_page_labels(self, reader: pypdf.PdfReader) -> None:
        """Readers count pages as the foot of the page does."""
        assert reader.page_labels[:2] == ["1", "2"]
        assert len(reader.pages) > 2


class TestText:
    """What is read, by eye and by ear."""

    def test_ligatures(self, reader: pypdf.PdfReader) -> None:
        """Letters that the font ties together can be searched and copied."""
        text = " ".join(reader.pages[0].extract_text().split())
        assert "The office first fills in an efficient log" in text
        assert "our page on waffles" in text

    def test_page_numbers(self, reader: pypdf.PdfReader) -> None:
        """Each page shows its number and their count."""
        count = len(reader.pages)
        for number, page in enumerate(reader.pages, 1):
            assert f"Page {number} of {count}" in page.extract_text()

    def test_running_heads(self, tagged: TaggedPdf) -> None:
        """Running heads and page numbers are seen and not heard."""
        count = len(tagged.file.pages)
        assert tagged.text().count("Rowing rules") == 1
        assert " of " not in tagged.text()
        assert tagged.artifacts.count("Rowing rules") == count
        assert f"Page 2 of {count}" in tagged.artifacts

    def test_order(self, tagged: TaggedPdf) -> None:
        """The tags give the text in its order, from the first page to the last."""
        written = re.sub(r"<title>.*?</title>|<p lang=.*?</p>|<[^>]+>|\s", "", BODY)
        heard = re.sub(r"\s", "", tagged.text(without="Lbl"))
        (arabic,) = tagged.find_with("/ActualText")
        assert heard.replace(re.sub(r"\s", "", arabic), "") == written


class TestTags:
    """What a screen reader is told beside the text."""

    def test_split_by_pages(self, tagged: TaggedPdf) -> None:
        """A section, list or table that runs over several pages stays one."""
        expected = {"Sect": 2, "L": 3, "LI": 44, "Table": 1, "THead": 1, "TR": 41}
        assert {role: len(tagged.find(role)) for role in expected} == expected

    def test_repeated_head(self, tagged: TaggedPdf) -> None:
        """The head that a table repeats on each page is seen and not heard."""
        assert tagged.text().count("Name") == 1
        assert "Name" in tagged.artifacts

    def test_list_items(self, tagged: TaggedPdf) -> None:
        """An item is a label and one body; a list inside is part of that body."""
        items = tagged.find("LI")
        assert [_roles(item) for item in items] == [["/Lbl", "/LBody"]] * 44
        assert _roles(items[0].K[1]) == ["/P", "/P"]
        assert _roles(items[1].K[1]) == ["/Span", "/L"]

    def test_list_numbers(self, tagged: TaggedPdf) -> None:
        """A list counts from where it says."""
        labels = [tagged.text(label).strip() for label in tagged.find("Lbl")]
        assert labels == ["•", "•", "1.", *[f"{number}." for number in range(7, 48)]]

    def test_header_cells(self, tagged: TaggedPdf) -> None:
        """A header cell says what it heads."""
        scopes = [str(cell.A.Scope) for cell in tagged.find("TH")]
        assert scopes == ["/Column"] * 2 + ["/Row"] * 40

    def test_languages(self, tagged: TaggedPdf) -> None:
        """Words in another language are marked with it."""
        languages = tagged.find_with("/Lang")
        assert languages["buenas tardes"] == "es"
        assert sorted(languages.values()) == ["ar", "es"]

    def test_right_to_left(self, tagged: TaggedPdf) -> None:
        """Text from right to left is kept in the order in which it is read."""
        assert list(tagged.find_with("/ActualText").values()) == ["قارب جديد"]

    def test_links(self, tagged: TaggedPdf) -> None:
        """A link is described by its words, and is one link whatever is in it."""
        pages = [page for page in tagged.file.pages if "/Annots" in page]
        links = [link for page in pages for link in page.Annots]
        assert {str(link.Contents) for link in links} == {
            "section 2, Boats",
            "our page on waffles",
        }
        assert {str(link.A.URI) for link in links if "/A" in link} == {
            "https://heron.example/waffles"
        }
        assert len(links) == len(tagged.find("Link"))

    def test_words_after_link(self) -> None:
        """What a style sheet puts behind a link is no link inside the link."""
        style = 'a::after { content: " (" attr(href) ")" }'
        written = TaggedPdf(pdf_of('<h1 id="x">x</h1><a href="#x">y</a>', style=style))
        (link,) = written.find("Link")
        assert written.text(link) == "y (#x)"

    def test_picture(self, tagged: TaggedPdf) -> None:
        """A picture is described by its title."""
        assert [str(each.Alt) for each in tagged.find("Figure")] == ["A buoy"]


def _roles(element: pikepdf.Object) -> list[str]:
    return [str(kid.S) for kid in element.K]


class TestSameBytes:
    """What the bytes depend on."""

    def test_surroundings(self, tmp_path: Path, content: bytes) -> None:
        """Equal input gives equal bytes, whatever the time zone, folder or locale."""
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
        source = str(Path(pdf.__file__).parents[2])
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
        assert [digest.hexdigest() for digest in digests] == [expected, expected]

    def test_one_process(self, content: bytes) -> None:
        """What was written before leaves no trace."""
        pdf_of("<h1>Something else</h1>", style="h1 { font-family: sans-serif }")
        assert pdf_of(BODY) == content

    def test_day(self) -> None:
        """Another day gives another identifier."""
        days = dt.date(2026, 3, 9), dt.date(2026, 3, 10)
        source = page_of("<h1>Oars</h1>")
        written = [
            write_pdf(source, stylesheet=STYLE, info=PdfInfo(dated=day)) for day in days
        ]
        files = [pikepdf.open(io.BytesIO(each)) for each in written]
        assert bytes(files[0].trailer.ID[0]) != bytes(files[1].trailer.ID[0])


class Server:
    """A web server on this machine that counts what it is asked for."""

    def __init__(self) -> None:
        """Start it."""
        self.paths: list[str] = []
        paths = self.paths

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                paths.append(self.path)
                self.send_response(404)
                self.end_headers()

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self._server.server_port}/secret"
        Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Stop it."""
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """Give a server that nothing may ask."""
    server = Server()
    yield server
    server.stop()
    assert server.paths == []


@pytest.fixture
def addresses(server: Server, tmp_path: Path) -> tuple[str, ...]:
    """Give addresses of things that must not be reached."""
    secret = tmp_path / "secret.txt"
    secret.write_text("kingfisher")
    data = "data:image/svg+xml,%3Csvg%20xmlns=%22http://www.w3.org/2000/svg%22/%3E"
    return server.address, secret.as_uri(), data


def repeat(template: str, addresses: tuple[str, ...]) -> str:
    """Ask for each of the addresses in the same way."""
    return "\n".join(template.replace("ADDRESS", address) for address in addresses)


ASKING = {
    "img": '<img src="ADDRESS" alt="x">',
    "embed": '<embed src="ADDRESS">',
    "object": '<object data="ADDRESS">x</object>',
    "link-stylesheet": '<link rel="stylesheet" href="ADDRESS">',
    "link-attachment": '<link rel="attachment" href="ADDRESS">',
    "a-attachment": '<a rel="attachment" href="ADDRESS">x</a>',
    "style-attribute": '<p style="background: url(ADDRESS)">x</p>',
    "background": '<table background="ADDRESS"><tr><td>x</td></tr></table>',
    "style-import": '<style>@import "ADDRESS";</style><p>x</p>',
    "svg-image": '<svg><title>x</title><image href="ADDRESS" width="9"/></svg>',
    "svg-xlink": '<svg><title>x</title><image xlink:href="ADDRESS" width="9"/></svg>',
}

ASKING_RULES = {
    "import": '@import "ADDRESS";',
    "import-url": "@import url(ADDRESS);",
    "background": "p { background-image: url(ADDRESS) }",
    "content": 'p::before { content: url("ADDRESS") }',
    "list-style": "p { display: list-item; list-style-image: url(ADDRESS) }",
    "border-image": "p { border-image: url(ADDRESS) 1 }",
    "margin-box": "@page { @top-left { content: url(ADDRESS) } }",
    "font-face": "@font-face { font-family: X; src: url(ADDRESS) }",
}

UNHEARD = {
    "svg-use": '<svg><title>x</title><use href="ADDRESS#a"/></svg>',
    "iframe": '<iframe src="ADDRESS">x</iframe>',
    "script": '<script src="ADDRESS"></script>',
    "video": '<video src="ADDRESS" poster="ADDRESS"></video>',
    "source": '<picture><source srcset="ADDRESS"></picture>',
    "icon": '<link rel="icon" href="ADDRESS">',
    "preload": '<link rel="preload" as="style" href="ADDRESS">',
    "input": '<input type="image" src="ADDRESS">',
}


class TestNothingIsFetched:
    """What a PDF is made from."""

    @pytest.mark.parametrize("markup", ASKING.values(), ids=ASKING)
    def test_markup(self, markup: str, addresses: tuple[str, ...]) -> None:
        """A document that asks for something outside itself is refused."""
        with pytest.raises(PdfFetchError) as caught:
            pdf_of("<h1>x</h1><p>x</p>" + repeat(markup, addresses))
        assert set(caught.value.addresses) == set(addresses)

    @pytest.mark.parametrize("rule", ASKING_RULES.values(), ids=ASKING_RULES)
    def test_style(self, rule: str, addresses: tuple[str, ...]) -> None:
        """So is a style sheet."""
        for address in addresses:
            with pytest.raises(PdfFetchError) as caught:
                pdf_of("<h1>x</h1><p>x</p>", style=repeat(rule, (address,)))
            assert caught.value.addresses == (address,)

    def test_color_profile(self, addresses: tuple[str, ...]) -> None:
        """So is one with a colour profile, at the first."""
        rule = repeat("@color-profile --x { src: url(ADDRESS) }", addresses)
        with pytest.raises(PdfFetchError) as caught:
            pdf_of("<h1>x</h1>", style=rule)
        assert caught.value.addresses == addresses[:1]

    @pytest.mark.parametrize("markup", UNHEARD.values(), ids=UNHEARD)
    def test_unheard(self, markup: str, addresses: tuple[str, ...]) -> None:
        """Elements that mean nothing on paper are passed over."""
        written = pdf_of("<h1>x</h1>" + repeat(markup, addresses))
        assert "kingfisher" not in TaggedPdf(written).text()
        assert b"/EmbeddedFile" not in written

    def test_base(self, tmp_path: Path) -> None:
        """Nor does a base make a relative address reach anything."""
        base = f'<base href="{tmp_path.as_uri()}/">'
        with pytest.raises(PdfFetchError):
            pdf_of('<h1>x</h1><img src="secret.png" alt="x">', head=base)

    def test_relative(self) -> None:
        """A relative address leads nowhere."""
        with pytest.raises(PdfContentError, match="Relative URI reference"):
            pdf_of('<h1>x</h1><img src="secret.png" alt="x">')

    def test_import_in_picture(self, addresses: tuple[str, ...]) -> None:
        """Nor does a style sheet inside a picture, where WeasyPrint stumbles."""
        style = repeat('<style>@import "ADDRESS";</style>', addresses)
        with pytest.raises(PdfContentError, match="Failed to load inline SVG"):
            pdf_of(f"<h1>x</h1><svg><title>x</title>{style}</svg>")

    def test_message(self) -> None:
        """The error names every address once and says what to do."""
        image = '<img src="http://a.example/x" alt="x">'
        with pytest.raises(PdfFetchError) as caught:
            pdf_of(f'<h1>x</h1>{image}{image}<embed src="http://b.example/">')
        assert str(caught.value) == (
            'the PDF would have to fetch "http://a.example/x", "http://b.example/"'
        )
        assert caught.value.advice == (
            "A PDF is made from its own text and style sheet alone, without the "
            "network and without files: write a picture as inline SVG, and take the "
            "rest out."
        )


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
        """A fault that readers would meet stops the PDF and is named."""
        with pytest.raises(PdfContentError) as caught:
            write_pdf(html, stylesheet="", info=INFO)
        assert caught.value.faults == (fault,)
        assert str(caught.value) == f"the PDF would be faulty: {fault}"
        assert caught.value.advice == (
            "Correct the text, the template or its style sheet."
        )

    def test_missing_glyph(self) -> None:
        """A character that would show as a box is named."""
        with pytest.raises(PdfGlyphError) as caught:
            pdf_of("<h1>x</h1><p>A \u0378 and a \x01 and a \u0378</p>")
        assert caught.value.characters == ("\x01", "\u0378")
        assert str(caught.value) == (
            "no installed font has a character (U+0001, unnamed), "
            "a character (U+0378, unnamed)"
        )
        assert caught.value.advice == (
            "Readers would see empty boxes. Install a font for that script, such as "
            "those of the packages fonts-noto-core and fonts-noto-cjk."
        )

    def test_missing_glyph_named(self) -> None:
        """The message shows a character that can be shown, with its name."""
        assert str(PdfGlyphError(["漢"])) == (
            'no installed font has "漢" (U+6F22, CJK UNIFIED IDEOGRAPH-6F22)'
        )

    def test_quiet_logger(self) -> None:
        """Warnings are heard whatever the log level, which is left as it was."""
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
        """Without libharfbuzz-subset a PDF takes longer and is as good."""
        monkeypatch.setattr("weasyprint.pdf.fonts.harfbuzz_subset", None)
        written = pdf_of("<h1>Office</h1>")
        assert failures(written, "3a") == failures(written, "ua1") == []
        assert TaggedPdf(written).text() == "Office"
