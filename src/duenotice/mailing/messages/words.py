"""The words of a message, as its reader gets them, to hold against what it must say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from duenotice.mailing.edition import GREETING
from duenotice.mailing.edition import NAME
from duenotice.mailing.edition import REFERENCE
from duenotice.mailing.keys import reference_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from duenotice.mailing.edition import Edition

_UNSEEN = frozenset({"head", "style", "script", "title"})
_INLINE = frozenset(
    {"a", "b", "bdi", "br", "code", "em", "i", "span", "strong", "time"}
)
_VOID = frozenset({"br", "col", "hr", "img", "input", "link", "meta", "wbr"})
_HIDING = re.compile(r"display:none|visibility:hidden")
_GAPS = re.compile(r"\s*\n\s*\n\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageWords:
    """One form of a message."""

    name: str
    """As a diagnostic calls it: "the e-mail"."""

    text: str
    """In paragraphs; quoted ones begin with `> `."""

    source: str
    """The same with its markup, where there is any."""

    is_whole: bool = True
    """It tells of everything; a short one leads to what does."""


def words_of_edition(edition: Edition) -> tuple[MessageWords, ...]:
    """Give the forms of an edition, filled in for nobody in particular."""
    values = {
        GREETING: edition.plain_greeting,
        NAME: "",
        REFERENCE: reference_of("a" * 26),
    }
    html, text = (
        laid.fill(values) for laid in (edition.email.html, edition.email.text)
    )
    letter, sms = edition.letter.html, edition.sms.fill(values)
    app = edition.app
    push = f"{app.title}\n\n{app.body}\n\n{app.link}"
    return (
        MessageWords(name="the e-mail", text=html_words(html), source=html),
        MessageWords(name="the plain text of the e-mail", text=text, source=text),
        MessageWords(name="the letter", text=html_words(letter), source=letter),
        MessageWords(name="the text message", text=sms, source=sms, is_whole=False),
        MessageWords(name="the app's message", text=push, source=push, is_whole=False),
    )


def html_words(html: str) -> str:
    r"""Give the words of HTML in paragraphs; quoted ones begin with `> `.

    >>> html_words("<h1>A</h1><blockquote>b <i>c</i></blockquote>")
    'A\n\n> b c'
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.text()


class _Reader(HTMLParser):
    """Takes the words out of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[str] = []
        self._unseen = 0
        self._quotes = 0
        self._hidden: list[str] = []
        """What is open from an element on that its style hides."""

    def text(self) -> str:
        """Give all paragraphs with a word in them."""
        found = _GAPS.split("".join(self._parts))
        lines = (" ".join(one.split()) for one in found)
        return "\n\n".join(one for one in lines if one not in {"", ">"})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID and (self._hidden or _is_hidden(dict(attrs))):
            self._hidden.append(tag)
        self._unseen += tag in _UNSEEN
        self._quotes += tag == "blockquote"
        self._edge(tag)

    def handle_endtag(self, tag: str) -> None:
        while tag in self._hidden and self._hidden.pop() != tag:
            pass
        self._unseen -= tag in _UNSEEN
        self._quotes -= tag == "blockquote"
        self._edge(tag)

    def handle_data(self, data: str) -> None:
        if not (self._unseen or self._hidden):
            self._parts.append(data)

    def _edge(self, tag: str) -> None:
        if tag == "br":
            self._parts.append(" ")
        elif tag not in _INLINE:
            self._parts.append("\n\n> " if self._quotes else "\n\n")


def _is_hidden(attributes: Mapping[str, str | None]) -> bool:
    style = "".join((attributes.get("style") or "").split()).lower()
    return "hidden" in attributes or _HIDING.search(style) is not None
