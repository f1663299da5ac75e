"""The merged tree: both texts in one, with every difference at its place.

Each node stands for an element of the old text, of the new one, or of both. Renderers
walk the tree and need nothing else: the nodes without the old side make up the new
text, those without the new side the old one.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.compare.document import Cell
from duenotice.compare.document import PartHeading
from duenotice.compare.document import Row
from duenotice.compare.words import Difference
from duenotice.model.content import CodeBlock
from duenotice.model.content import Heading
from duenotice.model.content import Item
from duenotice.model.content import List
from duenotice.model.content import Paragraph
from duenotice.model.content import Quote
from duenotice.model.content import Rule
from duenotice.model.content import Table

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator
    from collections.abc import Sequence

    from duenotice.compare.words import WordDiff

Element = (
    PartHeading
    | Heading
    | Paragraph
    | CodeBlock
    | Cell
    | Rule
    | List
    | Item
    | Quote
    | Table
    | Row
)


class Side(enum.StrEnum):
    """Which texts have an element."""

    OLD = "old"
    NEW = "new"
    BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Under what an element stands: that governs what it means."""

    part: str
    """The id of its section; empty where it has none."""

    heading: str
    """The words of the nearest heading."""

    above: tuple[str, ...] = ()
    """The headings that this one stands under, the outermost first."""

    lead_in: str = ""
    """For an item, the sentence that its list goes on from."""

    locale: str = ""
    """The language of the section."""

    column: str = ""
    """For a cell, the head of its column."""

    row: str = ""
    """For a cell, the first cell of its row."""

    def under(self, headings: Sequence[str], lead_in: str) -> Context:
        """Give the context under headings of the same section, and a lead-in."""
        if not headings and lead_in == self.lead_in:
            return self
        named = filter(None, (*self.above, self.heading, *headings))
        *above, heading = tuple(named) or ("",)
        return Context(
            part=self.part,
            heading=heading,
            above=tuple(above),
            lead_in=lead_in,
            locale=self.locale,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """An element that holds a line of words, in the old text, the new one or both."""

    place: int
    """Its number in the tree."""

    old: Element | None
    new: Element | None
    words: WordDiff
    """All its words, where both texts have it and it isn't printed alike."""

    old_context: Context | None
    new_context: Context | None
    cut: tuple[Side, Element] | None = None
    """The text in which it's a piece of a longer paragraph, and that paragraph."""

    @property
    def side(self) -> Side:
        """Tell which texts have it."""
        return _side(self.old, self.new)

    @property
    def differences(self) -> frozenset[Difference]:
        """Give the kinds of difference in it."""
        return frozenset(one.difference for one in self.words) - {Difference.NONE}

    @property
    def is_same(self) -> bool:
        """Tell whether a reader sees no difference."""
        return self.side is Side.BOTH and not self.differences


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """An element that holds others."""

    place: int
    old: Element | None
    new: Element | None
    children: tuple[Node, ...]
    old_context: Context | None
    new_context: Context | None

    @property
    def side(self) -> Side:
        """Tell which texts have it."""
        return _side(self.old, self.new)


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedPart:
    """A section that is elsewhere now: once at its old place, once at its new one."""

    place: int
    move: int
    """Equal at both places."""

    side: Side
    """The old place or the new one."""

    children: tuple[Node, ...]
    """At the old place its old text; at the new one both texts, merged."""


Node = Leaf | Branch | MovedPart


def _side(old: object | None, new: object | None) -> Side:
    if new is None:
        return Side.OLD
    return Side.NEW if old is None else Side.BOTH


Unit = Leaf | Branch
"""What is added or removed as one thing: a line, or a whole row of a table."""


def units(nodes: Iterable[Node]) -> Iterator[Unit]:
    """Give the units in order; of a moved section only those of its new place."""
    for node in nodes:
        match node:
            case Leaf():
                yield node
            case Branch() if is_lone_row(node):
                yield node
            case Branch(children=children):
                yield from units(children)
            case MovedPart(side=side, children=children):
                if side is Side.NEW:
                    yield from units(children)


def is_lone_row(node: Branch) -> bool:
    """Tell whether it is a row that only one text has."""
    return isinstance(node.new or node.old, Row) and node.side is not Side.BOTH


def is_set_anew(node: Leaf | Branch) -> bool:
    """Tell whether a heading has another level, or a list numbers for its bullets."""
    match node.old, node.new:
        case (Heading() as old, Heading() as new) | (
            PartHeading() as old,
            PartHeading() as new,
        ):
            return old.level != new.level
        case List() as old, List() as new:
            return old.ordered != new.ordered
        case _:
            return False
