"""What is asked of a release, and what it comes to."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from dataclasses import field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from duenotice.model.label import VersionLabel
    from duenotice.model.record import Decision
    from duenotice.model.record import Reach
    from duenotice.model.record import Record
    from duenotice.release.changes import ChangeSet
    from duenotice.review.review import Review
    from duenotice.review.schedule import Lead


class Amends(enum.StrEnum):
    """What a fix changes while another version is scheduled."""

    PENDING = "pending"
    IN_FORCE = "in-force"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseRequest:
    """What was asked for."""

    today: date
    version: VersionLabel | None = None
    published: date | None = None
    effective: date | None = None
    reaches: Reach | None = None
    required_by_law: str | None = None
    amends: Amends | None = None
    adopted_by: str | None = None
    """Not nothing: adopt a text that was published before; who vouches for its days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What a version takes over from the one whose place it takes."""

    record: Record
    notices: Mapping[str, str] = field(default_factory=dict)
    """The texts of the notice, by locale."""

    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """What a release comes to; nothing is written yet."""

    records: tuple[Record, ...]
    lead: Lead
    changes: ChangeSet
    review: Review | None = None
    """What the last of the versions means; nothing for a first or an adopted one."""

    dropped: tuple[str, ...] = ()
    """Findings whose decision no longer holds, since their words are others now."""

    is_approval_dropped: bool = False
    """The notice was approved, and what it speaks of is another now."""

    catching_up: tuple[tuple[str, str], ...] = ()
    """Translations, by locale and id, taken to render the source as it is now."""
