"""Blocks as plain text, and lines cut to a length that every program shows."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from duenotice.model.content import Code
from duenotice.model.content import CodeBlock
from duenotice.model.content import Emphasis
from duenotice.model.content import Heading
from duenotice.model.content import Image
from duenotice.model.content import LineBreak
from duenotice.model.content import Link
from duenotice.model.content import List
from duenotice.model.content import Paragraph
from duenotice.model.content import Quote
from duenotice.model.content import Reference
from duenotice.model.content import Rule
from duenotice.model.content import Strong
from duenotice.model.content import Table
from duenotice.model.content import Text
from duenotice.render.content_html import SAFE_TARGET

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator

    from duenotice.model.content import Block
    from duenotice.model.content import Inline

WIDTH = 72
_RULE = "-" * 20
_LEAD = re.compile(r"(?:> )*(?: *(?:-|\d+\.) )?")
_GAPS = re.compile(r"\n{3,}")


def blocks_text(blocks: Iterable[Block]) -> str:
    r"""Give the words of blocks, a line for each paragraph, an empty one between.

    >>> from duenotice.parse.markdown import parse_blocks
    >>> blocks_text(parse_blocks("Call [us](https://a.example/).\n\n- now"))
    'Call us (https://a.example/).\n\n- now'
    """
    return "\n\n".join(filter(None, map(_block, blocks)))


def wrapped(text: str) -> str:
    """Cut lines that are too long; what is quoted or listed goes on below itself.

    An address is never cut. Of empty lines one stays.
    """
    lines = (one for line in text.split("\n") for one in _wrapped(line.rstrip()))
    return _GAPS.sub("\n\n", "\n".join(lines)).strip("\n") + "\n"


def _wrapped(line: str) -> list[str]:
    found = _LEAD.match(line)
    lead = found[0] if found else ""
    if len(line) <= WIDTH or line.startswith("|"):
        return [line]
    below = "".join("> " for _ in range(lead.count("> "))).ljust(len(lead))
    return textwrap.wrap(
        line[len(lead) :],
        WIDTH,
        initial_indent=lead,
        subsequent_indent=below,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _block(block: Block) -> str:
    match block:
        case Paragraph(children):
            return _inlines(children)
        case Heading(_, children):
            words = " ".join(_inlines(children).split())
            return f"{words}\n{'-' * min(len(words), WIDTH)}" if words else ""
        case List():
            return "\n".join(_items(block))
        case Quote(blocks):
            lines = blocks_text(blocks).split("\n")
            return "\n".join(f"> {line}".rstrip() for line in lines)
        case CodeBlock(text):
            return text.rstrip("\n")
        case Table():
            rows = (block.header, *block.rows)
            return "\n".join(
                f"| {' | '.join(' '.join(_inlines(one).split()) for one in row)} |"
                for row in rows
            )
        case Rule():
            return _RULE


def _items(block: List) -> Iterator[str]:
    for number, item in enumerate(block.items, start=block.start):
        mark = f"{number}. " if block.ordered else "- "
        gap = "\n" if block.tight else "\n\n"
        lines = gap.join(filter(None, map(_block, item.blocks))).split("\n")
        yield "\n".join(
            (mark if at == 0 else " " * len(mark)) + line if line else line
            for at, line in enumerate(lines)
        )


def _inlines(inlines: tuple[Inline, ...]) -> str:
    return "".join(map(_inline, inlines))


def _inline(inline: Inline) -> str:
    match inline:
        case Text(text) | Code(text):
            return text
        case Emphasis(children) | Strong(children):
            return _inlines(children)
        case Link(children, target):
            return _link(_inlines(children), target)
        case Image(alternative):
            return alternative
        case Reference(words=words):
            return words
        case LineBreak(hard):
            return "\n" if hard else " "


def _link(words: str, target: str) -> str:
    """Give the words, and the address where they don't say it themselves."""
    kind, _, rest = target.partition(":")
    is_safe = SAFE_TARGET.match(target) is not None
    # Of a telephone number the words are the better form.
    if not is_safe or kind.lower() in {"tel", "sms"} or target.startswith("#"):
        return words
    if target == words or (kind.lower() == "mailto" and rest == words):
        return words
    return f"{words} ({rest if kind.lower() == 'mailto' else target})"
