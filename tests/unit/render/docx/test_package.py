from __future__ import annotations

import io
import zipfile

from duenotice.render.docx.package import WordDocument
from duenotice.render.docx.package import write_docx


def document(*, comments: str = "", target: str = "https://a.example/?a&b") -> bytes:
    """Make a document with a single link."""
    return write_docx(
        WordDocument(
            title="Fees & loans",
            lang="en",
            body="<w:p/>",
            numbering="",
            comments=comments,
            links={"link1": target},
        )
    )


def parts(content: bytes) -> dict[str, str]:
    """Read the parts of a document."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


class TestWriteDocx:
    def test_no_day(self) -> None:
        """
        No part says when it was made: the same text makes the same bytes.
        """
        content = document()

        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            days = {one.date_time for one in archive.infolist()}
        assert {(1980, 1, 1, 0, 0, 0)} == days
        assert "dcterms" not in parts(content)["docProps/core.xml"]

    def test_every_part_is_declared(self) -> None:
        """
        Each part has its kind and leads from the document; the kinds come first.
        """
        found = parts(document(comments="<w:comment/>"))

        kinds = found["[Content_Types].xml"]
        relations = found["word/_rels/document.xml.rels"]
        assert "[Content_Types].xml" == next(iter(found))
        for name in ("styles", "settings", "numbering", "comments"):
            assert f'PartName="/word/{name}.xml"' in kinds
            assert f'Target="{name}.xml"' in relations

    def test_without_remarks(self) -> None:
        """
        Where nothing is remarked there is no part for it.
        """
        assert "word/comments.xml" not in parts(document())

    def test_escaped(self) -> None:
        """
        A title and an address are text, whatever stands in them.
        """
        found = parts(document(target='https://a.example/"><x>'))

        assert "Fees &amp; loans" in found["docProps/core.xml"]
        relations = found["word/_rels/document.xml.rels"]
        assert "https://a.example/&quot;&gt;&lt;x&gt;" in relations
