"""Link targets: the words of a line, each link that leads elsewhere with its address.

Readers see the same words; what proves the change is where they lead.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice.compare.document import Cell
from duenotice.compare.document import PartHeading
from duenotice.compare.document import Row
from duenotice.compare.elements import unit_text
from duenotice.model.content import Emphasis
from duenotice.model.content import Heading
from duenotice.model.content import Link
from duenotice.model.content import Paragraph
from duenotice.model.content import Strong
from duenotice.model.content import Text

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Iterator

    from duenotice.compare.nodes import Element
    from duenotice.model.content import Inline

    Inlines = tuple[Inline, ...]


def with_targets(element: Element | None, other: Element | None) -> str:
    """Give what a reader sees, with the addresses that the other form has not."""
    own, others = (Counter(_targets(one)) for one in (element, other))
    told = frozenset(own - others) or frozenset(own)
    return unit_text(_spelled(element, lambda inlines: _spelled_out(inlines, told)))


def _targets(element: Element | None) -> Iterator[str]:
    for inlines in _lines(element):
        yield from _linked(inlines)


def _linked(inlines: Inlines) -> Iterator[str]:
    for one in inlines:
        match one:
            case Link(target=target):
                yield target
            case Emphasis(children) | Strong(children):
                yield from _linked(children)
            case _:
                pass


def _lines(element: Element | None) -> Iterator[Inlines]:
    match element:
        case PartHeading(title=inlines):
            yield inlines
        case Heading(children=inlines) | Paragraph(inlines) | Cell(inlines):
            yield inlines
        case Row(cells=cells):
            yield from (cell.children for cell in cells)
        case _:
            pass


def _spelled(
    element: Element | None, spell: Callable[[Inlines], Inlines]
) -> Element | None:
    match element:
        case PartHeading():
            return replace(element, title=spell(element.title))
        case Heading() | Paragraph() | Cell():
            return replace(element, children=spell(element.children))
        case Row():
            cells = tuple(Cell(spell(cell.children)) for cell in element.cells)
            return replace(element, cells=cells)
        case _:
            return element


def _spelled_out(inlines: Inlines, told: frozenset[str]) -> Inlines:
    return tuple(_with_target(one, told) for one in inlines)


def _with_target(inline: Inline, told: frozenset[str]) -> Inline:
    match inline:
        case Link() if inline.target in told:
            words = (*inline.children, Text(f" ({inline.target})"))
            return replace(inline, children=words)
        case Emphasis() | Strong():
            return replace(inline, children=_spelled_out(inline.children, told))
        case _:
            return inline
