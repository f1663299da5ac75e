"""Words inside a paragraph: runs that look alike, and links."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from duenotice.render.docx.styles import language_xml

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PIECES = re.compile(r"[\n\t]|[^\n\t]+")
_FORMS = {"\n": "<w:br/>", "\t": "<w:tab/>"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How words are set off."""

    is_bold: bool = False
    is_italic: bool = False
    is_code: bool = False
    target: str = ""
    """What the words lead to: an address, or `#` and a section's id."""


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look alike."""

    text: str
    look: Look = PLAIN
    was: Look | None = None
    """How they looked, where that is another way now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """In what language words are, and which way they run."""

    lang: str = ""
    """Empty where it is the document's own."""

    is_rtl: bool = False


def joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Join neighbours that look alike.

    >>> joined([Run("a"), Run(" b")])[0].text
    'a b'
    """
    found: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        if found and (found[-1].look, found[-1].was) == (run.look, run.was):
            found[-1] = Run(found[-1].text + run.text, run.look, run.was)
        else:
            found.append(run)
    return tuple(found)


def run_xml(run: Run, speech: Speech, *, is_struck: bool, change: str = "") -> str:
    """Give the markup of a run.

    Args:
        run: The words.
        speech: Their language and direction.
        is_struck: Whether it is deleted text.
        change: The attributes of a change of its look.
    """
    tag = "delText" if is_struck else "t"
    text = "".join(
        _FORMS.get(one) or f'<w:{tag} xml:space="preserve">{escape(one)}</w:{tag}>'
        for one in _PIECES.findall(clean(run.text))
    )
    look = _look_xml(run.look, speech, run.text)
    if run.was is not None and change:
        was = _look_xml(run.was, speech, run.text)
        look += f"<w:rPrChange {change}><w:rPr>{was}</w:rPr></w:rPrChange>"
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{text}</w:r>"


def clean(text: str) -> str:
    """Put a sign in place of characters that XML can't hold."""
    return _NO_XML.sub("\ufffd", text).replace("\r\n", "\n").replace("\r", "\n")


def _look_xml(look: Look, speech: Speech, text: str) -> str:
    return "".join(_look_parts(look, speech, text))


def _look_parts(look: Look, speech: Speech, text: str) -> Iterator[str]:
    """Give the properties in the order that the standard asks for."""
    if look.target:
        yield '<w:rStyle w:val="Hyperlink"/>'
    elif look.is_code:
        yield '<w:rStyle w:val="CodeWords"/>'
    if look.is_bold:
        yield "<w:b/><w:bCs/>"
    if look.is_italic:
        yield "<w:i/><w:iCs/>"
    if speech.is_rtl and not _is_ltr(text):
        yield "<w:rtl/>"
    if speech.lang:
        yield language_xml(speech.lang)


def _is_ltr(text: str) -> bool:
    """Tell whether words run from left to right wherever they stand."""
    kinds = {unicodedata.bidirectional(character) for character in text}
    return bool(kinds & {"L", "EN"}) and not kinds & {"R", "AL"}
