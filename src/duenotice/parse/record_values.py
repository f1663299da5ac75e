"""A record as plain values, in the order of its file, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING
from typing import Any

from duenotice.model.record import Approval
from duenotice.model.record import Decision
from duenotice.model.record import Event
from duenotice.model.record import EventKind
from duenotice.model.record import Lock
from duenotice.model.record import LockedFile
from duenotice.model.record import LockedSection
from duenotice.model.record import Reach
from duenotice.model.record import Record
from duenotice.model.record import RecordedAssessment
from duenotice.model.record import RecordedFinding
from duenotice.model.record import RecordedObligation
from duenotice.model.record import RecordedReason
from duenotice.model.record import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping


def fixed_values(record: Record) -> dict[str, Any]:
    """Give all but the digest and the events."""
    assessment, approved = record.assessment, record.approved
    return {
        "version": str(record.version),
        "published": record.published.isoformat(),
        "effective": record.effective.isoformat(),
        "supersedes": None if record.supersedes is None else str(record.supersedes),
        "reaches": record.reaches.value,
        "required_by_law": record.required_by_law,
        **({} if assessment is None else {"assessment": assessment_values(assessment)}),
        "decisions": [decision_values(decision) for decision in record.decisions],
        **({} if approved is None else {"approved": _approval_values(approved)}),
        "lock": {
            "statement": _locked_values(record.lock.statement),
            "locales": {
                locale: [{"id": one.id, **_locked_values(one)} for one in sections]
                for locale, sections in record.lock.locales.items()
            },
            "notices": dict(record.lock.notices),
        },
        "previous": record.previous,
    }


def _locked_values(locked: LockedFile) -> dict[str, str]:
    return {"version": str(locked.version), "sha256": locked.sha256}


def assessment_values(assessment: RecordedAssessment) -> dict[str, Any]:
    """Give an assessment as plain values, as the record has them."""
    return {
        "against": str(assessment.against),
        "rules": assessment.rules,
        "level": assessment.level,
        "direct_days": str(assessment.direct_days),
        "because": [
            {
                "by": one.by,
                "entry": one.entry,
                "level": one.level,
                "lead_days": str(one.lead_days),
                "says": one.says,
            }
            for one in assessment.reasons
        ],
        "obligations": [
            {"id": one.id, "findings": list(one.findings)}
            for one in assessment.obligations
        ],
        "findings": [_finding_values(one) for one in assessment.findings],
    }


def _finding_values(finding: RecordedFinding) -> dict[str, Any]:
    return {
        "id": finding.id,
        "outcome": finding.outcome,
        "category": finding.category,
        "direction": finding.direction,
        "lead_days": str(finding.lead_days),
        "reason": finding.reason,
        "sources": list(finding.sources),
        **({} if finding.change is None else {"change": finding.change}),
        "before": finding.before,
        "after": finding.after,
        "evidence": finding.evidence,
    }


def _approval_values(approval: Approval) -> dict[str, str]:
    return {"by": approval.by, "on": approval.on.isoformat()}


def decision_values(decision: Decision) -> dict[str, str]:
    """Give a decision."""
    values = {
        "finding": decision.finding,
        "evidence": decision.evidence,
        "verdict": decision.verdict.value,
        "by": decision.by,
        "on": decision.on.isoformat(),
        "reason": decision.reason,
    }
    if decision.public is not None:
        values["public"] = decision.public
    return values


def event_values(event: Event) -> dict[str, str]:
    """Give an event, with the link to the one before."""
    return {
        "on": event.on.isoformat(),
        "kind": event.kind.value,
        **event.details,
        "previous": event.previous,
    }


def record_of(values: Mapping[str, Any]) -> Record:
    """Make a record of values that a schema has let pass."""
    lock = values["lock"]
    return Record(
        version=values["version"],
        published=values["published"],
        effective=values["effective"],
        supersedes=values["supersedes"],
        reaches=Reach(values["reaches"]),
        required_by_law=values["required_by_law"],
        assessment=_assessment(values.get("assessment")),
        decisions=tuple(_decision(one) for one in values["decisions"]),
        approved=_approval(values.get("approved")),
        lock=Lock(
            statement=LockedFile(**lock["statement"]),
            locales={
                locale: tuple(LockedSection(**one) for one in sections)
                for locale, sections in lock["locales"].items()
            },
            notices=lock["notices"],
        ),
        previous=values["previous"],
        digest=values["digest"],
        events=tuple(_event(one) for one in values["events"]),
    )


def _assessment(values: dict[str, Any] | None) -> RecordedAssessment | None:
    if values is None:
        return None
    return RecordedAssessment(
        against=values["against"],
        rules=values["rules"],
        level=values["level"],
        direct_days=values["direct_days"],
        reasons=tuple(RecordedReason(**one) for one in values["because"]),
        obligations=tuple(
            RecordedObligation(id=one["id"], findings=tuple(one["findings"]))
            for one in values["obligations"]
        ),
        findings=tuple(
            RecordedFinding(**{**one, "sources": tuple(one.get("sources", ()))})
            for one in values["findings"]
        ),
    )


def _decision(values: dict[str, Any]) -> Decision:
    return Decision(**{**values, "verdict": Verdict(values["verdict"])})


def _approval(values: dict[str, Any] | None) -> Approval | None:
    return None if values is None else Approval(**values)


def _event(values: dict[str, Any]) -> Event:
    details = {k: v for k, v in values.items() if k not in {"on", "kind", "previous"}}
    return Event(
        on=values["on"],
        kind=EventKind(values["kind"]),
        details=details,
        previous=values["previous"],
    )
