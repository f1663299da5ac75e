"""What the templates of messages may use: facts of one change, for many readers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from duenotice.render.change_views import ChoiceView
    from duenotice.render.change_views import NoticeView
    from duenotice.render.change_views import SummaryView
    from duenotice.render.change_views import ToldSectionView


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberView:
    """Marks for what is each reader's own; it is put in their place later."""

    greeting: str
    name: str
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ColoursView:
    """The colours of a message, for a bright room or a dark one."""

    paper: str
    ink: str
    quiet: str
    line: str
    accent: str
    tint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierChangeView:
    """A change that took effect after the text that the reader knew."""

    label: str
    announced: date
    effective: date
    summary: SummaryView | None
    """From its notice; nothing where it has none."""

    sections: tuple[str, ...]
    """The titles of the sections that changed."""

    href: str
    """Its own page, absolute."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SinceView:
    """Words that came into force after the text that the reader knew."""

    sections: tuple[ToldSectionView, ...] = ()
    is_cut: bool = False
    """There are more of them than a message holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageView:
    """A message about one change, in one language, for who knew one text."""

    lang: str
    """The locale as a BCP 47 tag."""

    direction: str
    """`ltr` or `rtl`."""

    title: str
    """Of the statement."""

    organisation: str
    """Who writes: as the theme has it, or else the controller's name."""

    contacts: tuple[str, ...]
    """Where to ask, a line each."""

    label: str
    """Of the version that it is about."""

    known: str
    """The label of the text that the reader knew."""

    announced: date
    effective: date
    is_past: bool
    """The change is in effect on the day of the message."""

    reaches: str
    """`all`: data already collected too; or `new`."""

    is_required_by_law: bool
    choices: tuple[ChoiceView, ...]
    notice: NoticeView
    """As approved, for an e-mail."""

    notice_text: str
    """The same as plain text."""

    summary: str
    """Its first paragraph that says something of this change alone."""

    told: tuple[ToldSectionView, ...]
    """The words before and after; before is the text that the reader knew."""

    topics: tuple[str, ...]
    """The categories of what it is about, the gravest first; `topic` in
    `messages/words.html` has words for each. A text message has as many as fit."""

    are_topics_cut: bool = False
    """There are more of them."""

    is_link_bare: bool = False
    """A text message has no room for words before its link."""

    earlier: tuple[EarlierChangeView, ...]
    """What changed in the meantime, for who knew an older text; the oldest first."""

    since: SinceView
    """The words of that."""

    notice_url: str
    """The permanent page of the notice."""

    present_url: str
    """The text in force."""

    version_url: str
    """The whole text with this change."""

    comparison_url: str
    """All that changed since the text that the reader knew, or else the archive."""

    prevailing: str
    """The language that counts, where it isn't this one."""

    light: ColoursView
    dark: ColoursView
    member: MemberView
