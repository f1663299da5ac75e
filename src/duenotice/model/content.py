"""The text people read, as blocks and the words inside them.

The parser makes these values; rendering, comparison and export read them. They hold
no Markdown and no HTML, so no raw markup of an author can pass through.
"""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Text:
    """A run of plain words."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """Words to be taken literally, such as a header's name."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stressed words."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strong:
    """Important words, or the place where a term is defined."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address, or with `#id` to a section."""

    children: tuple[Inline, ...]
    target: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture. Only its alternative text is ever shown (see `checks`)."""

    alternative: str
    target: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention of a section, or of a range of sections, by id.

    The author writes the id alone; `words` are filled in when the section is read
    as part of a whole statement, from the numbers and titles that hold there.
    """

    first: str
    """The section's id."""

    last: str | None = None
    """The id at the end of the range."""

    number_only: bool = False
    """Written `[#](#id)`: the bare number."""

    words: str = ""
    """What is printed, such as `section 2, Web logs`."""


@dataclass(frozen=True, slots=True)
class LineBreak:
    """The end of a line: one that is meant, or one that only wraps the source."""

    hard: bool


Inline = Text | Code | Emphasis | Strong | Link | Image | Reference | LineBreak


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    children: tuple[Inline, ...]
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section. Level 2 is the highest: the title is level 1."""

    level: int
    children: tuple[Inline, ...]
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list."""

    blocks: tuple[Block, ...]
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class List:
    """A list with bullets or numbers."""

    items: tuple[Item, ...]
    ordered: bool = False
    start: int = 1
    tight: bool = True
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted blocks."""

    blocks: tuple[Block, ...]
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Lines to be taken literally."""

    text: str
    info: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row."""

    header: tuple[tuple[Inline, ...], ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]
    alignments: tuple[str, ...]
    """For each column `left`, `right`, `center` or nothing."""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the page."""

    line: int = field(default=0, compare=False)


Block = Paragraph | Heading | List | Quote | CodeBlock | Table | Rule


def plain_text(inlines: tuple[Inline, ...]) -> str:
    """Give the words as a reader sees them, on one line.

    >>> plain_text((Text("see "), Strong((Text("this"),)), LineBreak(False), Code("x")))
    'see this x'
    """
    return "".join(map(_words_of, inlines))


def _words_of(inline: Inline) -> str:
    match inline:
        case Text(text) | Code(text):
            return text
        case Emphasis(children) | Strong(children) | Link(children=children):
            return plain_text(children)
        case Image(alternative=alternative):
            return alternative
        case Reference(words=words):
            return words
        case LineBreak():
            return " "


def walk_inlines(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
    """Give every inline, outer ones before those inside them."""
    for inline in inlines:
        yield inline
        match inline:
            case Emphasis(children) | Strong(children) | Link(children=children):
                yield from walk_inlines(children)
            case _:
                pass


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of text that stands by itself: a paragraph, a cell, a heading."""

    inlines: tuple[Inline, ...]
    number: int
    """The line of the source."""


def walk_lines(blocks: tuple[Block, ...]) -> Iterator[Line]:
    """Give every stretch of text of the blocks, in reading order."""
    for block in blocks:
        match block:
            case Paragraph(children, number) | Heading(_, children, number):
                yield Line(children, number)
            case List(items=items):
                for item in items:
                    yield from walk_lines(item.blocks)
            case Quote(blocks=inner):
                yield from walk_lines(inner)
            case CodeBlock(text=text, line=number):
                yield Line((Code(text),), number)
            case Table():
                yield from _cells(block)
            case Rule():
                pass


def _cells(table: Table) -> Iterator[Line]:
    for row in (table.header, *table.rows):
        for cell in row:
            yield Line(cell, table.line)
