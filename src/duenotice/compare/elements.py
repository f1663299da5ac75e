"""Blocks as elements that can be aligned: with a key, words, and what is in them."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from duenotice.compare.document import Cell
from duenotice.compare.document import PartHeading
from duenotice.compare.document import Row
from duenotice.compare.document import headings_above
from duenotice.compare.kept import ENDS
from duenotice.compare.nodes import Context
from duenotice.compare.tokens import NUMBER
from duenotice.compare.tokens import PLAIN
from duenotice.compare.tokens import Token
from duenotice.compare.tokens import tokenise
from duenotice.compare.tokens import tokenise_code
from duenotice.model.content import CodeBlock
from duenotice.model.content import Heading
from duenotice.model.content import Item
from duenotice.model.content import List
from duenotice.model.content import Paragraph
from duenotice.model.content import Quote
from duenotice.model.content import Table
from duenotice.model.content import Text
from duenotice.model.content import plain_text

if TYPE_CHECKING:
    from collections.abc import Hashable
    from collections.abc import Iterable
    from collections.abc import Iterator

    from duenotice.compare.document import Document
    from duenotice.compare.document import Part
    from duenotice.compare.nodes import Element
    from duenotice.compare.tokens import Vocabulary
    from duenotice.model.content import Block

_BRANCHES = (List, Item, Quote, Table, Row)
_LED = (List, Quote, Table)


@dataclass(eq=False)
class Placed:
    """An element of a text at its place, with what the comparison needs to know."""

    element: Element
    context: Context
    vocabulary: Vocabulary
    part: Part
    whole: Element | None = None
    """The paragraph that it is a piece of, if it was cut."""

    @property
    def key(self) -> Hashable:
        """Give the element itself: equal ones are printed alike.

        A list with its lead-in: under another one it says something else.
        """
        if isinstance(self.element, _LED):
            return self.element, self.context.lead_in
        return self.element

    @property
    def is_branch(self) -> bool:
        """Tell whether it holds other elements."""
        return isinstance(self.element, _BRANCHES)

    @cached_property
    def children(self) -> tuple[Placed, ...]:
        """Give the elements in it."""
        return tuple(_children(self))

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Give the words of its line; nothing for a branch."""
        return tuple(line_of(self.element, self.vocabulary))

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """Give all words in it, normalised and in order."""
        own = tuple(token.key for token in self.tokens if token.key)
        return own + tuple(key for child in self.children for key in child.keys)

    @cached_property
    def words(self) -> frozenset[str]:
        """Give the words in it."""
        return frozenset(self.keys)

    @cached_property
    def text(self) -> str:
        """Give what a reader sees of its line."""
        return "".join(token.text for token in self.tokens)

    def leaves(self) -> Iterator[Placed]:
        """Give the elements in it that hold a line, itself if it does."""
        if not self.is_branch:
            yield self
        for child in self.children:
            yield from child.leaves()


def likeness(old: Placed, new: Placed) -> float:
    """Give the share of words that two elements of one kind have in common."""
    match old.element, new.element:
        case Row() as row, Row() as other:
            return _likeness_of_rows(row, other, old, new)
        case one, another:
            return _share(old, new) if type(one) is type(another) else 0.0


def _likeness_of_rows(row: Row, other: Row, old: Placed, new: Placed) -> float:
    """Take rows with the same first cell for one, and the heads of two tables."""
    if row.is_head or other.is_head:
        return 1.0 if row.is_head and other.is_head else 0.0
    share = _share(old, new)
    return max(share, _SAME_NAME) if row.cells[:1] == other.cells[:1] else share


_SAME_NAME = 0.6


def _share(old: Placed, new: Placed) -> float:
    if not old.words or not new.words:
        return 1.0 if old.words == new.words else 0.0
    shared = len(old.words & new.words)
    if shared == min(len(old.words), len(new.words)) and _is_excerpt(old, new):
        return max(_EXCERPT, Indel.normalized_similarity(old.keys, new.keys))
    if 2 * shared < _LEAST * (len(old.words) + len(new.words)):
        return 0.0
    return Indel.normalized_similarity(old.keys, new.keys)


_LEAST = 0.3
_EXCERPT = 0.5
_SENTENCE = 4
"""So many words and stops don't stand in another text by chance."""


def _is_excerpt(old: Placed, new: Placed) -> bool:
    """Tell whether all that one line says are whole sentences of the other."""
    few, many = sorted((old.keys, new.keys), key=len)
    if old.is_branch or len(few) < _SENTENCE:
        return False
    for at in range(len(many) - len(few) + 1):
        is_start = at == 0 or many[at - 1] in ENDS
        is_end = at + len(few) == len(many) or few[-1] in ENDS
        if is_start and is_end and many[at : at + len(few)] == few:
            return True
    return False


class PlacedParts:
    """The elements of a document by part, each placed once, however often it's read."""

    def __init__(self, document: Document) -> None:
        """Take the document; nothing is placed yet."""
        self.parts = document.parts
        self._vocabulary = document.vocabulary
        self._placed: dict[int, list[Placed]] = {}

    def elements(self, place: int) -> list[Placed]:
        """Give the heading of a part and its blocks."""
        if place not in self._placed:
            above = headings_above(self.parts, place)
            elements = part_elements(self.parts[place], self._vocabulary, above)
            self._placed[place] = elements
        return self._placed[place]


def part_elements(
    part: Part, vocabulary: Vocabulary, above: tuple[str, ...] = ()
) -> list[Placed]:
    """Give the heading of a part and its blocks."""
    name = part.name if part.heading is None else plain_text(part.heading.title)
    context = Context(part=part.id, heading=name, above=above, locale=part.locale)
    head = (
        []
        if part.heading is None
        else [Placed(part.heading, context, vocabulary, part)]
    )
    return [*head, *_blocks(part.blocks, context, vocabulary, part)]


def _blocks(
    blocks: Iterable[Block], context: Context, vocabulary: Vocabulary, part: Part
) -> Iterator[Placed]:
    """Place blocks one after the other, each under the heading before it."""
    lead_in, goes_on = context.lead_in, False
    headings: list[Heading] = []
    for block in blocks:
        is_led = goes_on or not isinstance(block, Paragraph)
        governing = lead_in if is_led else context.lead_in
        above = [plain_text(one.children) for one in headings]
        yield Placed(block, context.under(above, governing), vocabulary, part)
        goes_on = False
        match block:
            case Heading(level=level):
                headings = [one for one in headings if one.level < level] + [block]
                lead_in = ""
            case Paragraph(children):
                lead_in = plain_text(children)
                goes_on = lead_in.endswith(_GOES_ON)
            case _:
                pass


_GOES_ON = (":", "\uff1a")
"""What a paragraph ends with that the next one goes on from."""


def _children(placed: Placed) -> Iterator[Placed]:
    context, vocabulary, part = placed.context, placed.vocabulary, placed.part
    match placed.element:
        case List(items=items):
            yield from (Placed(item, context, vocabulary, part) for item in items)
        case Item(blocks) | Quote(blocks):
            yield from _blocks(blocks, context, vocabulary, part)
        case Table() as table:
            rows = _rows(table)
            yield from (Placed(row, context, vocabulary, part) for row in rows)
        case Row() as row:
            name = plain_text(row.cells[0].children) if row.cells else ""
            for column, cell in zip(row.columns, row.cells, strict=False):
                here = replace(context, row=name, column=column)
                yield Placed(cell, here, vocabulary, part)
        case _:
            pass


def _rows(table: Table) -> Iterator[Row]:
    columns = tuple(map(plain_text, table.header))
    yield Row(cells=tuple(map(Cell, table.header)), columns=columns, is_head=True)
    for row in table.rows:
        yield Row(cells=tuple(map(Cell, row)), columns=columns)


def line_of(element: Element | None, vocabulary: Vocabulary = PLAIN) -> list[Token]:
    """Give the tokens of an element's own line; none where it only holds others."""
    match element:
        case PartHeading(number, title):
            return [*_number(number), *tokenise(title, vocabulary)]
        case Heading(children=children) | Paragraph(children) | Cell(children):
            return tokenise(children, vocabulary)
        case CodeBlock(text):
            return _code_lines(text)
        case _:
            return []


def unit_text(element: Element | None) -> str:
    """Give what a reader sees of a line, or of all cells of a row, on one line."""
    match element:
        case PartHeading(None, title):
            text = plain_text(title)
        case PartHeading(number, title):
            text = f"{number}. {plain_text(title)}"
        case Heading(children=children) | Paragraph(children) | Cell(children):
            text = plain_text(children)
        case CodeBlock(text):
            pass
        case Row(cells=cells):
            text = " | ".join(map(unit_text, cells))
        case _:
            return ""
    return " ".join(text.split())


def unit_tokens(element: Element | None, vocabulary: Vocabulary) -> list[Token]:
    """Give the tokens of a line, or of all cells of a row."""
    if not isinstance(element, Row):
        return line_of(element, vocabulary)
    tokens: list[Token] = []
    for cell in element.cells:
        tokens += _BETWEEN_CELLS if tokens else ()
        tokens += line_of(cell, vocabulary)
    return tokens


_BETWEEN_CELLS = (Token("", Text(" ")), Token("|", Text("|")), Token("", Text(" ")))


def _number(number: int | None) -> list[Token]:
    """Give a section's number: the same one whatever it is, as a reference is."""
    if number is None:
        return []
    return [Token(NUMBER, Text(f"{number}.")), Token("", Text(" "))]


def _code_lines(text: str) -> list[Token]:
    tokens: list[Token] = []
    for line in text.splitlines(keepends=True):
        tokens += tokenise_code(line)
    return tokens
