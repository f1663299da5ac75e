"""A Word document read back, with all its tracked changes accepted or rejected.

Nothing here knows how a document is made: it is read by what the standard says of its
elements, and strictly, as Word refuses a file without saying what is wrong with it.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from dataclasses import field
from itertools import groupby
from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from duenotice.compare import compare
from duenotice.render.redline_docx import redline_docx
from duenotice.render.redline_marks import Cues
from redline_reading import squeezed
from redline_reading import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.compare import Comparison

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DROPPED = {True: {"del", "moveFrom"}, False: {"ins", "moveTo"}}
_DROPPED_CELLS = {True: "cellDel", False: "cellIns"}
_TRACKED = {"ins", "del", "moveFrom", "moveTo"}
_SILENT = {
    *("pPr", "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"),
    *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
}
_P_ORDER = ("pStyle", "numPr", "bidi", "ind", "jc", "rPr", "pPrChange")
_R_ORDER = ("rStyle", "b", "bCs", "i", "iCs", "rtl", "lang", "rPrChange")

Words = tuple[tuple[str, str], ...]
"""Words and how they look, in order."""


@dataclass
class Paragraph:
    """A paragraph as somebody reads it."""

    style: str = ""
    number: str = ""
    """Kind, level and list, where it is numbered."""

    is_rtl: bool = False
    runs: list[tuple[str, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its words."""
        return squeezed("".join(text for text, _ in self.runs))

    @property
    def words(self) -> Words:
        """Its words as they look, with runs of spaces taken for one."""
        letters = [
            (letter, look)
            for text, look in self.runs
            for letter in text.replace("\n", " ")
        ]
        kept = [
            one
            for before, one in zip([(" ", ""), *letters], letters, strict=False)
            if not (one[0].isspace() and before[0].isspace())
        ]
        while kept and kept[-1][0].isspace():
            kept.pop()
        groups = groupby(kept, key=lambda one: one[1])
        return tuple(
            ("".join(letter for letter, _ in some), look) for look, some in groups
        )


Block = Paragraph | list[list[list[Paragraph]]]


class WordFile:
    """A document as bytes."""

    def __init__(self, content: bytes) -> None:
        """Open it."""
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            self.infos = archive.infolist()
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        roots = {
            name: ET.fromstring(part)  # noqa: S314 - it is our own
            for name, part in self.parts.items()
        }
        self.body = roots["word/document.xml"][0]
        self._numbering = roots["word/numbering.xml"]
        self.targets = {
            one.attrib["Id"]: one.attrib["Target"]
            for one in roots["word/_rels/document.xml.rels"]
        }
        self.remarks = [
            "".join(one.itertext())
            for one in roots.get("word/comments.xml", ET.Element("none"))
        ]

    def read(self, *, accepted: bool) -> list[Block]:
        """Give the text with all changes accepted, or with all rejected."""
        return _Reader(self, accepted=accepted).blocks(self.body)

    def list_kind(self, list_id: str, level: str) -> tuple[str, str]:
        """Give whether a list has bullets or numbers, and where these begin."""
        for one in self._numbering.findall(f"{_W}num"):
            if one.get(f"{_W}numId") != list_id:
                continue
            kind = one[0].get(f"{_W}val")
            start = one.find(f"{_W}lvlOverride[@{_W}ilvl='{level}']/{_W}startOverride")
            path = f"{_W}abstractNum[@{_W}abstractNumId='{kind}']"
            form = self._numbering.find(
                f"{path}/{_W}lvl[@{_W}ilvl='{level}']/{_W}numFmt"
            )
            assert form is not None
            begins = "" if start is None else start.get(f"{_W}val", "")
            return form.get(f"{_W}val", ""), begins
        message = f"no list {list_id}"
        raise AssertionError(message)

    def faults(self) -> list[str]:
        """Say what Word would stumble over."""
        return [*self._wrong_ids(), *self._wrong_orders(), *self._wrong_places()]

    def _wrong_ids(self) -> Iterator[str]:
        ids = [
            one.get(f"{_W}id")
            for one in self.body.iter()
            if one.get(f"{_W}author") is not None or _tag(one) == "bookmarkStart"
        ]
        yield from (f"{one} twice" for one in ids if ids.count(one) > 1)
        for way in ("moveFrom", "moveTo"):
            starts = list(self.body.iter(f"{_W}{way}RangeStart"))
            ends = [one.get(f"{_W}id") for one in self.body.iter(f"{_W}{way}RangeEnd")]
            if sorted(ends, key=str) != sorted((_id(one) for one in starts), key=str):
                yield f"{way} ranges begin and don't end"
        names = [
            sorted(one.get(f"{_W}name", "") for one in self.body.iter(f"{_W}{tag}"))
            for tag in ("moveFromRangeStart", "moveToRangeStart")
        ]
        if names[0] != names[1] or len(set(names[0])) < len(names[0]):
            yield f"moves without a pair: {names}"

    def _wrong_orders(self) -> Iterator[str]:
        orders = {"pPr": _P_ORDER, "rPr": _R_ORDER}
        for name, order in orders.items():
            for one in self.body.iter(f"{_W}{name}"):
                tags = [_tag(child) for child in one if _tag(child) not in _TRACKED]
                if tags != sorted(tags, key=order.index) or len(set(tags)) < len(tags):
                    yield f"{name}: {tags}"

    def _wrong_places(self) -> Iterator[str]:
        for parent in self.body.iter():
            tags = [_tag(child) for child in parent]
            if _tag(parent) == "tc" and tags[-1:] != ["p"]:
                yield "a cell without a paragraph at its end"
            if _tag(parent) in {"tr", "tbl"} and not {"tc", "tr"} & {*tags}:
                yield "a table without rows, or a row without cells"
            if any(pair == ("tbl", "tbl") for pair in pairwise(tags)):
                yield "two tables that touch"
        for struck in self.body.iter(f"{_W}del"):
            if any(True for _ in struck.iter(f"{_W}t")):
                yield "deleted text that is none"
        count = sum(1 for _ in self.body.iter(f"{_W}delText"))
        struck_count = sum(
            1
            for struck in self.body.iter(f"{_W}del")
            for _ in struck.iter(f"{_W}delText")
        )
        if count != struck_count:
            yield "deleted text where nothing is deleted"


class _Reader:
    """Reads a document with one answer to all changes."""

    def __init__(self, file: WordFile, *, accepted: bool) -> None:
        self.file = file
        self.accepted = accepted
        self.dropped = _DROPPED[accepted]
        self.lists: dict[str, int] = {}

    def blocks(self, parent: ET.Element) -> list[Block]:
        found: list[Block] = []
        carried: list[tuple[str, str]] = []
        for child in parent:
            match _tag(child):
                case "p":
                    paragraph = self._paragraph(child)
                    paragraph.runs[:0] = carried
                    carried = []
                    if self._is_dropped(child, "pPr", "rPr"):
                        carried = paragraph.runs
                    elif paragraph.style not in {"Title", "Subtitle", "TableGap"}:
                        found.append(paragraph)
                    else:
                        assert paragraph.style != "TableGap" or not paragraph.text
                case "tbl":
                    rows = self._rows(child)
                    found += [rows] if rows else []
                case tag:
                    assert tag in _SILENT | {"sectPr", "tcPr"}, tag
        assert not squeezed("".join(text for text, _ in carried))
        return found

    def _rows(self, table: ET.Element) -> list[list[list[Paragraph]]]:
        rows = []
        for row in table.findall(f"{_W}tr"):
            if self._is_dropped(row, "trPr"):
                continue
            cells = []
            for cell in row.findall(f"{_W}tc"):
                path = f"{_W}tcPr/{_W}{_DROPPED_CELLS[self.accepted]}"
                if cell.find(path) is None:
                    several = self.blocks(cell)
                    cells.append([one for one in several if isinstance(one, Paragraph)])
            rows.append(cells)
        return rows

    def _is_dropped(self, element: ET.Element, *path: str) -> bool:
        properties = element.find("/".join(f"{_W}{one}" for one in path))
        if properties is None:
            return False
        return any(_tag(one) in self.dropped for one in properties)

    def _paragraph(self, element: ET.Element) -> Paragraph:
        properties = element.find(f"{_W}pPr")
        found = Paragraph()
        if properties is not None:
            change = properties.find(f"{_W}pPrChange/{_W}pPr")
            if change is not None and not self.accepted:
                properties = change
            found.style = _value(properties, "pStyle")
            found.is_rtl = properties.find(f"{_W}bidi") is not None
            found.number = self._number(properties, element)
        found.runs = list(self._runs(element, ""))
        return found

    def _number(self, properties: ET.Element, element: ET.Element) -> str:
        numbers = properties.find(f"{_W}numPr")
        if numbers is None or self._is_dropped(element, "pPr", "rPr"):
            return ""
        list_id, level = _value(numbers, "numId"), _value(numbers, "ilvl")
        kind, start = self.file.list_kind(list_id, level)
        place = 0
        if kind != "bullet":
            place = self.lists.setdefault(list_id, len(self.lists) + 1)
        return f"{kind} {start} level {level} list {place}"

    def _runs(self, element: ET.Element, target: str) -> Iterator[tuple[str, str]]:
        for child in element:
            tag = _tag(child)
            if tag in self.dropped or tag in _SILENT:
                continue
            if tag == "r":
                yield self._text(child), self._look(child) + target
            elif tag == "hyperlink":
                link_id, anchor = child.get(f"{_R}id"), child.get(f"{_W}anchor")
                told = f"#{anchor}" if link_id is None else self.file.targets[link_id]
                yield from self._runs(child, f" -> {told}")
            else:
                assert tag in _TRACKED, tag
                yield from self._runs(child, target)

    def _text(self, run: ET.Element) -> str:
        signs = {"br": "\n", "tab": "\t"}
        return "".join(
            signs.get(_tag(one), one.text or "")
            for one in run
            if _tag(one) in {"t", "delText", *signs}
        )

    def _look(self, run: ET.Element) -> str:
        properties = run.find(f"{_W}rPr")
        if properties is None:
            return ""
        change = properties.find(f"{_W}rPrChange/{_W}rPr")
        if change is not None and not self.accepted:
            properties = change
        tags = [_tag(one) for one in properties]
        looks = [one for one in ("b", "i") if one in tags]
        return " ".join([*looks, _value(properties, "rStyle")]).strip()


def _tag(element: ET.Element) -> str:
    return element.tag.removeprefix(_W)


def _id(element: ET.Element) -> str | None:
    return element.get(f"{_W}id")


def _value(element: ET.Element, name: str) -> str:
    found = element.find(f"{_W}{name}")
    return "" if found is None else found.get(f"{_W}val", "")


def text_of_blocks(blocks: list[Block]) -> str:
    """Give all words in reading order."""
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            lines.append(block.text)
        else:
            lines += (one.text for row in block for cell in row for one in cell)
    return squeezed(" ".join(lines))


def outline(blocks: list[Block], *, has_anchors: bool = True) -> list[object]:
    """Give what a text looks like, without paragraphs that nobody sees.

    Args:
        blocks: The text.
        has_anchors: Whether links within the document count as links.
    """
    found: list[object] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(_line(block, has_anchors=has_anchors))
        else:
            found.append(
                [
                    [_line(one, has_anchors=has_anchors) for one in cell]
                    for row in block
                    for cell in row
                ]
            )
    return found


def _line(paragraph: Paragraph, *, has_anchors: bool) -> tuple[object, ...]:
    words = paragraph.words
    if not has_anchors:
        bare = [
            (text, look.partition(" -> #")[0].replace("Hyperlink", "").strip())
            if " -> #" in look
            else (text, look)
            for text, look in words
        ]
        words = Paragraph(runs=bare).words
    return paragraph.style, paragraph.number, paragraph.is_rtl, words


def word_file(comparison: Comparison) -> WordFile:
    """Make the redline of a comparison, and open it."""
    lang = comparison.new.locale or "en"
    return WordFile(redline_docx(comparison, Cues(), ("1", "2"), lang))


def check_word_file(comparison: Comparison) -> None:
    """Check that a redline is whole, and holds both texts as they are by themselves.

    Raises:
        AssertionError: It isn't so.
    """
    file = word_file(comparison)
    assert [] == file.faults()
    for document, is_new in ((comparison.new, True), (comparison.old, False)):
        blocks = file.read(accepted=is_new)
        assert text_of(document) == text_of_blocks(blocks)
        alone = word_file(compare(document, document)).read(accepted=True)
        # The new document can have no link to a section that only the old one has.
        expected = outline(alone, has_anchors=is_new)
        assert expected == outline(blocks, has_anchors=is_new)
