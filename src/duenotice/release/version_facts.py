"""What is said of a version beside its text, before it is written."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field
from typing import TYPE_CHECKING

from duenotice.model.record import Reach

if TYPE_CHECKING:
    from datetime import date

    from duenotice.model.label import VersionLabel
    from duenotice.model.record import Approval
    from duenotice.model.record import Decision
    from duenotice.model.record import RecordedAssessment
    from duenotice.store.whole_text import Notices


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionFacts:
    """What is said of a version beside its text."""

    label: VersionLabel
    published: date
    effective: date
    supersedes: VersionLabel | None
    reaches: Reach = Reach.ALL
    required_by_law: str | None = None
    assessment: RecordedAssessment | None = None
    decisions: tuple[Decision, ...] = ()
    notices: Notices = field(default_factory=dict)
    """What goes into the version's folder, approved or not."""

    approved: Approval | None = None
    previous: str | None = None
    """Digest of the version before."""

    adopted_by: str | None = None
    """Not nothing: it was published before; by whom this is said."""
