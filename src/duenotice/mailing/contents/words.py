"""The words of a message, as its reader gets them, to hold against what it must say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from duenotice.mailing.contents.sight import Sight
from duenotice.mailing.contents.style_sheets import StyleSheets
from duenotice.mailing.edition import GREETING
from duenotice.mailing.edition import NAME
from duenotice.mailing.edition import REFERENCE
from duenotice.mailing.keys import reference_of

if TYPE_CHECKING:
    from duenotice.mailing.edition import Edition

_UNSEEN = frozenset({"head", "script", "style", "template", "title"})
_INLINE = frozenset(
    {"a", "b", "bdi", "br", "code", "em", "i", "span", "strong", "time"}
)
_VOID = frozenset({"br", "col", "hr", "img", "input", "link", "meta", "wbr"})
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
    letter, sms = edition.letter, edition.sms.fill(values)
    printed = html_words(letter.html, letter.stylesheet, medium="print")
    app = edition.app
    push = f"{app.title}\n\n{app.body}\n\n{app.link}"
    return (
        MessageWords(name="the e-mail", text=html_words(html), source=html),
        MessageWords(name="the plain text of the e-mail", text=text, source=text),
        MessageWords(name="the letter", text=printed, source=letter.html),
        MessageWords(name="the text message", text=sms, source=sms, is_whole=False),
        MessageWords(name="the app's message", text=push, source=push, is_whole=False),
    )


def html_words(html: str, *sheets: str, medium: str = "screen") -> str:
    r"""Give the words of HTML in paragraphs; quoted ones begin with `> `.

    What no reader sees isn't among them: a style can hide it, or take its size or its
    colour away.

    Args:
        html: The whole text.
        sheets: Style sheets that stand beside it.
        medium: Where it is read: on a `screen`, or in `print`.

    >>> html_words("<h1>A</h1><blockquote>b <i>c</i></blockquote>")
    'A\n\n> b c'
    """
    styles = StyleSheets(medium)
    for sheet in sheets:
        styles.add(sheet)
    own = _SheetReader(styles)
    own.feed(html)
    own.close()
    reader = _Reader(styles)
    reader.feed(html)
    reader.close()
    return reader.text()


class _SheetReader(HTMLParser):
    """Reads the style sheets that stand in HTML."""

    def __init__(self, styles: StyleSheets) -> None:
        super().__init__()
        self._styles = styles
        self._media: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "style":
            self._media = dict(attrs).get("media") or ""

    def handle_data(self, data: str) -> None:
        if self._media is not None:
            self._styles.add(data, self._media)

    def handle_endtag(self, _tag: str) -> None:
        self._media = None


class _Reader(HTMLParser):
    """Takes the words out of HTML."""

    def __init__(self, styles: StyleSheets) -> None:
        super().__init__()
        self._styles = styles
        self._parts: list[str] = []
        self._unseen = 0
        self._quotes = 0
        self._open: list[tuple[str, Sight]] = [("", Sight())]
        """The elements around, and how words look in them."""

    def text(self) -> str:
        """Give all paragraphs with a word in them."""
        found = _GAPS.split("".join(self._parts))
        lines = (" ".join(one.split()) for one in found)
        return "\n\n".join(one for one in lines if one not in {"", ">"})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID:
            attributes = dict(attrs)
            styles = self._styles.styles(tag, attributes)
            sight = self._open[-1][1].within(styles, attributes)
            self._open.append((tag, sight))
        self._unseen += tag in _UNSEEN
        self._quotes += tag == "blockquote"
        self._edge(tag)

    def handle_endtag(self, tag: str) -> None:
        if any(tag == one for one, _ in self._open):
            while self._open.pop()[0] != tag:
                pass
        self._unseen -= tag in _UNSEEN
        self._quotes -= tag == "blockquote"
        self._edge(tag)

    def handle_data(self, data: str) -> None:
        if not self._unseen and self._open[-1][1].is_seen:
            self._parts.append(data)

    def _edge(self, tag: str) -> None:
        if tag == "br":
            self._parts.append(" ")
        elif tag not in _INLINE:
            self._parts.append("\n\n> " if self._quotes else "\n\n")
