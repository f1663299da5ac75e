"""The parts of a source: a heading and what stands below it."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.intake.cleaning import has_words
from duenotice.intake.printed_blocks import is_printed
from duenotice.intake.words import visible
from duenotice.model.content import Heading
from duenotice.model.content import Paragraph
from duenotice.model.content import Strong
from duenotice.model.content import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Sequence

    from duenotice.model.content import Block

_HIGHEST, _LOWEST = 2, 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of a source that becomes a section."""

    heading: Heading | None
    """Nothing where the text begins without one."""

    blocks: tuple[Block, ...]
    places: tuple[int, ...]
    """Which headings of the source are in it, counted from one."""

    number: int | None = None
    typed_title: str | None = None
    """The heading without the number that was taken off it."""

    @property
    def title(self) -> str:
        """Give the heading as a title."""
        if self.typed_title is not None:
            return self.typed_title
        return "" if self.heading is None else heading_words(self.heading)

    @property
    def line(self) -> int:
        """Give the line of the source at which it begins."""
        if self.heading is not None:
            return self.heading.line
        return next((_line(block) for block in self.blocks), 0)


def _line(block: Block) -> int:
    return block.line


def heading_words(heading: Heading) -> str:
    """Give a heading as plain words on one line."""
    return " ".join(visible(plain_text(heading.children)).split())


def cut_parts(
    blocks: Sequence[Block], title: Heading | None, section_level: int
) -> list[Part]:
    """Cut a source at the headings of its sections."""
    parts: list[Part] = []
    heading: Heading | None = None
    inside: list[Block] = []
    places: list[int] = []
    count = 0
    for block in blocks:
        if not isinstance(block, Heading):
            inside.append(block)
            continue
        count += 1
        if is_printed(block):
            inside.append(Paragraph(block.children, block.line))
        elif block is not title and block.level <= section_level:
            parts.append(_part(heading, inside, places))
            heading, inside, places = block, [], [count]
        else:
            inside += [] if block is title else [block]
            places.append(count)
    parts.append(_part(heading, inside, places))
    return parts


def _part(
    heading: Heading | None, inside: Sequence[Block], places: Sequence[int]
) -> Part:
    return Part(
        heading=heading,
        blocks=tuple(_levelled(inside)),
        places=tuple(places),
    )


def _levelled(blocks: Sequence[Block]) -> Iterator[Block]:
    """Put the headings inside a section on levels without gaps, from the second on."""
    above: list[int] = []
    for block in blocks:
        if not isinstance(block, Heading):
            yield block
            continue
        while above and above[-1] >= block.level:
            above.pop()
        above.append(block.level)
        level = min(_HIGHEST + len(above) - 1, _LOWEST)
        yield dataclasses.replace(block, level=level)


def filled_parts(parts: Sequence[Part]) -> list[Part]:
    """Give the parts so that each has text: a heading alone makes no section.

    A heading without text goes before the next one, which becomes a heading inside;
    where the next one is numbered, it ends the part before.
    """
    filled: list[Part] = []
    waiting: Part | None = None
    for part in parts:
        whole = part
        if waiting is not None and part.number is None:
            whole = _merged(waiting, part)
        elif waiting is not None:
            _end_with(filled, waiting)
        waiting = None
        if has_words(whole.blocks):
            filled.append(whole)
        elif whole.heading is not None:
            waiting = whole
    if waiting is not None:
        _end_with(filled, waiting)
    return filled


def _merged(empty: Part, following: Part) -> Part:
    """Put a part into the one above it that has only a heading."""
    inner = following.heading
    if inner is None:
        return empty
    deeper = [
        dataclasses.replace(one, level=min(one.level + 1, _LOWEST))
        if isinstance(one, Heading)
        else one
        for one in following.blocks
    ]
    head = Heading(_HIGHEST, inner.children, inner.line)
    return dataclasses.replace(
        empty,
        blocks=(*empty.blocks, head, *deeper),
        places=(*empty.places, *following.places),
    )


def _end_with(filled: list[Part], empty: Part) -> None:
    """Put a heading without text at the end of what comes before it."""
    if empty.heading is None:
        return
    words = Paragraph((Strong(empty.heading.children),), empty.heading.line)
    if not filled:
        filled.append(Part(heading=None, blocks=(words,), places=empty.places))
        return
    last = filled[-1]
    filled[-1] = dataclasses.replace(
        last,
        blocks=(*last.blocks, words),
        places=(*last.places, *empty.places),
    )
