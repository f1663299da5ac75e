"""What the templates of feeds and calendars may use.

Instants are text as Atom writes them; addresses are absolute where the site's own is
known.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from markupsafe import Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedNoticeView:
    """A notice as written."""

    content: Markup
    lang: str
    direction: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntryView:
    """One version, as an entry of a feed."""

    id: str
    """A `tag:` address that never changes."""

    title: str
    """Of the statement."""

    label: str
    kind: str
    """`announced` or `correction`; empty where nobody can say."""

    status: str
    published: date
    effective: date
    published_at: str
    updated_at: str
    href: str
    """What people are told of it, or else its text."""

    base: str
    """What links within the notice start from: the version's text."""

    sections: tuple[str, ...]
    """The titles of the sections that are others than before."""

    is_required_by_law: bool
    notice: FeedNoticeView | None
    section: str = ""
    """In a section's feed: its title then."""

    what: str = ""
    """In a section's feed: what happened to it, as in the section's history."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedView:
    """One Atom feed."""

    id: str
    lang: str
    kind: str
    """`all`, `announced`, `coming`, `section`; or `site`, for all statements."""

    title: str
    """Of the statement, or whose statements they are."""

    section: str
    """Its title, in a section's feed."""

    controller: str
    updated_at: str
    self_href: str
    page_href: str
    entries: tuple[FeedEntryView, ...]
    """Those that changed last come first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEventView:
    """A day on which a version takes effect."""

    uid: str
    title: str
    label: str
    kind: str
    summary: str
    """From the notice; may be empty."""

    summary_lang: str
    day: date
    is_cancelled: bool
    is_tentative: bool
    sequence: int
    """Raised each time its day is changed, or taken back."""

    created_at: str
    changed_at: str
    """As calendars write them."""

    url: str
    """Empty where the site's address isn't known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarView:
    """The days of all versions."""

    lang: str
    title: str
    source: str
    """The calendar's own address; empty where the site's isn't known."""

    events: tuple[CalendarEventView, ...]
