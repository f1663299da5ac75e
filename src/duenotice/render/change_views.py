"""What the pages of changes may use: what is coming, what was, and each change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from markupsafe import Markup

    from duenotice.render.views import LinkView
    from duenotice.render.views import RedlineView
    from duenotice.render.views import ShellView
    from duenotice.render.views import VersionView


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceView:
    """Something that people are asked before a change."""

    kind: str
    """`choice`: they can say no. `consent`: they must have said yes."""

    asked: str
    """`people` or `parents`."""

    answer_by: date
    """The last day for an answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryView:
    """What a change is about, in a paragraph."""

    text: str
    lang: str
    direction: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeEntryView:
    """One version as a change, as lists and its own page tell of it."""

    version: VersionView
    is_first: bool
    """There is no version before it: nothing changed."""

    summary: SummaryView | None
    """From the notice; nothing where there is none."""

    sections: tuple[str, ...]
    """The titles of the sections that are others now, in the page's language."""

    choices: tuple[ChoiceView, ...]
    is_required_by_law: bool
    days_left: int | None
    """Until it takes effect, as of the build; only of what is scheduled."""

    successor: VersionView | None
    """What took the place of one that never was in force."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesPageView:
    """What is coming, then the log of earlier changes."""

    shell: ShellView
    title: str
    """Of the statement."""

    statement: LinkView
    archive: LinkView
    as_of: date | None
    """The day from which days left are counted; nothing where there is nothing to
    count."""

    coming: tuple[ChangeEntryView, ...]
    """The next one first; also those of which it isn't settled when."""

    earlier: tuple[ChangeEntryView, ...]
    """The newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeView:
    """A notice as written."""

    content: Markup
    lang: str
    direction: str
    is_foreign: bool
    """It is in another language than the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldWordsView:
    """Words of a text."""

    text: str
    lang: str
    direction: str
    items: tuple[str, ...] = ()
    """The same one by one, where they are items of a list."""

    lead_in: str = ""
    """The sentence that the list goes on from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldPassageView:
    """A passage before and after: both are missing where it can't be shown.

    Each has its own language: a translation may have come or gone.
    """

    before: ToldWordsView | None
    after: ToldWordsView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldSectionView:
    """The material changes of one section."""

    heading: str
    """Empty for what concerns the whole text."""

    lang: str
    direction: str
    passages: tuple[ToldPassageView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotifiedView:
    """Messages that told people of a change."""

    channel: str
    """Such as `email`, `letter`, `sms` or `app`."""

    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePageView:
    """Everything about one change."""

    shell: ShellView
    title: str
    entry: ChangeEntryView
    as_of: date | None
    """The day from which days left are counted; nothing where none are."""

    notified: tuple[NotifiedView, ...]
    """How people were told, in the order of days."""

    reaches: str
    """`all`: data already collected too; or `new`."""

    notice: NoticeView | None
    before: VersionView | None
    """The version whose text it changes."""

    side_by_side_href: str
    """Both texts beside each other; empty where there is no such page."""

    in_force: LinkView
    """The text in force."""

    changes: LinkView
    pdf_href: str
    """The notice as PDF; empty where there is none."""

    prevailing: str
    """The locale that counts, where this page is in another one."""

    told: tuple[ToldSectionView, ...] = ()
    """What people had to be told of. Put in when the page is rendered."""

    redline: RedlineView | None = None
    """Put in when the page is rendered; nothing where there is no earlier text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticePdfView:
    """The PDF of a notice: what stays true, whatever becomes of the change."""

    lang: str
    direction: str
    title: str
    controller: str
    page_size: str
    label: str
    announced: date
    effective: date
    reaches: str
    is_required_by_law: bool
    choices: tuple[ChoiceView, ...]
    notice: NoticeView
    prevailing: str
    told: tuple[ToldSectionView, ...] = ()
    """Put in when it is rendered."""
