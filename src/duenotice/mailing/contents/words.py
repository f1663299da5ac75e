"""The words of a message, as its reader gets them, to hold against what it must say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from duenotice.mailing.contents.open_elements import OpenElements
from duenotice.mailing.contents.style_sheets import StyleSheets
from duenotice.mailing.edition import GREETING
from duenotice.mailing.edition import NAME
from duenotice.mailing.edition import REFERENCE
from duenotice.mailing.keys import reference_of
from duenotice.render.messages.laid import Laid
from duenotice.render.messages.letter_view import ADDRESS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping

    from duenotice.mailing.edition import Edition

_INLINE = frozenset(
    {"a", "b", "bdi", "br", "code", "em", "i", "span", "strong", "time"}
)
_VOID = frozenset({"br", "col", "hr", "img", "input", "link", "meta", "wbr"})
_FOREIGN = frozenset({"math", "svg"})
"""Elements that end with a slash in their tag; of others it says nothing."""

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
    sms, app = edition.sms.fill(values), edition.app
    push = f"{app.title}\n\n{app.body}\n\n{app.link}"
    return (
        MessageWords(name="the e-mail", text=html_words(html), source=html),
        MessageWords(name="the plain text of the e-mail", text=text, source=text),
        *_letters(edition, {**values, ADDRESS: ""}),
        MessageWords(name="the text message", text=sms, source=sms, is_whole=False),
        MessageWords(name="the app's message", text=push, source=push, is_whole=False),
    )


def _letters(edition: Edition, values: Mapping[str, str]) -> Iterator[MessageWords]:
    forms = {"the letter": edition.letter}
    if edition.large_letter is not None:
        forms["the letter in large print"] = edition.large_letter
    for name, form in forms.items():
        html = Laid.of(form.html).fill(values)
        text = html_words(html, form.stylesheet)
        yield MessageWords(name=name, text=text, source=html)


def html_words(html: str, *sheets: str) -> str:
    r"""Give the words of HTML in paragraphs; quoted ones begin with `> `.

    What a reader may not see isn't among them: a style can hide it, or take its size
    or its colour away.

    Args:
        html: The whole text.
        sheets: Style sheets that stand beside it.

    >>> html_words("<h1>A</h1><blockquote>b <i>c</i></blockquote>")
    'A\n\n> b c'
    """
    styles = StyleSheets()
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
        self._parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "style":
            self._media = _attributes(attrs).get("media") or ""

    def handle_data(self, data: str) -> None:
        if self._media is not None:
            self._parts.append(data)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag == "style" and self._media is not None:
            self._styles.add("".join(self._parts), self._media)
            self._media, self._parts = None, []


class _Reader(HTMLParser):
    """Takes the words out of HTML."""

    def __init__(self, styles: StyleSheets) -> None:
        super().__init__()
        self._open = OpenElements(styles)
        self._parts: list[str] = []

    def text(self) -> str:
        """Give all paragraphs with a word in them."""
        found = _GAPS.split("".join(self._parts))
        lines = (" ".join(one.split()) for one in found)
        return "\n\n".join(one for one in lines if one not in {"", ">"})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID:
            self._open.begin(tag, _attributes(attrs))
        self._edge(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag in _FOREIGN:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        self._open.end(tag)
        self._edge(tag)

    def handle_data(self, data: str) -> None:
        if self._open.sight.is_seen:
            self._parts.append(data)

    def _edge(self, tag: str) -> None:
        if tag == "br":
            self._parts.append(" ")
        elif tag not in _INLINE:
            self._parts.append("\n\n> " if self._open.is_quote else "\n\n")


def _attributes(attrs: list[tuple[str, str | None]]) -> dict[str, str | None]:
    """Take the first of the same name, as browsers do."""
    return dict(reversed(attrs))
