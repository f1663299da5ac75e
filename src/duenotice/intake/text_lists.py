"""Items of a plain text to lists, nested by their margins and their signs."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field
from typing import TYPE_CHECKING

from duenotice.model.content import Item
from duenotice.model.content import List
from duenotice.model.content import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.intake.text_units import Unit
    from duenotice.model.content import Block
    from duenotice.model.content import Inline

_DEEPEST = 12
"""Deeper lists than this are no lists but drawings."""


@dataclass(slots=True)
class _OpenItem:
    blocks: list[Block]
    line: int


@dataclass(slots=True)
class _OpenList:
    """A list that may get further items."""

    style: str
    indent: int
    start: int
    is_numbered: bool
    items: list[_OpenItem] = field(default_factory=list)

    @property
    def next_number(self) -> int:
        """Give the number that the next item would have."""
        return self.start + len(self.items)

    def closed(self) -> List:
        """Give the list."""
        items = tuple(Item(tuple(one.blocks), one.line) for one in self.items)
        return List(
            items,
            ordered=self.is_numbered,
            start=self.start if self.is_numbered else 1,
            tight=not any(_has_paragraphs(one) for one in self.items),
            line=self.items[0].line,
        )


def _has_paragraphs(item: _OpenItem) -> bool:
    return sum(isinstance(block, Paragraph) for block in item.blocks) > 1


@dataclass(slots=True)
class ListMaker:
    """Puts items, as they come, into lists."""

    _open: list[_OpenList] = field(default_factory=list)
    """The list that gets the next item is the last."""

    _finished: list[Block] = field(default_factory=list)

    def add(self, unit: Unit, words: tuple[Inline, ...]) -> None:
        """Add an item."""
        marker = unit.marker
        if marker is None:
            message = "an item has a marker"
            raise ValueError(message)
        self._find_place(unit.indent, marker.style, marker.number)
        blocks: list[Block] = [Paragraph(words, unit.line)] if words else []
        self._open[-1].items.append(_OpenItem(blocks, unit.line))

    def takes(self, unit: Unit) -> bool:
        """Tell whether a paragraph belongs to the last item, by its margin."""
        return bool(self._open) and unit.indent > self._open[-1].indent

    def go_on(self, unit: Unit, words: tuple[Inline, ...]) -> None:
        """Add a paragraph to the last item."""
        self._open[-1].items[-1].blocks.append(Paragraph(words, unit.line))

    def finished(self) -> Iterator[Block]:
        """Give the lists; the next item begins a new one."""
        while self._open:
            self._close()
        yield from self._finished
        self._finished = []

    def _find_place(self, indent: int, style: str, number: int | None) -> None:
        """Open or close lists until the last one is that of the item."""
        while self._open and indent < self._open[-1].indent:
            self._close()
        for depth, one in enumerate(reversed(self._open)):
            if one.style == style and one.indent == indent:
                for _ in range(depth):
                    self._close()
                break
        last = self._open[-1] if self._open else None
        if last is not None and last.style == style and indent == last.indent:
            if number is None or number == last.next_number:
                return
            self._close()
        elif last is not None and self._is_beside(last, indent, number):
            self._close()
        if len(self._open) >= _DEEPEST:
            self._close()
        self._open.append(
            _OpenList(style, indent, number or 0, is_numbered=number is not None)
        )

    @staticmethod
    def _is_beside(last: _OpenList, indent: int, number: int | None) -> bool:
        """Tell whether an item with another sign begins a list after the last one."""
        return indent == last.indent and number is not None

    def _close(self) -> None:
        closed = self._open.pop().closed()
        if self._open:
            self._open[-1].items[-1].blocks.append(closed)
        else:
            self._finished.append(closed)
