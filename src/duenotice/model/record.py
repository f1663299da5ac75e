"""The record of a version: what was fixed, when, and what happened to it later."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from dataclasses import field
from typing import TYPE_CHECKING

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A person's verdict on a finding."""

    finding: str
    evidence: str
    verdict: str
    by: str
    on: date
    reason: str
    public: str | None = None
    """What the public may read of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened to a version after it was recorded."""

    on: date
    kind: EventKind
    details: Mapping[str, str] = field(default_factory=dict)
    """The further fields, such as `effective`, `reason`, `by`, `channel`."""

    previous: str
    """Hash of the event before, or of the record: a chain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A version's record. Everything but `events` is fixed by `digest`."""

    version: VersionLabel
    published: date
    """The planned day; `Publication` has the real one."""

    effective: date
    supersedes: VersionLabel | None
    reaches: Reach = Reach.ALL
    required_by_law: str | None = None
    """The reason, where a law leaves no time: waives the lead, never the notice."""

    decisions: tuple[Decision, ...] = ()
    lock: Lock
    previous: str | None
    """Digest of the version before."""

    digest: str
    events: tuple[Event, ...] = ()

    @property
    def is_adopted(self) -> bool:
        """Tell whether it was published before the project used this program."""
        return any(event.kind is EventKind.ADOPTED for event in self.events)
