"""A profile: a body of rules that a statement is under, as values."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.materiality.sources import sources
from duenotice.model.record import Reach

if TYPE_CHECKING:
    from collections.abc import Iterable

    from duenotice.materiality.finding import Category
    from duenotice.materiality.finding import Direction
    from duenotice.materiality.finding import Finding
    from duenotice.materiality.levels import Level
    from duenotice.materiality.sources import Footing
    from duenotice.materiality.sources import Tag

PRIOR_DAYS = 1
"""What "prior to" means without a number: in force later than published."""


class Asked(enum.StrEnum):
    """Who is asked for a choice or for consent."""

    PEOPLE = "people"
    """Those whom the data is about."""

    PARENTS = "parents"
    """The parents of children, in a way that can be verified."""


class Want(enum.StrEnum):
    """What a profile wants of a statement as a whole."""

    REVIEW = "review"
    """A look at the whole text, so often; `days` says how often."""

    CHILDREN = "children-clause"
    """A clause about children."""

    TRACKING = "tracking-answer"
    """What is done with do-not-track signals."""

    EFFECTIVE_DATE = "effective-date"
    """The day from which it is in force, shown."""

    UPDATED_DATE = "last-updated"
    """The day of its last revision, shown."""

    CHANGE_CLAUSE = "change-clause"
    """How people are told of material changes."""

    NO_CHECKING_BACK = "no-checking-back"
    """It doesn't leave it to people to look at the page from time to time."""

    USUAL_CHANNEL = "usual-channel"
    """Notice by the way in which people are usually reached."""

    OWN_MESSAGE = "own-message"
    """Notice in a message about nothing else."""

    LIKELY_IMPACT = "likely-impact"
    """What the change is likely to mean for people."""

    LANGUAGES = "languages"
    """The text in each language that the service is offered in."""

    ARCHIVE = "archive"
    """Every version kept, with its days."""

    SEPARATE = "separate-policy"
    """A statement of its own, linked from the home page."""

    SEPARATE_NOTICE = "separate-notice"
    """What consent is asked for stands apart from the statement."""

    TRAINING = "training-statement"
    """Whether data is used to train language models."""

    RESERVED_RIGHT = "reserved-right"
    """The right to apply a change to data already held, reserved in the text."""

    NEXT_MAILING = "next-mailing"
    """The revised text, or word of it, in the next annual mailing."""

    MAIL_WITHOUT_WEB = "mail-without-web"
    """Where it isn't posted on the web, word to everybody within `days`."""

    REMINDER = "reminder"
    """Word that the text exists and where, at least every `days`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What an entry rests on."""

    footing: Footing
    sources: tuple[str, ...]
    """Keys of `sources()`."""

    basis: str
    """Instrument and section in words."""

    tag: Tag
    says: str
    """What it asks, in one plain sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileRule:
    """An entry that answers findings with a notice level and a lead time."""

    profile: str
    id: str
    categories: frozenset[Category]
    directions: frozenset[Direction]
    mentions: tuple[str, ...] = ()
    """Words of which the finding must name one; nothing asks for none."""

    new: Level | None
    """The level for data collected from now on; nothing where it doesn't apply."""

    all: Level | None
    """The level where data already collected is reached too."""

    lead_days: int = 0
    """Whole days between the notice and the change."""

    asked: Asked = Asked.PEOPLE
    grounds: Grounds

    def level(self, finding: Finding, reaches: Reach) -> Level | None:
        """Give the level that a finding calls for; nothing where it calls for none."""
        level = self.all if reaches is Reach.ALL else self.new
        fits = (
            finding.category in self.categories
            and finding.direction in self.directions
            and (not self.mentions or self._is_mentioned(finding))
        )
        return level if fits else None

    def _is_mentioned(self, finding: Finding) -> bool:
        text = f"{finding.subject} {finding.before} {finding.after}".casefold()
        words = "|".join(map(re.escape, self.mentions))
        return re.search(rf"\b(?:{words})", text) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """An entry that wants something of the statement as a whole."""

    profile: str
    want: Want
    days: int | None = None
    grounds: Grounds


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A body of rules."""

    name: str
    title: str
    about: str
    rules: tuple[ProfileRule, ...]
    demands: tuple[Demand, ...]


def demands_for(profiles: Iterable[Profile], want: Want) -> tuple[Demand, ...]:
    """Give what wants this, the shortest period first."""
    found = (one for profile in profiles for one in profile.demands if one.want is want)
    return tuple(sorted(found, key=lambda one: (one.days or 0, one.profile)))


def cited(keys: Iterable[str]) -> str:
    """Cite sources by their keys.

    >>> cited(["hipaa-revision", "hipaa-web"])
    '45 CFR 164.520, (b)(3); 45 CFR 164.520, (c)(1)(v)(A)'
    """
    known = sources()
    return "; ".join(str(known[key]) for key in keys if key in known)
