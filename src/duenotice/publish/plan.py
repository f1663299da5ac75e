"""The plan of a site: the complete list of its files, as data.

Each planned file says everything that its bytes depend on: the facts that are shown
(a view without its text), the text by its hash, the templates, the program. Two plans
with the same digest for a file mean the same bytes. Whatever decides what to render
again, or where to render it, needs nothing but this.
"""

from __future__ import annotations

import dataclasses
import enum
import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from duenotice.model.label import VersionLabel


class FileKind(enum.StrEnum):
    """How a file is made."""

    INDEX = "index"
    STATEMENT = "statement"
    ARCHIVE = "archive"
    REDLINE = "redline"
    SECTION = "section"
    REDIRECT = "redirect"
    CHANGES = "changes"
    CHANGE = "change"
    NOTICE_PDF = "notice-pdf"
    PDF = "pdf"
    DATA = "data"
    TEXT_DATA = "text-data"
    FEED = "feed"
    CALENDAR = "calendar"
    SITE_MAP = "site-map"
    BANNER = "banner"
    BANNER_DATA = "banner-data"
    ASSET = "asset"
    STYLE = "style"
    THEME = "theme"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextChoice:
    """The text that a file shows: a version, or the draft, in one locale."""

    statement_id: str
    version: VersionLabel | None
    locale: str
    sha256: str
    """Hash of everything the text is made of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionChoice:
    """A section of a text; several where they became one, or one became them."""

    text: TextChoice
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionPair:
    """A section before and after a change; one side is shown alone."""

    old: SectionChoice | None
    new: SectionChoice | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedFile:
    """One file of the site."""

    path: str
    kind: FileKind
    locale: str
    view: object
    """The facts that its template gets, still without sections."""

    text: TextChoice | None = None
    earlier: TextChoice | None = None
    """On the page of a comparison: the text before."""

    pairs: tuple[SectionPair, ...] = ()
    """On the page of a section's history: its changes, as the page has them."""

    record: str = ""
    """On the page of a change: the digest of its record, whose findings it tells."""

    def digest(self, environment: str) -> str:
        """Hash everything its bytes depend on.

        Args:
            environment: What all files depend on: program and templates.
        """
        facts = {
            "environment": environment,
            "path": self.path,
            "kind": self.kind,
            "locale": self.locale,
            "view": _plain(self.view),
            "texts": [_plain(self.earlier), _plain(self.text)],
            "pairs": [_plain(pair) for pair in self.pairs],
            "record": self.record,
        }
        text = json.dumps(facts, ensure_ascii=False, sort_keys=True, default=str)
        return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """All files of a site."""

    as_of: date
    commit: str | None
    """Nothing for a preview of the working tree."""

    environment: str
    files: tuple[PlannedFile, ...]

    @property
    def is_preview(self) -> bool:
        """Tell whether it shows what no commit holds: never to be published."""
        return self.commit is None


def without_pdf(files: Iterable[PlannedFile]) -> tuple[PlannedFile, ...]:
    """Leave the PDFs out of a plan, and the links to them out of its pages."""
    return tuple(
        dataclasses.replace(file, view=_without_pdf_links(file.view))
        for file in files
        if file.kind not in {FileKind.PDF, FileKind.NOTICE_PDF}
    )


def _without_pdf_links(view: object) -> object:
    if isinstance(view, tuple):
        return tuple(map(_without_pdf_links, view))
    if isinstance(view, list):
        return list(map(_without_pdf_links, view))
    if isinstance(view, dict):
        kept = {key: value for key, value in view.items() if key != "pdf"}
        return {key: _without_pdf_links(value) for key, value in kept.items()}
    if dataclasses.is_dataclass(view) and not isinstance(view, type):
        names = [one.name for one in dataclasses.fields(view)]
        changed = {name: _without_pdf_links(getattr(view, name)) for name in names}
        if "pdf_href" in changed:
            changed["pdf_href"] = ""
        return dataclasses.replace(view, **changed)
    return view


def _plain(value: object) -> object:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return dataclasses.asdict(value)
    return value
