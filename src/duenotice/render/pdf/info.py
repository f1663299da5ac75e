"""What a PDF says about itself."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING
from typing import Protocol

if TYPE_CHECKING:
    import datetime as dt

_UNSEEN = re.compile(
    "[\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
"""Marks that change the direction of writing, and what is no character at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfInfo:
    """What a PDF says about itself beside its title and language."""

    dated: dt.date
    """The day given as that of its creation and last change."""

    author: str | None = None
    """Who speaks in it."""

    subject: str | None = None
    """What it is, in one sentence."""


class _Metadata(Protocol):
    title: str
    authors: list[str]
    description: str | None
    keywords: list[str]
    generator: str
    created: str
    modified: str


def plain_line(text: str) -> str:
    """Make a line of a text, without what can't be seen and yet has an effect.

    Neither markup nor brackets are special in it. But a control character is none of
    XML's, and would spoil all metadata; and an override of the direction of writing
    would turn what the reader's window shows around it.
    """
    shown = (
        " " if unicodedata.category(one) == "Cc" else one
        for one in text
        if not _UNSEEN.match(one)
    )
    return " ".join("".join(shown).split())


def fill_metadata(metadata: _Metadata, title: str, info: PdfInfo) -> None:
    """Write it into what WeasyPrint keeps of a document."""
    metadata.title = title
    metadata.authors = [plain_line(info.author)] if info.author else []
    metadata.description = None if info.subject is None else plain_line(info.subject)
    metadata.keywords = []
    metadata.generator = "duenotice"
    metadata.created = metadata.modified = info.dated.isoformat()
