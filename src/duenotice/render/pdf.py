"""A complete HTML document as a PDF to keep, to print and to hear.

The only module that imports WeasyPrint. What it writes is PDF/A-3a and PDF/UA-1 at
once, and the same for equal input: nothing comes from the clock, the folder, the
network or a file. WeasyPrint writes one of the two standards and leaves the tags half
done; `_Finisher` and `_TagTree` do the rest before the bytes are written.
"""

from __future__ import annotations

import contextlib
import io
import logging
import re
import threading
import unicodedata
import warnings
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING
from typing import ClassVar

import pydyf  # type: ignore[import-untyped]

from duenotice.errors import DuenoticeError

with warnings.catch_warnings():
    # It warns of a missing HarfBuzz-Subset: `HAS_FAST_SUBSETTING` says so.
    warnings.simplefilter("ignore", DeprecationWarning)
    import weasyprint
    from weasyprint.css import ColorProfile
    from weasyprint.text.ffi import harfbuzz_subset
    from weasyprint.urls import URLFetcher
    from weasyprint.urls import URLFetchingError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

HAS_FAST_SUBSETTING = harfbuzz_subset is not None
"""Whether libharfbuzz-subset is installed; PDFs are slower to write without it."""

_OPTIONS = {
    "pdf_variant": "pdf/a-3a",
    "output_intent": "--srgb",
    "presentational_hints": True,  # or lists would ignore `start`
}
_ATTEMPTS = 9
_STREAM_END = b"\r\nendstream"
_SLOW_SUBSETTING = "Using fontTools instead of HarfBuzz-Subset"
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_HEADING = re.compile(r"/H([1-6])")

_GENERIC_FAMILIES = frozenset({"serif", "sans-serif", "monospace", "system-ui"})
"""A style sheet that names one of these takes any font."""

_BASE_STYLE = """
h4, h5, h6 { bookmark-level: none }
tr { break-inside: avoid }
"""

_UA_IDENTIFICATION = b"""\
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
  pdfuaid:part="1" />
<rdf:Description rdf:about=""
  xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
  xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
  <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
  <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
  <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
  <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
    <pdfaProperty:name>part</pdfaProperty:name>
    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
    <pdfaProperty:category>internal</pdfaProperty:category>
    <pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
  </rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""
"""PDF/A lets a file declare PDF/UA only together with the schema of that."""

_ROLE_BY_TAG = {
    "article": "/Art",
    "blockquote": "/BlockQuote",
    "dd": "/LI",
    "div": "/Div",
    "dl": "/L",
    "dt": "/LI",
    "li": "/LI",
    "main": "/Part",
    "ol": "/L",
    "p": "/P",
    "section": "/Sect",
    "table": "/Table",
    "tbody": "/TBody",
    "ul": "/L",
}
"""What WeasyPrint makes of the elements that a page break may split."""


class PdfError(DuenoticeError):
    """A document that could not be made a PDF as it should be."""


class PdfFetchError(PdfError):
    """A document that asks for something outside itself."""

    hint: ClassVar[str] = (
        "A PDF is made from its own text and style sheet alone, without the network "
        "and without files: write a picture as inline SVG, and take the rest out."
    )

    def __init__(self, addresses: Iterable[str]) -> None:
        self.addresses = tuple(dict.fromkeys(addresses))
        listed = ", ".join(f'"{address}"' for address in self.addresses)
        super().__init__(f"the PDF would have to fetch {listed}")


class PdfGlyphError(PdfError):
    """A text with characters that no installed font can show."""

    hint: ClassVar[str] = (
        "Readers would see empty boxes. Install a font for that script, such as those "
        "of the packages fonts-noto-core and fonts-noto-cjk."
    )

    def __init__(self, characters: Iterable[str]) -> None:
        self.characters = tuple(sorted(set(characters)))
        listed = ", ".join(map(_name_character, self.characters))
        super().__init__(f"no installed font has {listed}")


class PdfContentError(PdfError):
    """A document with faults that a reader of the PDF would meet."""

    hint: ClassVar[str] = "Correct the text, the template or its style sheet."

    def __init__(self, faults: Iterable[str]) -> None:
        self.faults = tuple(dict.fromkeys(faults))
        super().__init__("the PDF would be faulty: " + "; ".join(self.faults))


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfInfo:
    """What a PDF says about itself beside its title and language."""

    dated: dt.date
    """The day given as that of its creation and last change."""

    author: str | None = None
    """Who speaks in it."""

    subject: str | None = None
    """What it is, in one sentence."""


def write_pdf(html: str, *, stylesheet: str, info: PdfInfo) -> bytes:
    """Set a document with a style sheet; its `title` and `lang` become the PDF's.

    Raises:
        PdfFetchError: Something outside the two texts is asked for.
        PdfGlyphError: A character has no glyph in any installed font.
        PdfContentError: Anything else of which WeasyPrint warns, a link that leads
            nowhere, a skipped heading level, a picture or a document without title.
    """
    content = b""
    for spares in range(_ATTEMPTS):
        finisher = _Finisher(spares)
        content = _attempt(html, stylesheet, info, finisher)
        if content.count(_STREAM_END) == finisher.framed:
            break
    return content


def _attempt(html: str, stylesheet: str, info: PdfInfo, finisher: _Finisher) -> bytes:
    fetcher = _RefusingFetcher()
    with _listening() as warned:
        try:
            source = weasyprint.HTML(string=html, url_fetcher=fetcher)
            document = source.render(
                stylesheets=[io.StringIO(_BASE_STYLE), io.StringIO(stylesheet)],
                color_profiles={"--srgb": _read_colors()},
                **_OPTIONS,
            )
            document.pages[:] = map(_Page, document.pages)
            _fill_metadata(document.metadata, info)
            finisher.root = source.etree_element
            content: bytes = document.write_pdf(finisher=finisher, **_OPTIONS)
        except URLFetchingError as error:
            raise PdfFetchError(fetcher.refused) from error
    if fetcher.refused:
        raise PdfFetchError(fetcher.refused)
    if missing := {code for font in document.fonts.values() for code in font.missing}:
        raise PdfGlyphError(map(chr, missing))
    if faults := [*warned, *finisher.faults]:
        raise PdfContentError(faults)
    return content


def _fill_metadata(
    metadata: weasyprint.pdf.metadata.DocumentMetadata, info: PdfInfo
) -> None:
    metadata.title = " ".join((metadata.title or "").split())
    metadata.authors = [info.author] if info.author else []
    metadata.description = info.subject
    metadata.keywords = []
    metadata.generator = "duenotice"
    metadata.created = metadata.modified = info.dated.isoformat()


def _read_colors() -> ColorProfile:
    # WeasyPrint's own way to this profile leaves the file open.
    profile = io.BytesIO((files("weasyprint.pdf") / "sRGB2014.icc").read_bytes())
    components = (["r"], ["g"], ["b"])
    return ColorProfile(profile, "sRGB2014.icc", "relative-colorimetric", components)


def _name_character(character: str) -> str:
    name = unicodedata.name(character, "unnamed")
    shown = f'"{character}"' if character.isprintable() else "a character"
    return f"{shown} (U+{ord(character):04X}, {name})"


class _RefusingFetcher(URLFetcher):  # type: ignore[misc]
    """Fetches nothing and remembers what it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.refused: list[str] = []

    def fetch(self, url: str, headers: object = None) -> object:
        """Refuse. WeasyPrint may go on without, so `_attempt` looks afterwards."""
        del headers
        self.refused.append(url)
        raise URLFetchingError(url)


class _Listener(logging.Handler):
    """Collects what WeasyPrint warns of in this thread."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []
        self._thread = threading.get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message."""
        message = record.getMessage()
        if record.thread == self._thread and not message.startswith(_SLOW_SUBSETTING):
            self.messages.append(message)


@contextlib.contextmanager
def _listening() -> Iterator[list[str]]:
    logger = logging.getLogger("weasyprint")
    listener = _Listener()
    level = logger.level
    logger.addHandler(listener)
    logger.setLevel(logging.WARNING)
    try:
        yield listener.messages
    finally:
        logger.setLevel(level)
        logger.removeHandler(listener)


class _Page(weasyprint.Page):  # type: ignore[misc]
    """A page that remembers which box each piece of marked content is from."""

    def __init__(self, page: weasyprint.Page) -> None:
        # Made from a page, since WeasyPrint alone can make one from boxes.
        self.__dict__.update(page.__dict__)
        # One link for each `a`, not one more for each element inside it.
        self.links = [link for link in page.links if link[3].link]
        self.boxes: dict[int, weasyprint.formatting_structure.boxes.Box] = {}

    def paint(self, stream: pydyf.Stream, scale: float = 1) -> None:
        """Paint, and read the marks before WeasyPrint uses them up."""
        super().paint(stream, scale)
        marks = stream._tags.items()  # noqa: SLF001 - they are kept nowhere else
        self.boxes = {mark["mcid"]: box for box, mark in marks}


class _Finisher:
    """Does, on the objects of a PDF, what WeasyPrint leaves undone."""

    def __init__(self, spares: int) -> None:
        self.root: Element
        self.framed = 0
        self.faults: list[str] = []
        self._spares = spares

    def __call__(self, document: weasyprint.Document, pdf: pydyf.PDF) -> None:
        """Finish the objects; WeasyPrint writes them afterwards."""
        tree = _TagTree(pdf, document.pages, self.root)
        tree.finish()
        self.faults += tree.faults
        if not document.metadata.title:
            self.faults.append("the document has no title")
        self._find_missing_fonts(document)
        self._finish_links(document.pages)
        pdf.catalog["PageLabels"] = pydyf.Dictionary(
            {"Nums": pydyf.Array([0, pydyf.Dictionary({"S": "/D"})])}
        )
        _declare_ua(pdf)
        for spare in range(self._spares):
            pdf.add_object(pydyf.Array([spare]))
        for number, each in enumerate(pdf.objects):
            if isinstance(each, pydyf.Stream):
                pdf.objects[number] = _FramedStream(each)
                self.framed += 1

    def _find_missing_fonts(self, document: weasyprint.Document) -> None:
        known = {font.family.lower() for font in document.fonts.values()}
        known |= _GENERIC_FAMILIES
        for box in [box for page in document.pages for box in page.boxes.values()]:
            families = box.style["font_family"]
            if known.isdisjoint(family.lower() for family in families):
                listed = ", ".join(f'"{family}"' for family in families)
                self.faults.append(f"no font of {listed} is installed")

    def _finish_links(self, pages: list[_Page]) -> None:
        for kind, target, _, box in [link for page in pages for link in page.links]:
            if kind == "external" and not _ABSOLUTE.match(target):
                self.faults.append(f'the link to "{target}" is relative to nothing')
            if box.link_annotation:
                words = " ".join("".join(box.element.itertext()).split())
                box.link_annotation["Contents"] = pydyf.String(words or target)


def _declare_ua(pdf: pydyf.PDF) -> None:
    stream = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    end = b"</rdf:RDF>"
    stream.stream[0] = stream.stream[0].replace(end, _UA_IDENTIFICATION + end)
    stream.compress = False


class _FramedStream(pydyf.Stream):  # type: ignore[misc]
    """A stream whose end is beyond doubt.

    The line end before `endstream` doesn't count as data. If it is a line feed and the
    data happen to end with a carriage return, a checker takes both for one line end
    and finds the length wrong; with CR LF it can't. The last two streams are made as
    they are written, by pydyf alone: if one of those ends so, `write_pdf` tries again
    with a spare object.
    """

    def __init__(self, stream: pydyf.Stream) -> None:
        super().__init__()
        self.number = stream.number
        self._data: bytes = stream.data.removesuffix(b"\nendstream") + _STREAM_END

    @property
    def data(self) -> bytes:
        """The dictionary and the bytes of the stream."""
        return self._data


@dataclass(frozen=True, slots=True)
class _Mark:
    """A piece of marked content: its page, counted from zero, and its number there."""

    page: int
    number: int


class _TagTree:
    """The structure tree of a PDF: what a screen reader follows."""

    def __init__(self, pdf: pydyf.PDF, pages: list[_Page], root: Element) -> None:
        self.faults: list[str] = []
        self._pdf = pdf
        self._pages = pages
        self._root = root
        self._parents = {child: parent for parent in root.iter() for child in parent}
        self._page_numbers = {ref: page for page, ref in enumerate(pdf.page_references)}
        self._structure = self._at(pdf.catalog["StructTreeRoot"])
        self._document = self._at(self._structure["K"][0])

    def finish(self) -> None:
        """Tidy lists, join what page breaks split, and take out what isn't text."""
        self._tidy_lists()
        self._join_pages()
        nodes = list(self._walk(self._document))
        self._find_faults(nodes)
        for node in nodes:
            self._scope_cell(node)
            if node["S"] == "/Link" and self._at(node["P"])["S"] == "/Link":
                node["S"] = "/Span"  # the ::before or ::after of an `a`
            for mark in self._marks(node):
                self._finish_content(node, mark)
        self._mark_artifacts(nodes)

    def _tidy_lists(self) -> None:
        """Give each item one body, and each nested list its place in one."""
        for node in list(self._walk(self._document)):
            if node["S"] == "/LI":
                self._gather_body(node)
        for node in list(self._walk(self._document)):
            if node["S"] == "/L":
                self._nest_lists(node)

    def _gather_body(self, item: pydyf.Dictionary) -> None:
        body = pydyf.Dictionary({**item, "S": "/LBody", "K": pydyf.Array()})
        self._pdf.add_object(body)
        kids = self._kids(item)
        item["K"] = pydyf.Array()
        for kid in kids:
            if kid["S"] == "/Lbl":
                item["K"].append(kid.reference)
            else:
                inner = kid["K"] if kid["S"] == "/LBody" else [kid.reference]
                self._adopt(body, inner)
        self._adopt(item, [body.reference])

    def _nest_lists(self, parent: pydyf.Dictionary) -> None:
        items: list[pydyf.Dictionary] = []
        for kid in self._kids(parent):
            if kid["S"] == "/L" and items and items[-1]["S"] == "/LI":
                body = self._kids(items[-1])[-1]
                self._adopt(body, [kid.reference])
            else:
                items.append(kid)
        parent["K"] = pydyf.Array(item.reference for item in items)

    def _join_pages(self) -> None:
        """Make one element again of the parts that page breaks left."""
        parts = self._kids(self._document)
        joined = parts[:1]
        for part in parts[1:]:
            if not self._join(joined[-1], part, 0):
                joined.append(part)
        self._document["K"] = pydyf.Array(part.reference for part in joined)

    def _join(
        self, first: pydyf.Dictionary, second: pydyf.Dictionary, depth: int
    ) -> bool:
        """Put the second part into the first if both are of one HTML element."""
        if not self._is_split(first, second, depth):
            return False
        before, after = self._kids(first), self._kids(second)
        if "/THead" in [kid["S"] for kid in before]:
            # What follows repeats the head for the eyes alone.
            after = [kid for kid in after if kid["S"] != "/THead"]
        deeper = depth if first["S"] == "/LBody" else depth + 1
        if before and after and self._join(before[-1], after[0], deeper):
            del after[0]
        self._adopt(first, [kid.reference for kid in after])
        return True

    def _is_split(
        self, first: pydyf.Dictionary, second: pydyf.Dictionary, depth: int
    ) -> bool:
        last, then = self._mark_at(first, -1), self._mark_at(second, 0)
        if not last or not then or last.page == then.page or first["S"] != second["S"]:
            return False
        if first["S"] == "/LBody":
            return True
        lineage = self._lineage(last)[: depth + 1]
        if len(lineage) <= depth or lineage != self._lineage(then)[: depth + 1]:
            return False
        return bool(first["S"] == _ROLE_BY_TAG.get(lineage[depth].tag, "/NonStruct"))

    def _find_faults(self, nodes: list[pydyf.Dictionary]) -> None:
        level = 0
        for node in nodes:
            if node["S"] == "/Figure" and "Alt" not in node:
                self.faults.append("a picture has no title")
            elif heading := _HEADING.fullmatch(node["S"]):
                before, level = level, int(heading[1])
                if level > before + 1:
                    self.faults.append(f"a heading of level {level} follows {before}")

    def _scope_cell(self, node: pydyf.Dictionary) -> None:
        """Say of a header cell whether it is about its column or its row."""
        if node["S"] == "/TH":
            part = self._at(self._at(node["P"])["P"])
            node["A"]["Scope"] = "/Column" if part["S"] == "/THead" else "/Row"
            node.pop("ID", None)
        elif node["S"] == "/TD":
            node["A"].pop("Headers", None)

    def _finish_content(self, node: pydyf.Dictionary, mark: _Mark) -> None:
        language = self._language(mark)
        if language != self._root.get("lang"):
            node["Lang"] = pydyf.String(language)
        text = getattr(self._box(mark), "text", "")
        if _is_leftward(text):
            # The glyphs are in the order of the eye; this is in that of the ear.
            node["ActualText"] = pydyf.String(text)

    def _mark_artifacts(self, nodes: list[pydyf.Dictionary]) -> None:
        """Make artifacts of what isn't in the tree: margin boxes, repeated heads."""
        kept = {mark for node in nodes for mark in self._marks(node)}
        content = self._at(self._structure["ParentTree"])["Nums"][1::2]
        for page, references in enumerate(content[: len(self._pages)]):
            stream = self._at(self._at(self._pdf.page_references[page])["Contents"])
            places = _find_marks(stream)
            for number in range(len(references)):
                if _Mark(page, number) not in kept:
                    self._check_unheard(_Mark(page, number))
                    references[number] = b"null"
                    place = places[number]
                    stream.stream[place - 1] = b"/Artifact"
                    stream.stream[place] = pydyf.Dictionary({"Type": "/Pagination"})
        numbers = {node.number for node in nodes}
        for each in self._pdf.objects:
            if _is_element(each) and each.number not in numbers:
                each.clear()

    def _check_unheard(self, mark: _Mark) -> None:
        box = self._box(mark)
        if box.element is not None and "thead" not in [
            element.tag for element in self._lineage(mark)
        ]:
            self.faults.append(f'"{box.text}" would be seen and not heard')

    def _at(self, reference: bytes) -> pydyf.Dictionary:
        return self._pdf.objects[int(reference.split()[0])]

    def _kids(self, node: pydyf.Dictionary) -> list[pydyf.Dictionary]:
        found = [self._at(kid) for kid in node["K"] if isinstance(kid, bytes)]
        return [kid for kid in found if _is_element(kid)]

    def _walk(self, node: pydyf.Dictionary) -> Iterator[pydyf.Dictionary]:
        yield node
        for kid in self._kids(node):
            yield from self._walk(kid)

    def _adopt(self, parent: pydyf.Dictionary, references: Iterable[bytes]) -> None:
        for reference in references:
            parent["K"].append(reference)
            self._at(reference)["P"] = parent.reference

    def _marks(self, node: pydyf.Dictionary) -> Iterator[_Mark]:
        for kid in node["K"]:
            if isinstance(kid, int):
                yield _Mark(self._page_numbers[node["Pg"]], kid)

    def _mark_at(self, node: pydyf.Dictionary, end: int) -> _Mark | None:
        """Find the first (0) or the last (-1) piece of content in an element."""
        if marks := list(self._marks(node)):
            return marks[end]
        kids = self._kids(node)
        for kid in reversed(kids) if end else kids:
            if mark := self._mark_at(kid, end):
                return mark
        return None

    def _box(self, mark: _Mark) -> weasyprint.formatting_structure.boxes.Box:
        return self._pages[mark.page].boxes[mark.number]

    def _lineage(self, mark: _Mark) -> list[Element]:
        """List the elements around a piece of content, from the body's child on."""
        lineage = [self._box(mark).element]
        while lineage[-1] in self._parents:
            lineage.append(self._parents[lineage[-1]])
        return lineage[-3::-1]

    def _language(self, mark: _Mark) -> str | None:
        named = [element.get("lang") for element in self._lineage(mark)]
        return next((each for each in reversed(named) if each), self._root.get("lang"))


def _find_marks(stream: pydyf.Stream) -> dict[int, int]:
    """Map the number of each piece of marked content to its place in the stream."""
    return {
        token["MCID"]: place
        for place, token in enumerate(stream.stream)
        if isinstance(token, pydyf.Dictionary) and "MCID" in token
    }


def _is_element(thing: object) -> bool:
    return isinstance(thing, pydyf.Dictionary) and thing.get("Type") == "/StructElem"


def _is_leftward(text: str) -> bool:
    return not text.isascii() and any(
        unicodedata.bidirectional(character) in {"R", "AL"} for character in text
    )
