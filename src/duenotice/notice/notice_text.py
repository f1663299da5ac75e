"""A notice as the check reads it: its stretches, its quotations, its headings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.checks.prose import Reading
from duenotice.checks.prose import passages
from duenotice.model.content import Heading
from duenotice.model.content import Paragraph
from duenotice.model.content import Quote
from duenotice.model.content import Strong
from duenotice.model.content import plain_text
from duenotice.model.content import walk_lines

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator

    from duenotice.checks.prose import Passage
    from duenotice.model.content import Block


_BETWEEN_CELLS = frozenset(" |–")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words, a paragraph or an item of them."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class NoticeText:
    """What stands in a notice."""

    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """Give all its words."""
        return _text(self.blocks)

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """Give what is quoted."""
        return tuple(
            Quotation(plain_text(line.inlines), line.number)
            for block in self.blocks
            if isinstance(block, Quote)
            for line in walk_lines((block,))
        )

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Give all its words by paragraphs, items and headings."""
        return tuple(passages(self.blocks, Reading.ALL))

    @property
    def own_passages(self) -> tuple[Passage, ...]:
        """Give the same without what is quoted."""
        own = (block for block in self.blocks if not isinstance(block, Quote))
        return tuple(passages(tuple(own), Reading.ALL))

    def stretches(self) -> Iterator[str]:
        """Give what is read together: paragraphs, and what follows bold words."""
        for block in self.blocks:
            yield from (plain_text(line.inlines) for line in walk_lines((block,)))
        for group in _groups(self.blocks):
            yield _text(group)


def letters(text: str) -> str:
    """Give the letters and digits of a text, to compare quotations by.

    Where there are none, its other signs, but for those between the cells of a row.

    >>> letters("Logs – 18 months.") == letters("logs | 18 months")
    True
    """
    folded = text.casefold()
    kept = "".join(one for one in folded if one.isalnum())
    return kept or "".join(
        one for one in folded if one.isprintable() and one not in _BETWEEN_CELLS
    )


def _text(blocks: Iterable[Block]) -> str:
    return "\n".join(plain_text(one.inlines) for one in walk_lines(tuple(blocks)))


def _groups(blocks: tuple[Block, ...]) -> Iterator[list[Block]]:
    """Put together what stands under the same bold words."""
    group: list[Block] = []
    for block in blocks:
        if _is_lead(block) or isinstance(block, Heading):
            if group:
                yield group
            group = [block] if _is_lead(block) else []
        elif group:
            group.append(block)
    if group:
        yield group


def _is_lead(block: Block) -> bool:
    match block:
        case Paragraph((Strong(), *_)):
            return True
        case _:
            return False
