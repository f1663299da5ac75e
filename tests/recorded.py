"""Records as tests of the gate make them: what was found, decided and done."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from builders import day
from clearing import EDITOR
from duenotice.model.label import VersionLabel
from duenotice.model.record import Approval
from duenotice.model.record import Decision
from duenotice.model.record import Event
from duenotice.model.record import EventKind
from duenotice.model.record import Lock
from duenotice.model.record import LockedFile
from duenotice.model.record import Record
from duenotice.model.record import RecordedAssessment
from duenotice.model.record import RecordedFinding
from duenotice.model.record import RecordedObligation
from duenotice.parse.record_file import content_sha256

if TYPE_CHECKING:
    from datetime import date

    from duenotice.model.record import Verdict

HASH = content_sha256(b"")
FIRST = VersionLabel.parse("2026-01-10")
SECOND = VersionLabel.parse("2026-03-01")


def found(
    name: str = "amount:retention:retention:1",
    outcome: str = "material",
    *,
    words: str = "120 days",
) -> RecordedFinding:
    """Make a finding whose evidence is its new words."""
    return RecordedFinding(
        id=name,
        outcome=outcome,
        category="retention",
        direction="worse-for-user",
        lead_days=30,
        reason="A period grew.",
        before="90 days",
        after=words,
        evidence=content_sha256(words.encode()),
    )


UNCERTAIN = found("weighed:other:lending:1", "needs-review", words="We note more.")
"""A finding that a person has to decide about."""


def assessed(
    *findings: RecordedFinding, level: str = "L2", direct_days: int = 0, asks: str = ""
) -> RecordedAssessment:
    """Make an assessment, perhaps with something that people are asked."""
    asked = RecordedObligation(id=asks, findings=tuple(one.id for one in findings))
    return RecordedAssessment(
        against=FIRST,
        rules=HASH,
        level=level,
        direct_days=direct_days,
        obligations=(asked,) if asks else (),
        findings=findings,
    )


def ruled(finding: RecordedFinding, verdict: Verdict, *, words: str = "") -> Decision:
    """Make a decision about a finding, or about other words than it has."""
    return Decision(
        finding=finding.id,
        evidence=content_sha256(words.encode()) if words else finding.evidence,
        verdict=verdict,
        by=EDITOR,
        on=day("2026-03-01"),
        reason="So it is.",
    )


def recorded(assessment: RecordedAssessment | None, *decisions: Decision) -> Record:
    """Make a record in English and Spanish that supersedes the first version."""
    return Record(
        version=SECOND,
        published=day("2026-03-01"),
        effective=day("2026-04-03"),
        supersedes=FIRST,
        assessment=assessment,
        decisions=decisions,
        lock=Lock(
            statement=LockedFile(version=FIRST, sha256=HASH),
            locales={"en": (), "es": ()},
        ),
        previous=HASH,
        digest=HASH,
    )


def approved(record: Record, *locales: str) -> Record:
    """Give a record whose notice is approved in some languages."""
    lock = replace(record.lock, notices=dict.fromkeys(locales, HASH))
    approval = Approval(by=EDITOR, on=day("2026-03-01"))
    return replace(record, approved=approval, lock=lock)


def event(on: str, kind: EventKind, **details: str) -> tuple[Event, date]:
    """Make an event that is known since the day it names."""
    return Event(on=day(on), kind=kind, details=details, previous=HASH), day(on)


def decided(on: str, finding: RecordedFinding, verdict: Verdict) -> tuple[Event, date]:
    """Make the event that a person decided about a finding after publication."""
    return event(
        on,
        EventKind.DECIDED,
        finding=finding.id,
        evidence=finding.evidence,
        verdict=verdict.value,
        by="A. Editor",
        reason="It was looked at again.",
    )
