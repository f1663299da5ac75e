"""The words of a redline as HTML: an element's line, or some of its tokens."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from duenotice.compare.document import Cell
from duenotice.compare.elements import line_of
from duenotice.model.content import Heading
from duenotice.model.content import Link
from duenotice.model.content import Paragraph
from duenotice.model.content import Reference
from duenotice.model.content import Text
from duenotice.model.content import plain_text
from duenotice.parse.rewriting import change_inlines
from duenotice.render.content_html import inlines_html

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator

    from duenotice.compare import Element
    from duenotice.compare import Token
    from duenotice.model.content import Inline


class WordPrinter:
    """Prints words of one of the two texts.

    A link within the text stays one where the page has what it leads to: of the old
    text it may have nothing.
    """

    def __init__(self, known_ids: frozenset[str] = frozenset()) -> None:
        """Take the ids of the sections that the page has."""
        self._known_ids = known_ids

    def element(self, element: Element | None) -> str:
        """Print an element's line."""
        match element:
            case Heading(children=words) | Paragraph(words) | Cell(words):
                return self._inlines(words)
            case _:
                return self.tokens(line_of(element))

    def tokens(self, tokens: Iterable[Token]) -> str:
        """Print tokens; those that are set off alike, together."""
        parts = []
        for marks, group in groupby(tokens, key=lambda token: token.marks):
            html = self._inlines(tuple(_joined(group)))
            for mark in reversed(marks):
                html = f"<{mark}>{html}</{mark}>"
            parts.append(html)
        return "".join(parts)

    def _inlines(self, inlines: tuple[Inline, ...]) -> str:
        return inlines_html(change_inlines(inlines, self._linked))

    def _linked(self, inline: Inline, _is_first: bool) -> Inline:  # noqa: FBT001
        match inline:
            case Reference(first=first, words=words) if first not in self._known_ids:
                return Text(words)
            case Link(children, target) if (
                target.startswith("#") and target[1:] not in self._known_ids
            ):
                return Text(plain_text(children))
            case _:
                return inline


def _joined(tokens: Iterable[Token]) -> Iterator[Inline]:
    """Give what tokens print, plain words as one."""
    words: list[str] = []
    for token in tokens:
        if isinstance(token.inline, Text):
            words.append(token.inline.text)
            continue
        if words:
            yield Text("".join(words))
            words = []
        yield token.inline
    if words:
        yield Text("".join(words))
