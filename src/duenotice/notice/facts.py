"""What a change notice is drafted from and checked against: plain data."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field
from datetime import timedelta
from typing import TYPE_CHECKING

from duenotice.materiality.levels import Level
from duenotice.model.record import Reach
from duenotice.model.statement import Contacts

if TYPE_CHECKING:
    from datetime import date

    from duenotice.materiality.duty import Obligation
    from duenotice.materiality.finding import Category
    from duenotice.materiality.finding import Direction
    from duenotice.model.label import VersionLabel


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldFinding:
    """A material finding, as far as people are told of it."""

    id: str
    category: Category
    direction: Direction
    heading: str
    """The section in words, such as `13. Disclosures`; empty for the whole text."""

    before: str = ""
    """The words as they were, in the notice's language. May be empty."""

    after: str = ""
    """The words as they are now. May be empty."""

    @property
    def sides(self) -> tuple[str, ...]:
        """Give the words before and after, as far as there are any."""
        return tuple(side for side in (self.before, self.after) if side.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeFacts:
    """What a version's notice has to tell in one locale."""

    title: str
    """The statement's title in the locale."""

    controller: str
    contacts: Contacts = field(default_factory=Contacts)
    version: VersionLabel
    published: date
    effective: date
    locale: str
    source_locale: str
    """Its draft is taken where the program doesn't know the locale's language."""

    findings: tuple[ToldFinding, ...] = ()
    """All that people must be told of, in the order of the text."""

    other_words: tuple[str, ...] = ()
    """Words of the other changes: who speaks of them speaks of nothing unchanged."""

    unchanged: tuple[str, ...] = ()
    """Titles of the sections in which nothing changed, without their numbers."""

    other_days: tuple[date, ...] = ()
    """Days that may stand beside its own, such as since when the present version is in
    force."""

    reach: Reach = Reach.ALL
    required_by_law: str | None = None
    """The reason, where a law leaves no time for the usual notice."""

    level: Level = Level.L2
    obligations: tuple[Obligation, ...] = ()
    answer_by: date | None = None
    """The last day for an answer; the day before the change if left out."""

    page: str = ""
    """Where the new version and its changes are read, such as an address."""

    @property
    def last_day(self) -> date:
        """Give the last day on which the present version is in force."""
        return self.effective - timedelta(days=1)

    @property
    def deadline(self) -> date:
        """Give the last day for an answer."""
        return self.answer_by or self.last_day

    @property
    def asks(self) -> Level | None:
        """Give the most that people are asked: L5 or L6, or nothing."""
        levels = (self.level, *(one.level for one in self.obligations))
        return max((one for one in levels if one >= Level.L5), default=None)
