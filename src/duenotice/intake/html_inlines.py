"""The words inside a block of a web page, with their emphasis and links."""

from __future__ import annotations

import re
from dataclasses import dataclass
from dataclasses import field
from typing import TYPE_CHECKING

from duenotice.checks.wording import shown
from duenotice.intake.account import Remark
from duenotice.model.content import Code
from duenotice.model.content import Emphasis
from duenotice.model.content import LineBreak
from duenotice.model.content import Link
from duenotice.model.content import Strong
from duenotice.model.content import Text
from duenotice.model.content import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from duenotice.model.content import Inline


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BLOCKS = _set(
    "address article aside blockquote body caption center col colgroup dd details dir "
    "div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup "
    "hr legend li listing main ol p pre section summary table tbody td tfoot th thead "
    "tr ul xmp plaintext"
)
_SPACE = re.compile(r"[ \t\n\r\f]+")


def is_block(element: Element) -> bool:
    """Tell whether an element stands by itself."""
    return element.tag in _BLOCKS


def has_blocks(element: Element) -> bool:
    """Tell whether blocks are somewhere inside an element."""
    return any(is_block(inner) for inner in element.iter() if inner is not element)


def tidied(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Take the white space off both ends; nothing is left of nothing but space."""
    if not plain_text(inlines).strip():
        return ()
    found = [one for one in inlines if one != Text("")]
    while isinstance(found[0], LineBreak) or found[0] == Text(" "):
        del found[0]
    while isinstance(found[-1], LineBreak) or found[-1] == Text(" "):
        del found[-1]
    match found[0]:
        case Text(text):
            found[0] = Text(text.removeprefix(" "))
        case _:
            pass
    match found[-1]:
        case Text(text):
            found[-1] = Text(text.removesuffix(" "))
        case _:
            pass
    return tuple(found)


@dataclass(slots=True)
class InlineMaker:
    """Makes inlines of a page's elements."""

    remarks: list[Remark] = field(default_factory=list)

    def words(self, text: str | None) -> Iterator[Inline]:
        """Give words between elements, their white space as a browser shows it."""
        if text:
            yield Text(_SPACE.sub(" ", text))

    def inside(self, element: Element) -> tuple[Inline, ...]:
        """Give what is inside an element."""
        found = list(self.words(element.text))
        for child in element:
            found += self.of(child)
            found += self.words(child.tail)
        return tuple(found)

    def of(self, element: Element) -> tuple[Inline, ...]:
        """Give an element and what is inside it."""
        children = self.inside(element)
        match element.tag:
            case "b" | "strong":
                return (Strong(children),) if children else ()
            case "i" | "em" | "cite" | "dfn" | "var":
                return (Emphasis(children),) if children else ()
            case "code" | "kbd" | "samp" | "tt":
                return (Code(plain_text(children)),) if children else ()
            case "a" if "href" in element.attrib:
                target = _SPACE.sub("", element.get("href", ""))
                return (Link(children, target, element.get("title", "")),)
            case "br":
                return (LineBreak(hard=True), *children)
            case "img":
                return self._picture(element.get("alt", ""))
            case _:
                return children

    def in_line(self, element: Element) -> tuple[Inline, ...]:
        """Give everything in an element on one line, blocks apart by a space."""
        found = list(self.words(element.text))
        for child in element:
            if is_block(child) or has_blocks(child):
                found += (Text(" "), *self.in_line(child), Text(" "))
            else:
                found += self.of(child)
            found += self.words(child.tail)
        return tuple(found)

    def _picture(self, alternative: str) -> tuple[Inline, ...]:
        words = _SPACE.sub(" ", alternative)
        if not words.strip():
            return ()
        self.remarks.append(
            Remark(
                message=f"a picture became its alternative text {shown(words)}",
                hint="Say in the text what the picture says.",
            )
        )
        return (Text(words),)
