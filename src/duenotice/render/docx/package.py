"""The file itself: parts in a zip, and how they belong together."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from duenotice.render.docx.styles import SETTINGS
from duenotice.render.docx.styles import styles_xml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping

_NO_DAY = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip can hold."""

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_LINK = f"{_OFFICE}/hyperlink"


@dataclass(frozen=True, slots=True, kw_only=True)
class WordDocument:
    """What a Word document holds."""

    title: str
    lang: str
    """The language of the text: a BCP 47 tag."""

    body: str
    """The markup of the paragraphs and tables."""

    numbering: str
    """The markup of the lists' numbers."""

    comments: str
    """The markup of the remarks; empty where there are none."""

    links: Mapping[str, str]
    """By the id of its relationship, what a link leads to. None of it is loaded."""


def write_docx(document: WordDocument) -> bytes:
    """Write a document."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in _parts(document):
            info = zipfile.ZipInfo(name, _NO_DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0  # on every system the same
            archive.writestr(info, f"{_HEAD}{text}".encode())
    return file.getvalue()


def _parts(document: WordDocument) -> Iterator[tuple[str, str]]:
    names = {
        "styles": styles_xml(document.lang),
        "settings": _root("settings", SETTINGS),
        "numbering": _root("numbering", document.numbering),
    }
    if document.comments:
        names["comments"] = _root("comments", document.comments)
    yield "[Content_Types].xml", _content_types(names)
    yield "_rels/.rels", _package_relationships()
    yield "docProps/core.xml", _properties(document)
    yield "word/document.xml", _root("document", f"<w:body>{document.body}</w:body>")
    yield "word/_rels/document.xml.rels", _document_relationships(names, document)
    for name, text in names.items():
        yield f"word/{name}.xml", text


def _root(name: str, inner: str) -> str:
    return f'<w:{name} xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}">{inner}</w:{name}>'


def _content_types(names: Mapping[str, str]) -> str:
    kinds = {name: name for name in names}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>'
        for name, kind in {"document": "document.main", **kinds}.items()
    )
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{relations}"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/docProps/core.xml" ContentType="{core}"/>'
        f"{overrides}</Types>"
    )


def _package_relationships() -> str:
    return _relationships(
        f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" '
        'Target="word/document.xml"/>'
        f'<Relationship Id="r2" Type="{_PACKAGE}/relationships/metadata/'
        'core-properties" Target="docProps/core.xml"/>'
    )


def _document_relationships(names: Mapping[str, str], document: WordDocument) -> str:
    parts = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>'
        for name in names
    )
    links = "".join(
        f'<Relationship Id="{link_id}" Type="{_LINK}" Target="{escape(target)}" '
        'TargetMode="External"/>'
        for link_id, target in document.links.items()
    )
    return _relationships(parts + links)


def _relationships(inner: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def _properties(document: WordDocument) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(document.title)}</dc:title>"
        "<dc:creator>duenotice</dc:creator>"
        f"<dc:language>{escape(document.lang)}</dc:language></cp:coreProperties>"
    )
