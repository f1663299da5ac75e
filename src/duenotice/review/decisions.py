"""Decisions: which of them hold for which findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from duenotice.model.record import Decision
    from duenotice.model.record import RecordedAssessment


def decisions_on(
    assessment: RecordedAssessment, decisions: Iterable[Decision]
) -> tuple[Decision, ...]:
    """Give the decisions about just these findings, in their words.

    Those about words that are no longer there decide nothing, and are left out.
    """
    known = {(one.id, one.evidence) for one in assessment.findings}
    newest = {
        one.finding: one for one in decisions if (one.finding, one.evidence) in known
    }
    return tuple(newest[one.id] for one in assessment.findings if one.id in newest)
