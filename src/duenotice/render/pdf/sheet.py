"""What a PDF is made of: texts with their style sheets, and what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from duenotice.render.pdf.info import PdfInfo


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document in HTML, and how it looks."""

    html: str
    stylesheet: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheets:
    """One document or more, which become one PDF."""

    sheets: tuple[Sheet, ...]
    """The title of the first is that of the PDF."""

    info: PdfInfo
    files: Mapping[str, bytes] = field(default_factory=dict)
    """Fonts, or a logo, by what a style sheet asks for as `theme:NAME`."""
