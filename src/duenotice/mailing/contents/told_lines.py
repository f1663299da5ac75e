"""What a message says in the words of the notice and of the texts.

A template's own words are a frame: "Effective date" says nothing of a date of birth.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from duenotice.materiality.words import sentences_of
from duenotice.model.content import Paragraph
from duenotice.model.content import Quote
from duenotice.model.content import Text
from duenotice.model.content import plain_text
from duenotice.model.content import walk_lines
from duenotice.notice.notice_text import letters
from duenotice.parse.markdown import parse_blocks
from duenotice.render.messages.plain_text import blocks_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator

    from duenotice.model.content import Block
    from duenotice.model.content import Line

_LEFT_OUT = re.compile(r"…+|\.{3,}")
_LONG = 30
"""So many letters in a row are words of a text wherever they stand."""


class TextLines:
    """The lines of the texts that a message can quote."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Take them: paragraphs, items, cells, and words as they are told."""
        self._lines = tuple(dict.fromkeys(lines))

    @cached_property
    def _whole(self) -> frozenset[str]:
        sentences = (one for line in self._lines for one in sentences_of(line))
        return frozenset(map(letters, (*self._lines, *sentences)))

    @cached_property
    def _long(self) -> tuple[tuple[str, str], ...]:
        bare = ((line, letters(line)) for line in self._lines)
        return tuple((line, one) for line, one in bare if len(one) >= _LONG)

    @cached_property
    def _joined(self) -> str:
        return "".join(map(letters, self._lines))

    def within(self, text: str) -> Iterator[str]:
        """Give the long lines that stand in a text, perhaps beside other words."""
        whole = letters(text)
        return (line for line, bare in self._long if bare in whole)

    def quoted_in(self, line: str) -> str:
        """Give what of a line is words of the texts; it may leave some out with `…`."""
        parts = (one.strip() for one in _LEFT_OUT.split(line))
        return " … ".join(one for one in parts if self._has(one))

    def _has(self, words: str) -> bool:
        bare = letters(words)
        if not bare:
            return False
        if bare in self._whole or (len(bare) >= _LONG and bare in self._joined):
            return True
        return all(letters(one) in self._whole for one in sentences_of(words))


def lines_of(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Give the words of blocks, line by line."""
    return (plain_text(line.inlines) for line in walk_lines(blocks))


def told_blocks(text: str, texts: TextLines) -> tuple[Block, ...]:
    """Give what a message quotes, without the words of its template."""
    quoted = (texts.quoted_in(one) for one in lines_of(parse_blocks(text)))
    found = dict.fromkeys((*filter(None, quoted), *texts.within(text)))
    return tuple(Quote((Paragraph((Text(one),)),)) for one in found)


def missing_line(notice: tuple[Block, ...], text: str) -> str | None:
    """Find the first line of a notice that a message hasn't got in its place.

    Where lines break and how words are marked is nothing. In plain text, the address
    that a link leads to may stand beside its words.
    """
    whole, at = letters(text), 0
    for line in walk_lines(notice):
        found = [(whole.find(one, at), one) for one in _forms(line)]
        ends = [start + len(one) for start, one in found if start >= 0]
        if not ends:
            return plain_text(line.inlines)
        at = min(ends)
    return None


def _forms(line: Line) -> tuple[str, str]:
    written = blocks_text((Paragraph(line.inlines, line.number),))
    return _comparable(plain_text(line.inlines)), _comparable(written)


def _comparable(words: str) -> str:
    return letters(words) if any(map(str.isalnum, words)) else ""
