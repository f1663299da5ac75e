"""The words of blocks as plain strings in which checks look for wordings.

Positions can be turned back into lines. What isn't prose, such as code and the words
that a reference will get, stands as one sign that no wording contains.
"""

from __future__ import annotations

import enum
import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.model.content import Code
from duenotice.model.content import Emphasis
from duenotice.model.content import Heading
from duenotice.model.content import Image
from duenotice.model.content import LineBreak
from duenotice.model.content import Link
from duenotice.model.content import Reference
from duenotice.model.content import Strong
from duenotice.model.content import Text
from duenotice.model.content import walk_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.model.content import Block
    from duenotice.model.content import Inline

OPAQUE = "\ufffc"
"""Stands for what isn't prose."""

STRONG_START = "\ue000"
STRONG_END = "\ue001"
"""Stand around important words where they are asked for."""

_SIGNS = str.maketrans(dict.fromkeys((OPAQUE, STRONG_START, STRONG_END), " "))


class Reading(enum.Enum):
    """What of a text is read as prose."""

    ALL = enum.auto()
    """The words of links too."""

    MARKED = enum.auto()
    """The same, with signs around important words."""

    OWN = enum.auto()
    """Of links only those to sections; what names another page is none of ours."""

    UNLINKED = enum.auto()
    """No words of links: what leads somewhere by its id can't go wrong."""

    def includes(self, link: Link) -> bool:
        """Tell whether a link's words are read."""
        match self:
            case Reading.ALL | Reading.MARKED:
                return True
            case Reading.OWN:
                return link.target.startswith("#")
            case Reading.UNLINKED:
                return False


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text that stands by itself."""

    text: str
    """The words; a line feed where the source has one."""

    line: int
    """The line of its first word."""

    is_heading: bool
    breaks: tuple[int, ...]
    """Where its line feeds stand."""

    def line_at(self, position: int) -> int:
        """Give the line of a place in the text."""
        return self.line + bisect_left(self.breaks, position)


def passages(blocks: tuple[Block, ...], reading: Reading) -> Iterator[Passage]:
    """Give the text of blocks, one passage for each paragraph, cell or heading."""
    for block in blocks:
        for line in walk_lines((block,)):
            text = "".join(_words(line.inlines, reading))
            breaks = tuple(found.start() for found in re.finditer("\n", text))
            yield Passage(text, line.number, isinstance(block, Heading), breaks)


def _words(inlines: tuple[Inline, ...], reading: Reading) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case Text(text):
                yield text.translate(_SIGNS)
            case Image(alternative=text):
                yield text.translate(_SIGNS).replace("\n", " ")
            case LineBreak():
                yield "\n"
            case Strong(children) if reading is Reading.MARKED:
                yield STRONG_START
                yield from _words(children, reading)
                yield STRONG_END
            case Emphasis(children) | Strong(children):
                yield from _words(children, reading)
            case Link(children=children) if reading.includes(inline):
                yield from _words(children, reading)
            case Code() | Reference() | Link():
                yield OPAQUE
