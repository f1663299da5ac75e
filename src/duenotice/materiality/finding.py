"""A finding: one rule's verdict on one change, with the words that prove it."""

from __future__ import annotations

import enum
import hashlib
from dataclasses import dataclass
from dataclasses import field


class Outcome(enum.StrEnum):
    """What a finding asks of the editor; later ones ask for more."""

    EDITORIAL = "editorial"
    """Nothing: what the text says is what it said."""

    NEEDS_REVIEW = "needs-review"
    """A person's decision: the program can't tell."""

    MATERIAL = "material"
    """Notice before it takes effect, unless a person overrules."""

    @property
    def rank(self) -> int:
        """Give its place in the order, for comparisons."""
        return list(Outcome).index(self)


class Direction(enum.StrEnum):
    """What it means for the person whom the data is about."""

    WORSE = "worse-for-user"
    BETTER = "better-for-user"
    NEUTRAL = "neutral"
    UNCLEAR = "unclear"


class Category(enum.StrEnum):
    """What the change is about. The comments give the triggers of the law."""

    DATA = "data-collected"
    """A kind of data, or its source: T01, T20."""

    SENSITIVE = "sensitive-data"
    """Health, biometrics, exact location and the like: T02."""

    PURPOSE = "purpose"
    """What data is used for, combined or linked for: T03, T16."""

    RECIPIENTS = "recipients"
    """Who gets it: T04."""

    SALE = "sale-or-ads"
    """Sale, sharing for advertising, targeting: T05."""

    TRACKING = "tracking"
    """Cookies, pixels, analytics, opt-out signals: T06."""

    RETENTION = "retention"
    """How long it is kept: T07."""

    RIGHTS = "rights-choice"
    """What people may ask and choose, how and how fast: T08."""

    CONSENT = "consent-basis"
    """Opt-in and opt-out, the legal basis: T09."""

    CHILDREN = "children"
    """Ages, parents, what is done with minors' data: T10."""

    CONTROLLER = "controller-identity"
    """Who is responsible: T11."""

    SCOPE = "scope"
    """What and whom the statement covers: T12."""

    TRANSFER = "transfer"
    """Countries, places, safeguards for transfers: T13."""

    AUTOMATED = "automated-decision"
    """Profiling, automated decisions, training of models: T14."""

    SECURITY = "security"
    """Safeguards, promises about breaches: T15."""

    LEGAL = "legal-compliance"
    """Courts, authorities, sale of the business: T17."""

    PROCEDURE = "notice-procedure"
    """How changes of the statement are told: T18."""

    CONTACT = "contact"
    """How to reach the controller, complain, appeal: T19."""

    LOCATION = "location"
    """Where people are."""

    DEFINITIONS = "definitions"
    """What a term means."""

    OTHER = "other"
    """Something that no rule could place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One rule's verdict on one change."""

    rule: str
    """The rule's name, such as `new-recipient`."""

    subject: str
    """What it is about, in a word or a few joined by hyphens, such as `location`."""

    section: str
    """The id of the section, or the heading where a text has no ids."""

    ordinal: int = 1
    """Counts findings of the same rule, subject and section, from 1."""

    category: Category
    direction: Direction
    outcome: Outcome
    reason: str
    """Why, in one plain sentence."""

    sources: tuple[str, ...] = ()
    """Keys of the law or custom behind the rule (see `materiality.sources`)."""

    before: str = ""
    """The words that prove it, as they were: the sentence or item. May be empty."""

    after: str = ""
    """The same as they are now. May be empty."""

    change: str = ""
    """The id of the change in the comparison."""

    change_before: str = field(default="", compare=False)
    """All that the change is about, as it was; nothing where a record told of it."""

    change_after: str = field(default="", compare=False)
    """The same as it is now."""

    @property
    def id(self) -> str:
        """Give the id that decisions name; stable while the finding is the same."""
        return f"{self.rule}:{self.subject}:{self.section}:{self.ordinal}"

    @property
    def evidence(self) -> str:
        """Give the hash of the words that prove it: a decision holds for these."""
        told = "\0".join(" ".join(one.split()) for one in (self.before, self.after))
        return f"sha256:{hashlib.sha256(told.encode()).hexdigest()}"
