"""A review as a record keeps it, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Finding
from duenotice.materiality.finding import Outcome
from duenotice.model.finding_id import FindingId
from duenotice.model.record import RecordedAssessment
from duenotice.model.record import RecordedFinding
from duenotice.model.record import RecordedObligation
from duenotice.model.record import RecordedReason

if TYPE_CHECKING:
    from collections.abc import Iterable

    from duenotice.materiality.duty import Duty
    from duenotice.materiality.duty import Obligation
    from duenotice.model.label import VersionLabel
    from duenotice.review.review import Review


def recorded(review: Review) -> RecordedAssessment:
    """Give what the record keeps of a review: all that is not editorial."""
    return recorded_duty(review.against, review.rules, review.findings, review.duty)


def recorded_duty(
    against: VersionLabel, rules: str, findings: Iterable[Finding], duty: Duty
) -> RecordedAssessment:
    """Give findings and what follows from them in the record's form."""
    forcing = dict.fromkeys((*duty.forcing_level, *duty.forcing_lead))
    return RecordedAssessment(
        against=against,
        rules=rules,
        level=duty.level.name,
        direct_days=duty.direct_days,
        reasons=tuple(
            RecordedReason(
                by=one.by,
                entry=one.entry,
                level=one.level.name,
                lead_days=one.lead_days,
                says=_one_line(one.says),
            )
            for one in forcing
        ),
        obligations=tuple(
            RecordedObligation(id=obligation_id(one), findings=one.findings)
            for one in duty.obligations
        ),
        findings=tuple(
            _recorded_finding(one, duty.lead_for(one))
            for one in findings
            if one.outcome is not Outcome.EDITORIAL
        ),
    )


def obligation_id(obligation: Obligation) -> str:
    """Give the id that an event names: what is asked, and whom."""
    return f"{obligation.level.word}-{obligation.asked.value}"


def finding_of(recorded_finding: RecordedFinding) -> Finding:
    """Give a recorded finding as the rules gave it."""
    parts = FindingId.parse(recorded_finding.id)
    return Finding(
        rule=parts.rule,
        subject=parts.subject,
        section=parts.section,
        ordinal=parts.ordinal,
        category=Category(recorded_finding.category),
        direction=Direction(recorded_finding.direction),
        outcome=Outcome(recorded_finding.outcome),
        reason=recorded_finding.reason,
        sources=recorded_finding.sources,
        before=recorded_finding.before,
        after=recorded_finding.after,
        change=recorded_finding.change or "",
    )


def _recorded_finding(finding: Finding, lead_days: int) -> RecordedFinding:
    return RecordedFinding(
        id=finding.id,
        outcome=finding.outcome.value,
        category=finding.category.value,
        direction=finding.direction.value,
        lead_days=lead_days,
        reason=_one_line(finding.reason),
        sources=finding.sources,
        change=finding.change or None,
        before=_one_line(finding.before),
        after=_one_line(finding.after),
        evidence=finding.evidence,
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())
