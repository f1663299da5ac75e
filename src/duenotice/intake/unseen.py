"""Characters that nobody sees, and that a terminal or a reader's eye would act upon.

They come as bytes, which the decoding drops, or as a page's or Markdown's entities,
such as `&#27;`: then they are there only once the source has been read.
"""

from __future__ import annotations

import dataclasses
from collections import deque
from dataclasses import dataclass
from dataclasses import field
from typing import TYPE_CHECKING

from duenotice.intake.account import Taken
from duenotice.intake.account import TakenKind
from duenotice.intake.words import UNSEEN
from duenotice.intake.words import visible
from duenotice.model.content import Code
from duenotice.model.content import CodeBlock
from duenotice.model.content import Image
from duenotice.model.content import Item
from duenotice.model.content import Link
from duenotice.model.content import List
from duenotice.model.content import Quote
from duenotice.model.content import Text
from duenotice.parse.rewriting import change_blocks

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from duenotice.model.content import Block
    from duenotice.model.content import Inline

_MOST = 3


@dataclass(slots=True)
class UnseenFilter:
    """Drops them, and notes which."""

    _dropped: deque[str] = field(default_factory=deque)

    def text(self, text: str) -> str:
        """Give a text without them."""
        self._dropped += UNSEEN.findall(text)
        return visible(text)

    def page(self, root: Element) -> None:
        """Take them out of a page, its attributes too."""
        for element in root.iter():
            element.text = self.text(element.text or "")
            element.tail = self.text(element.tail or "")
            for name, value in element.attrib.items():
                element.set(name, self.text(value))

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Give blocks without them."""
        return change_blocks(tuple(map(self._code, blocks)), self._inline)

    def taken(self) -> tuple[Taken, ...]:
        """Say what was dropped."""
        if not self._dropped:
            return ()
        names = [f"U+{ord(one):04X}" for one in dict.fromkeys(self._dropped)]
        more = f" and {len(names) - _MOST} more" if len(names) > _MOST else ""
        words = f"{', '.join(names[:_MOST])}{more}"
        content = "".join(self._dropped)
        return (Taken(kind=TakenKind.CONTROL, words=words, content=content),)

    def _code(self, block: Block) -> Block:
        match block:
            case CodeBlock(text):
                lines = map(self.text, text.split("\n"))
                return dataclasses.replace(block, text="\n".join(lines))
            case List(items=items):
                clean = tuple(
                    Item(tuple(map(self._code, one.blocks)), one.line) for one in items
                )
                return dataclasses.replace(block, items=clean)
            case Quote(blocks=blocks):
                return dataclasses.replace(block, blocks=tuple(map(self._code, blocks)))
            case _:
                return block

    def _inline(self, inline: Inline, _starts: bool) -> Inline:  # noqa: FBT001
        match inline:
            case Text(text):
                return Text(self.text(text))
            case Code(text):
                return Code(self.text(text))
            case Link(children, target, title):
                return Link(children, self.text(target), self.text(title))
            case Image(alternative, target):
                return Image(self.text(alternative), self.text(target))
            case _:
                return inline
