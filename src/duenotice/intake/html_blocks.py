"""The elements of a web page to blocks."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass
from dataclasses import field
from typing import TYPE_CHECKING

from duenotice.intake.account import Remark
from duenotice.intake.html_inlines import InlineMaker
from duenotice.intake.html_inlines import has_blocks
from duenotice.intake.html_inlines import is_block
from duenotice.intake.html_inlines import tidied
from duenotice.intake.html_tables import TABLE_PARTS
from duenotice.intake.html_tables import is_layout
from duenotice.intake.html_tables import make_table
from duenotice.model.content import CodeBlock
from duenotice.model.content import Heading
from duenotice.model.content import Item
from duenotice.model.content import List
from duenotice.model.content import Paragraph
from duenotice.model.content import Quote
from duenotice.model.content import Rule
from duenotice.model.content import Strong
from duenotice.model.content import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from duenotice.model.content import Block
    from duenotice.model.content import Inline

LINE = "data-duenotice-line"
"""The attribute in which a Markdown source keeps its lines."""

_PROBE = 40
_LETTERED = frozenset("aAiI")


def shown_text(element: Element) -> str:
    """Give all the words in an element as one text, spaces between its blocks."""
    parts: list[str] = []
    _collect(element, parts)
    return "".join(parts)


def _collect(element: Element, parts: list[str]) -> None:
    if element.tag == "img":
        parts.append(element.get("alt", ""))
    parts.append(element.text or "")
    for child in element:
        stands_apart = child.tag == "br" or is_block(child) or has_blocks(child)
        edge = " " if stands_apart else ""
        parts.append(edge)
        _collect(child, parts)
        parts += (edge, child.tail or "")


@dataclass(slots=True)
class BlockMaker:
    """Makes blocks of a page's elements."""

    source: str
    """The page, in which lines are looked up."""

    remarks: list[Remark] = field(default_factory=list)
    anchors: dict[str, int] = field(default_factory=dict)
    _line: int = 1
    _place: int = 0
    _headings: int = 0
    _waiting: list[str] = field(default_factory=list)
    """Names of places that no words have come after yet."""

    _inlines: InlineMaker = field(default_factory=InlineMaker)

    def make(self, element: Element) -> tuple[Block, ...]:
        """Give the blocks in an element."""
        blocks = tuple(self._flow(element))
        self._settle(self._headings)
        self.remarks += self._inlines.remarks
        return blocks

    def _flow(self, element: Element) -> Iterator[Block]:
        """Give the blocks among an element's children; loose words are paragraphs."""
        loose: deque[Inline] = deque(self._inlines.words(element.text))
        for child in element:
            self._note_anchor(child)
            if is_block(child) or has_blocks(child):
                yield from self._paragraph(loose)
                yield from self._block(child)
            else:
                for inner in child:
                    self._note_anchors(inner)
                loose += self._inlines.of(child)
            loose += self._inlines.words(child.tail)
        yield from self._paragraph(loose)

    def _paragraph(self, loose: deque[Inline]) -> Iterator[Paragraph]:
        words = tidied(tuple(loose))
        loose.clear()
        if words:
            yield Paragraph(words, self._find_line(plain_text(words)))

    def _block(self, element: Element) -> Iterator[Block]:
        self._read_line(element)
        match element.tag:
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                yield from self._heading(element, int(element.tag[1]))
            case "ul" | "ol":
                yield from self._list(element)
            case "blockquote":
                blocks = tuple(self._flow(element))
                if blocks:
                    yield Quote(blocks, self._line)
            case "pre":
                text = shown_text(element)
                if text.strip():
                    yield CodeBlock(text, line=self._find_line(text))
            case "hr":
                yield Rule(self._line)
            case "dt" | "summary":
                yield from map(_strong, self._flow(element))
            case "table":
                yield from self._table(element)
            case _:
                yield from self._flow(element)

    def _heading(self, element: Element, level: int) -> Iterator[Block]:
        if any(map(has_blocks, element)) or any(map(is_block, element)):
            yield from self._flow(element)
            return
        words = tidied(self._inlines.inside(element))
        if not words:
            return
        self._headings += 1
        self._note_anchors(element)
        yield Heading(level, words, self._find_line(plain_text(words)))

    def _list(self, element: Element) -> Iterator[Block]:
        items = tuple(self._items(element))
        if not items:
            return
        if element.get("type") in _LETTERED:
            self.remarks.append(
                Remark(
                    message="a list that was lettered is numbered now",
                    hint='Look for words that point to its letters, such as "(a)".',
                    line=self._line,
                )
            )
        ordered = element.tag == "ol"
        yield List(
            items,
            ordered=ordered,
            start=_start(element) if ordered else 1,
            tight=not any(_has_paragraphs(item) for item in items),
            line=items[0].line,
        )

    def _items(self, element: Element) -> Iterator[Item]:
        """Give the items of a list; what stands between them becomes one too."""
        loose: deque[Inline] = deque(self._inlines.words(element.text))
        for child in element:
            self._note_anchor(child)
            if not (is_block(child) or has_blocks(child)):
                loose += self._inlines.of(child)
            else:
                yield from self._item(self._paragraph(loose))
                self._read_line(child)
                is_item = child.tag == "li"
                yield from self._item(
                    self._flow(child) if is_item else self._block(child)
                )
            loose += self._inlines.words(child.tail)
        yield from self._item(self._paragraph(loose))

    def _item(self, inside: Iterator[Block]) -> Iterator[Item]:
        line = self._line
        blocks = tuple(inside)
        if blocks:
            yield Item(blocks, line)

    def _table(self, element: Element) -> Iterator[Block]:
        if is_layout(element):
            yield from self._flow(element)
            return
        # The parser leaves some of what can't stand in a table where it was written.
        for child in element:
            if child.tag not in TABLE_PARTS:
                yield from self._flow(child)
        self._note_anchors(element)
        line = self._find_line(shown_text(element))
        table, remarks = make_table(element, self._inlines, line)
        self.remarks += remarks
        if table is not None:
            yield table

    def _read_line(self, element: Element) -> None:
        if LINE in element.attrib:
            self._line = int(element.get(LINE, "1"))

    def _find_line(self, words: str) -> int:
        """Look words up in the page, from where the last ones were found."""
        self._settle(self._headings)
        probe = words.strip()[:_PROBE].split("\n")[0].split("\xa0")[0]
        place = self.source.find(probe, self._place) if probe else -1
        if place >= 0:
            self._line += self.source.count("\n", self._place, place)
            self._place = place
        return self._line

    def _note_anchor(self, element: Element) -> None:
        for name in (element.get("id"), element.get("name")):
            if name and name not in self.anchors:
                self._waiting.append(name)

    def _note_anchors(self, element: Element) -> None:
        for inner in element.iter():
            self._note_anchor(inner)

    def _settle(self, heading: int) -> None:
        """Say to which heading the places belong that were waiting for words."""
        for name in self._waiting:
            self.anchors.setdefault(name, heading)
        self._waiting = []


def _strong(block: Block) -> Block:
    match block:
        case Paragraph(children, line):
            return Paragraph((Strong(children),), line)
        case _:
            return block


def _start(element: Element) -> int:
    start = element.get("start", "1").strip()
    return int(start) if re.fullmatch(r"\d{1,9}", start, re.ASCII) else 1


def _has_paragraphs(item: Item) -> bool:
    return sum(isinstance(block, Paragraph) for block in item.blocks) > 1
