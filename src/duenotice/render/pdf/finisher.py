"""What WeasyPrint leaves undone in the objects of a PDF.

It is handed to WeasyPrint and called between the making of the objects and the writing
of their bytes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from typing import Protocol

import pydyf

from duenotice.render.pdf.tag_tree import TagTree
from duenotice.render.pdf.tags import finish_tags

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from duenotice.render.pdf.tag_tree import Page

STREAM_END = b"\r\nendstream"
"""How each stream ends whose end is beyond doubt."""

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")

_GENERIC_FAMILIES = frozenset({"serif", "sans-serif", "monospace", "system-ui"})
"""A style sheet that names one of these takes any font."""

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


class _Font(Protocol):
    family: str


class _Metadata(Protocol):
    title: str


class Document(Protocol):
    """What is needed of a document of WeasyPrint's."""

    metadata: _Metadata
    fonts: Mapping[object, _Font]
    pages: Sequence[Page]


class Finisher:
    """Does, on the objects of a PDF, what WeasyPrint leaves undone."""

    def __init__(self, spares: int) -> None:
        """Take the number of objects that are added for nothing but their length."""
        self.root: Element
        self.framed = 0
        self.faults: list[str] = []
        self._spares = spares

    def __call__(self, document: Document, pdf: pydyf.PDF) -> None:
        """Finish the objects; WeasyPrint writes them afterwards."""
        self.faults += finish_tags(TagTree(pdf, document.pages, self.root))
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

    def _find_missing_fonts(self, document: Document) -> None:
        known = {font.family.lower() for font in document.fonts.values()}
        known |= _GENERIC_FAMILIES
        for box in [box for page in document.pages for box in page.boxes.values()]:
            families = box.style["font_family"]
            if known.isdisjoint(family.lower() for family in families):
                listed = ", ".join(f'"{family}"' for family in families)
                self.faults.append(f"no font of {listed} is installed")

    def _finish_links(self, pages: Sequence[Page]) -> None:
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
        self._data: bytes = stream.data.removesuffix(b"\nendstream") + STREAM_END

    @property
    def data(self) -> bytes:
        """The dictionary and the bytes of the stream."""
        return self._data
