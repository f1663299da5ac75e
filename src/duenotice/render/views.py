"""What the templates of the site and of the PDF may use: facts, ready to be shown.

A template loops and chooses words; it never decides a status or works out a date.
All addresses are relative to the page, so that a site works under any path.
"""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field
from typing import TYPE_CHECKING

from duenotice.render.head_views import HeadView
from duenotice.render.theme_views import BrandView

if TYPE_CHECKING:
    from datetime import date

    from markupsafe import Markup

    from duenotice.render.archive_views import LivesView
    from duenotice.render.archive_views import PeriodView
    from duenotice.render.archive_views import PictureView
    from duenotice.render.change_views import ChangeEntryView


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkView:
    """A link with its words."""

    href: str
    text: str
    lang: str = ""
    is_current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShellView:
    """What every page has around its content."""

    lang: str
    """The locale as a BCP 47 tag."""

    direction: str
    """`ltr` or `rtl`."""

    title: str
    """For the window and the bookmarks."""

    description: str
    style_href: str
    home: LinkView
    """The index of all statements."""

    controller: str
    locales: tuple[LinkView, ...] = ()
    """The same page in every language; empty where there is one."""

    script_href: str = ""
    """What helps where there is script; no page needs it."""

    is_indexed: bool = True
    """Whether search engines should keep it: not so for superseded texts."""

    head: HeadView = field(default_factory=HeadView)
    """What it says of itself to machines."""

    brand: BrandView = field(default_factory=BrandView)
    """What the organisation's theme puts on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionView:
    """One section of a text."""

    id: str
    number: int | None
    title: str
    heading: str
    """Number and title."""

    lang: str
    """Of the text: the source's where a translation is missing."""

    direction: str
    is_foreign: bool
    """It is in another language than the page, since a translation is missing."""

    is_behind: bool
    """The translation renders an older version of the source section."""

    revised: str
    """The label of the version that last changed it."""

    translates: str = ""
    """Of a translation that is behind: the label of the version that it renders."""

    content: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionView:
    """One version, as lists and pages show it."""

    label: str
    status: str
    """`in-force`, `scheduled`, `superseded`, `replaced`, `withdrawn` or `held`."""

    published: date
    effective: date
    until: date | None
    """The first day on which it was no longer in force."""

    page: LinkView
    pdf_href: str
    is_adopted: bool
    """Its dates come from the record and not from git."""

    changes_href: str = ""
    """What changed from the version before, or to one that is to come."""

    kind: str = ""
    """`announced` or `correction`; empty where nobody can say."""

    change_href: str = ""
    """What people are told of its change; empty where its kind is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierView:
    """A text that was in force before another."""

    version: VersionView
    changes_href: str
    """What changed since."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementPageView:
    """A whole text on one page: the statement's own page, or a version's."""

    shell: ShellView
    title: str
    audience: str
    is_permalink: bool
    """It is a version's own page, and not the page of the text in force."""

    version: VersionView
    sections: tuple[SectionView, ...]
    in_force: VersionView | None
    """The version in force, on a page that shows another one; its page is the
    statement's own page."""

    successor: VersionView | None
    """On the page of a superseded or replaced version: what took its place."""

    coming: tuple[VersionView, ...]
    """On the statement's own page: the scheduled versions."""

    archive: LinkView
    statement: LinkView
    """The statement's own page."""

    prevailing: str
    """The locale that counts, where this page is in another one."""

    prevailing_page: LinkView | None = None

    sections_href: str = ""
    """What the histories of sections stand below, each under its id."""

    changes_href: str = ""
    """What is coming, and the log of earlier changes."""

    earlier: tuple[EarlierView, ...] = ()
    """With the text in force: the texts before it, the newest first."""

    previous: VersionView | None = None
    """On a version's page: the version before it, whatever became of that."""

    next: VersionView | None = None
    """On a version's page: the version after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivePageView:
    """Every version of a statement."""

    shell: ShellView
    title: str
    statement: LinkView
    versions: tuple[VersionView, ...]
    """The newest first."""

    data_href: str
    """`versions.json`."""

    changes: tuple[ChangeEntryView, ...] = ()
    """What is to be told of each version's change, in the same order."""

    periods: tuple[PeriodView, ...] = ()
    """The days on which each text was in force, the newest first."""

    lives: LivesView | None = None
    """Which section changed in which version."""

    picture: PictureView | None = None
    """The same, drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementEntryView:
    """A statement in the index."""

    title: str
    audience: str
    page: LinkView
    locales: tuple[LinkView, ...]
    version: VersionView | None
    """In force, or else the first to come; nothing while none is public."""

    coming: tuple[VersionView, ...]
    archive: LinkView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexPageView:
    """The first page of the site."""

    shell: ShellView
    statements: tuple[StatementEntryView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfView:
    """The PDF of a version in one language."""

    lang: str
    direction: str
    title: str
    controller: str
    audience: str
    page_size: str
    """`letter` or `a4`."""

    version: VersionView
    sections: tuple[SectionView, ...]
    prevailing: str
    contacts: tuple[str, ...] = field(default=())
    """Lines of the controller's contacts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """One change in the list that leads to it."""

    href: str
    kind: str
    """The values of `ChangeKind`, and `section-added` and `section-removed`."""

    heading: str
    """Of the section it is in."""

    before: str
    """The words that were there, shortened."""

    after: str
    """The words that are there, shortened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RedlineView:
    """What changed between two texts, ready to be shown."""

    content: Markup
    changes: tuple[ChangeView, ...]
    could_not: str
    """Why they could not be compared; empty where they were."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RedlinePageView:
    """What changed from one text to another."""

    shell: ShellView
    title: str
    old: LinkView
    """The earlier text; without an address where it isn't on the site."""

    new: LinkView
    is_parallel: bool
    """Both texts stand beside each other."""

    other: LinkView
    """The same in the other form: in one text, or side by side."""

    statement: LinkView
    archive: LinkView
    versions: tuple[VersionView, VersionView] | None = None
    """Both as versions, where they are on the site."""

    redline: RedlineView | None = None
    """Put in when the page is rendered."""

    style: str = ""
    """The style sheet, in a file that stands by itself."""

    page_size: str = "letter"
    """Of the PDF: `letter` or `a4`."""
