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
SCRIPT = "site.js"
MANIFEST = "manifest.json"
SITE_MAP = "sitemap.xml"
FEED = "feed.xml"
BANNER_DATA = "banner.json"
BANNER_SCRIPT = "banner.js"
TEXT_DATA = "version.json"


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

    @property
    def sections(self) -> str:
        """What the pages of all sections stand below; no page itself."""
        return f"{self.page}sections/"

    def section(self, section_id: str) -> str:
        """One section's history, or where it leads on under its newest id."""
        return f"{self.sections}{section_id}/"

    @property
    def changes(self) -> str:
        """What is coming, and the log of earlier changes."""
        return f"{self.page}changes/"

    def change(self, label: VersionLabel) -> str:
        """What people are told of one version's change."""
        return f"{self.changes}{label}/"

    def notice_pdf(self, label: VersionLabel) -> str:
        """The notice of one version's change, as PDF."""
        name = f"{self.statement_id}-{label}-notice{self._suffix}.pdf"
        return f"{self.change(label)}{name}"

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
        return f"{self.version(label)}{self.statement_id}-{label}{self._suffix}.pdf"

    def text_data(self, label: VersionLabel) -> str:
        """One version as data, with its text."""
        return f"{self.version(label)}{TEXT_DATA}"

    @property
    def feed(self) -> str:
        """The feed of all changes."""
        return f"{self.page}{FEED}"

    def feed_of(self, kind: str) -> str:
        """The feed of some changes: `announced` or `coming`."""
        return f"{self.page}{kind}.xml"

    def section_feed(self, section_id: str) -> str:
        """The feed of one section's changes."""
        return f"{self.section(section_id)}{FEED}"

    @property
    def calendar(self) -> str:
        """The days on which changes take effect."""
        return f"{self.page}changes.ics"

    @property
    def banner(self) -> str:
        """How the banner is put into other pages."""
        return f"{self.page}banner/"

    @property
    def banner_data(self) -> str:
        """What the banner says, for all locales."""
        return f"{self.statement_id}/{BANNER_DATA}"

    @property
    def banner_script(self) -> str:
        """What shows the banner on other pages."""
        return f"{self.statement_id}/{BANNER_SCRIPT}"

    @property
    def _suffix(self) -> str:
        return "" if self.locale == self.source_locale else f"-{self.locale}"


def theme_file(path: str, sha256: str) -> str:
    """Give the address of a file of the theme: another one when its bytes change.

    >>> theme_file("theme/logo.svg", "3f1d8a20c6b7")
    'theme/logo-3f1d8a20.svg'
    """
    name = posixpath.basename(path)
    stem, ending = posixpath.splitext(name)
    return f"theme/{stem}-{sha256[:8]}{ending.lower()}"


def file_of(address: str) -> str:
    """Give the file that a server sends for an address.

    >>> file_of("website/"), file_of("website/versions.json")
    ('website/index.html', 'website/versions.json')
    """
    is_page = not address or address.endswith("/")
    return f"{address}index.html" if is_page else address


def address_of(path: str) -> str:
    """Give the address of a file.

    >>> address_of("website/index.html"), address_of("website/versions.json")
    ('website/', 'website/versions.json')
    """
    is_page = path == "index.html" or path.endswith("/index.html")
    return path.removesuffix("index.html") if is_page else path


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
