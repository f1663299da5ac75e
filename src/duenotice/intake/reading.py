"""Which reader a source needs."""

from __future__ import annotations

import enum
import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from duenotice.intake.html import read_html
from duenotice.intake.markdown_source import read_markdown
from duenotice.intake.text import read_text

if TYPE_CHECKING:
    from duenotice.intake.source import SourceText

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|main|"
    r"article|section|div|h[1-6]|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_MARKDOWN = re.compile(
    r"^#{1,6} \S|^\[[^\]\n]+\]:\s|\]\(\S+\)|^(?:---)\n\w+:", re.MULTILINE
)


class SourceFormat(enum.StrEnum):
    """What a source is written in."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"


_SUFFIXES = {
    ".txt": SourceFormat.TEXT,
    ".text": SourceFormat.TEXT,
    ".md": SourceFormat.MARKDOWN,
    ".markdown": SourceFormat.MARKDOWN,
    ".mdown": SourceFormat.MARKDOWN,
    ".mkd": SourceFormat.MARKDOWN,
    ".html": SourceFormat.HTML,
    ".htm": SourceFormat.HTML,
    ".xhtml": SourceFormat.HTML,
}


def choose_format(name: str, text: str) -> SourceFormat:
    """Tell what a source is written in: by its name, or else by how it begins.

    >>> choose_format("privacy.md", "").value, choose_format("-", "<p>We").value
    ('markdown', 'html')
    """
    by_name = _SUFFIXES.get(PurePath(name).suffix.lower())
    if by_name is not None:
        return by_name
    if _HTML.match(text):
        return SourceFormat.HTML
    return SourceFormat.MARKDOWN if _MARKDOWN.search(text) else SourceFormat.TEXT


def read_source(text: str, form: SourceFormat) -> SourceText:
    """Read a source of a known format."""
    match form:
        case SourceFormat.TEXT:
            return read_text(text)
        case SourceFormat.MARKDOWN:
            return read_markdown(text)
        case SourceFormat.HTML:
            return read_html(text)
