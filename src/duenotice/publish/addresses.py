"""The addresses of the site. They are permanent: people cite them.

An address is a path below the site's root, without a leading slash; a page's ends with
a slash, or is empty for the first page.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duenotice.model.label import VersionLabel

STYLE_SHEET = "style.css"
MANIFEST = "manifest.json"


def index_address(locale: str, first_locale: str) -> str:
    """Give the address of the first page, in one locale."""
    return "" if locale == first_locale else f"{locale}/"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementAddresses:
    """The addresses of one statement in one locale."""

    statement_id: str
    locale: str
    source_locale: str

    @property
    def page(self) -> str:
        """The text in force."""
        if self.locale == self.source_locale:
            return f"{self.statement_id}/"
        return f"{self.statement_id}/{self.locale}/"

    @property
    def archive(self) -> str:
        """Every version."""
        return f"{self.page}archive/"

    @property
    def data(self) -> str:
        """The versions as data, for all locales."""
        return f"{self.statement_id}/versions.json"

    def version(self, label: VersionLabel) -> str:
        """One version, for ever."""
        return f"{self.page}{label}/"

    def comparison(self, old: VersionLabel, new: VersionLabel) -> str:
        """What changed from one version to another."""
        return f"{self.page}compare/{old}/{new}/"

    def parallel(self, old: VersionLabel, new: VersionLabel) -> str:
        """The same, side by side."""
        return f"{self.comparison(old, new)}side-by-side/"

    def pdf(self, label: VersionLabel) -> str:
        """One version as PDF."""
        suffix = "" if self.locale == self.source_locale else f"-{self.locale}"
        return f"{self.version(label)}{self.statement_id}-{label}{suffix}.pdf"


def file_of(address: str) -> str:
    """Give the file that a server sends for an address.

    >>> file_of("website/"), file_of("website/versions.json")
    ('website/index.html', 'website/versions.json')
    """
    is_page = not address or address.endswith("/")
    return f"{address}index.html" if is_page else address


def relative(target: str, start: str) -> str:
    """Give the link from one address to another.

    >>> relative("website/", "website/2026-11-24/")
    '../'
    >>> relative("style.css", "website/archive/")
    '../../style.css'
    >>> relative("", "")
    './'
    """
    folder = start if start.endswith("/") else posixpath.dirname(start)
    path = posixpath.relpath(f"/{target}", f"/{folder}")
    is_page = not target or target.endswith("/")
    return f"{path}/" if is_page else path
