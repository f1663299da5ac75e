"""The record of a version: what was fixed, when, and what happened to it later."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from dataclasses import field
from typing import TYPE_CHECKING
from typing import Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from duenotice.model.label import VersionLabel


class Reach(enum.StrEnum):
    """Which data a version applies to."""

    ALL = "all"
    """Data already collected too."""

    NEW = "new"
    """Only data collected from its effective date on."""


class EventKind(enum.StrEnum):
    """What can happen to a version after it was recorded."""

    ADOPTED = "adopted"
    RESCHEDULED = "rescheduled"
    WITHDRAWN = "withdrawn"
    NOTIFIED = "notified"
    NOTICE_CORRECTED = "notice-corrected"
    DECIDED = "decided"
    OBLIGATION_MET = "obligation-met"


@dataclass(frozen=True, slots=True, kw_only=True)
class LockedFile:
    """One file that belongs to a version, wherever its copy stands."""

    version: VersionLabel
    """The version whose folder holds the copy."""

    sha256: str
    """`sha256:` and 64 hexadecimal digits, of the file's bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LockedSection(LockedFile):
    """One section that belongs to a version."""

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """Every text of a version, by hash."""

    statement: LockedFile
    locales: Mapping[str, tuple[LockedSection, ...]]
    """In each locale the sections in reading order."""

    notices: Mapping[str, str] = field(default_factory=dict)
    """By locale the hash of the notice, once it is approved."""


class Verdict(enum.StrEnum):
    """What a person decides about a finding."""

    MATERIAL = "material"
    """People are told of it before it takes effect."""

    EDITORIAL = "editorial"
    """It changes nothing for people: of a material finding, it is overruled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A person's verdict on a finding."""

    finding: str
    """The finding's id."""

    evidence: str
    """Hash of the words that were decided about; others need a new decision."""

    verdict: Verdict
    by: str
    on: date
    reason: str
    public: str | None = None
    """What the public may read of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedFinding:
    """A finding as it was when the version was made; a later program may judge anew."""

    id: str
    outcome: str
    category: str
    direction: str
    lead_days: int
    """Days between its announcement and the effective day."""

    reason: str
    sources: tuple[str, ...] = ()
    change: str | None = None
    """The id of the change in the comparison, where it is one."""

    before: str
    after: str
    evidence: str
    """Hash of both."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedReason:
    """What asked for the notice level, or for the lead time."""

    by: str
    entry: str
    level: str
    lead_days: int
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedObligation:
    """Something that people must be asked before the version takes effect."""

    id: str
    """The level's word and who is asked, such as `choice-people`."""

    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedAssessment:
    """What a version's change was found to mean, and what that calls for.

    It is part of the record: whether a version was in force doesn't hang on the
    program that is asked.
    """

    against: VersionLabel
    """The version in force on the day before this one takes effect."""

    rules: str
    """Digest of the rules that were asked."""

    level: str
    """The notice level, such as `L4`."""

    direct_days: int
    """Days between the message to each person and the effective day."""

    reasons: tuple[RecordedReason, ...] = ()
    obligations: tuple[RecordedObligation, ...] = ()
    findings: tuple[RecordedFinding, ...] = ()
    """All that are not editorial, in the order of the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """Who let the notice go out."""

    by: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened to a version after it was recorded."""

    on: date
    kind: EventKind
    details: Mapping[str, str] = field(default_factory=dict)
    """The further fields, such as `effective`, `reason`, `by`, `channel`."""

    previous: str
    """Hash of the event before, or of the record: a chain."""


class Judged(Protocol):
    """What was found in a change, and what persons decided about it."""

    @property
    def assessment(self) -> RecordedAssessment | None:
        """Give what was found; nothing where there is nothing to change."""

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """Give the verdicts of persons."""


class Announced(Judged, Protocol):
    """A version as people are told of it."""

    @property
    def published(self) -> date:
        """Give the planned day of publication."""

    @property
    def effective(self) -> date:
        """Give the first day in force."""

    @property
    def reaches(self) -> Reach:
        """Give which data it applies to."""

    @property
    def required_by_law(self) -> str | None:
        """Give why a law leaves no time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A version's record. Everything but `events` is fixed by `digest`."""

    version: VersionLabel
    published: date
    """The planned day; the real one is the timeline's `DatedVersion.published`."""

    effective: date
    supersedes: VersionLabel | None
    reaches: Reach = Reach.ALL
    required_by_law: str | None = None
    """The reason, where a law leaves no time: waives the lead, never the notice."""

    assessment: RecordedAssessment | None = None
    """Nothing for a first version, and for one that was adopted."""

    decisions: tuple[Decision, ...] = ()
    approved: Approval | None = None
    """Nothing until the notice is approved; `lock.notices` says which it was."""

    lock: Lock
    previous: str | None
    """Digest of the version before."""

    digest: str
    events: tuple[Event, ...] = ()

    @property
    def is_adopted(self) -> bool:
        """Tell whether it was published before the project used this program."""
        return any(event.kind is EventKind.ADOPTED for event in self.events)
