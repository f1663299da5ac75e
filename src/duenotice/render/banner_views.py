"""What the banner is made of, and the page that tells how it is put elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from duenotice.render.views import LinkView
    from duenotice.render.views import ShellView


@dataclass(frozen=True, slots=True, kw_only=True)
class BannerWordsView:
    """What one banner says in one language."""

    lang: str
    direction: str
    title: str
    """Of the statement."""

    effective: date
    href: str
    """The page of the change: absolute, or else from where the script is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BannerView:
    """One change, as the banner tells of it."""

    version: str | None
    """Nothing in an example, which is shown again after it was closed."""

    kind: str
    published: date
    effective: date
    show_from: date
    show_until: date
    """The first day on which it is no longer shown."""

    words: tuple[BannerWordsView, ...]
    """The source's language first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BannerDataView:
    """All banners of a statement."""

    statement: str
    site: str
    as_of: date
    time_zone: str
    source_locale: str
    banners: tuple[BannerView, ...]
    """In the order of their versions: the last one that is due is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteBannersView:
    """The banners of all statements of a site."""

    statements: tuple[BannerDataView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BannerPageView:
    """How the banner is put into other pages."""

    shell: ShellView
    title: str
    statement: LinkView
    changes: LinkView
    script_url: str
    """The script, as other sites name it; relative where the site's address isn't
    known."""

    script_href: str
    """The same from this page."""

    site_script_url: str
    """The script for all statements of the site; empty where there is only this one."""

    data_href: str
    days_after: int
    showing: tuple[BannerView, ...]
    """Those that are due on the day of the build, or will be."""

    example: BannerDataView
    """One that is always due, in the page's language."""

    example_href: str = ""
    """The same as an address. Put in when the page is rendered."""

    integrity: str = ""
    """The script's hash. Put in when the page is rendered."""
