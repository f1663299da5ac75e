"""The gate: what a version's own record must show before it takes effect.

Only the record is asked, so that the answer is the same for every later program: what
the rules found, what persons decided, which notice was approved, what was done since.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from duenotice.materiality.finding import Outcome
from duenotice.materiality.levels import Level
from duenotice.model.record import EventKind
from duenotice.model.record import Verdict
from duenotice.timeline import Hold

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator
    from collections.abc import Mapping
    from collections.abc import Sequence

    from duenotice.model.record import Decision
    from duenotice.model.record import Event
    from duenotice.model.record import Judged
    from duenotice.model.record import Record
    from duenotice.model.record import RecordedFinding

NOTICE_KEY = "notice_"
"""In an event: what the hash of a locale's notice is called, with the locale."""


def holds_of(record: Record, events: Sequence[tuple[Event, date]]) -> tuple[Hold, ...]:
    """Give all that must be met, and since when it is.

    Args:
        record: The version's record.
        events: Its events, each with the day since when it is known.
    """
    if record.is_adopted or record.supersedes is None:
        return ()
    if record.assessment is None:
        return (Hold(code="assessment-missing"),)
    return (
        *_of_decisions(record, events),
        *_of_notice(record, events),
        *_of_obligations(record, events),
    )


def needs_notice(judged: Judged) -> bool:
    """Tell whether people must be told of a version's change."""
    assessment = judged.assessment
    return assessment is not None and Level[assessment.level] >= Level.L2


def notices_now(record: Record) -> dict[str, str]:
    """Give the hash of each locale's notice: as approved, or as corrected later."""
    return notices_on(record, date.max)


def notices_on(record: Record, day: date) -> dict[str, str]:
    """Give the hash of each locale's notice as it stood at the end of a day."""
    dated = ((event, event.on) for event in record.events)
    hashes: dict[str, str] = {}
    for since, approved in approvals(record, dated):
        if since <= day:
            hashes |= approved
    return hashes


def approvals(
    record: Record, events: Iterable[tuple[Event, date]], published: date = date.min
) -> Iterator[tuple[date, Mapping[str, str]]]:
    """Give the hashes of the notices that were approved, by locale, each since a day.

    Those approved with the record count from its publication on.
    """
    yield published, record.lock.notices
    for event, known_on in events:
        if event.kind is EventKind.NOTICE_CORRECTED and (hashes := _corrected(event)):
            yield known_on, hashes


def counted_findings(judged: Judged) -> tuple[RecordedFinding, ...]:
    """Give the findings that need notice, or may: no decision says that they don't.

    Decisions after publication are events, and never shorten a date.
    """
    if judged.assessment is None:
        return ()
    overruled = {
        (one.finding, one.evidence)
        for one in judged.decisions
        if one.verdict is Verdict.EDITORIAL
    }
    return tuple(
        one
        for one in judged.assessment.findings
        if (one.id, one.evidence) not in overruled
    )


def announced_findings(judged: Judged) -> tuple[RecordedFinding, ...]:
    """Give the findings that the notice must speak of."""
    decided = {
        (one.finding, one.evidence)
        for one in judged.decisions
        if one.verdict is Verdict.MATERIAL
    }
    return tuple(
        one
        for one in counted_findings(judged)
        if one.outcome == Outcome.MATERIAL.value or (one.id, one.evidence) in decided
    )


def open_findings(record: Record) -> tuple[str, ...]:
    """Give the ids of the findings that a person still has to decide about."""
    decisions = {one.finding: one for one in record.decisions}
    findings = () if record.assessment is None else record.assessment.findings
    return tuple(
        one.id for one in findings if _open_question(one, decisions.get(one.id))
    )


def _of_decisions(
    record: Record, events: Sequence[tuple[Event, date]]
) -> Iterator[Hold]:
    findings = () if record.assessment is None else record.assessment.findings
    decisions = {one.finding: one for one in record.decisions}
    for finding in findings:
        decision = decisions.pop(finding.id, None)
        code = _open_question(finding, decision)
        if not code:
            continue
        ruling, known_on = _last_ruling(finding, events)
        if ruling == Verdict.MATERIAL.value:
            yield Hold(code="finding-unannounced", about=finding.id)
        else:
            yield Hold(code=code, about=finding.id, met_on=known_on)
    for stray in decisions:
        yield Hold(code="decision-stale", about=stray)


def _open_question(finding: RecordedFinding, decision: Decision | None) -> str:
    """Name what is open about a finding; nothing where all is said."""
    if decision is not None and decision.evidence != finding.evidence:
        return "decision-stale"
    if decision is None and finding.outcome == Outcome.NEEDS_REVIEW.value:
        return "finding-undecided"
    return ""


def _last_ruling(
    finding: RecordedFinding, events: Sequence[tuple[Event, date]]
) -> tuple[str | None, date | None]:
    """Give the last verdict after publication, and since when it is known.

    One that says that people must be told frees nothing: nobody was told.
    """
    ruling: tuple[str | None, date | None] = (None, None)
    for event, known_on in events:
        told = (event.details.get("finding"), event.details.get("evidence"))
        is_about_it = told == (finding.id, finding.evidence)
        is_ruling = event.kind is EventKind.DECIDED and says(event, "by", "reason")
        if is_ruling and is_about_it:
            ruling = (event.details.get("verdict"), known_on)
    return ruling


def _of_notice(record: Record, events: Sequence[tuple[Event, date]]) -> Iterator[Hold]:
    if not needs_notice(record):
        return
    is_approved = record.approved is not None
    for locale in record.lock.locales:
        if is_approved and locale in record.lock.notices:
            continue
        days = (
            known_on
            for event, known_on in events
            if event.kind is EventKind.NOTICE_CORRECTED and locale in _corrected(event)
        )
        met_on = next(days, None)
        yield Hold(code="notice-unapproved", about=locale, met_on=met_on)


def _of_obligations(
    record: Record, events: Sequence[tuple[Event, date]]
) -> Iterator[Hold]:
    obligations = () if record.assessment is None else record.assessment.obligations
    for obligation in obligations:
        days = (
            known_on
            for event, known_on in events
            if event.kind is EventKind.OBLIGATION_MET
            and event.details.get("obligation") == obligation.id
            and says(event, "by", "how")
        )
        yield Hold(
            code="obligation-open",
            about=obligation.id,
            met_on=next(days, None),
            waits=True,
        )


def corrections(
    record: Record, events: Sequence[tuple[Event, date]]
) -> tuple[date, ...]:
    """Give the days on which a notice was known to be another than the one before."""
    _, *corrected = approvals(record, events)
    locales = record.lock.locales
    return tuple(day for day, hashes in corrected if hashes.keys() & locales.keys())


def says(event: Event, *names: str) -> bool:
    """Tell whether an event names all that makes it count: who did it, and how."""
    return all(event.details.get(name, "").strip() for name in names)


def _corrected(event: Event) -> dict[str, str]:
    """Give the notices that an event approves; none where nobody answers for it."""
    if not says(event, "by"):
        return {}
    return {
        key.removeprefix(NOTICE_KEY): value
        for key, value in event.details.items()
        if key.startswith(NOTICE_KEY)
    }
