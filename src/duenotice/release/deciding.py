"""A person's verdict on findings: in the record while it is proposed, then an event."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from dataclasses import replace
from typing import TYPE_CHECKING
from typing import ClassVar

from duenotice.errors import DuenoticeError
from duenotice.materiality.duty import Circumstances
from duenotice.materiality.duty import duty_of
from duenotice.model.record import Decision
from duenotice.model.record import Event
from duenotice.model.record import EventKind
from duenotice.release.changes import ChangeSet
from duenotice.release.notices import renewed
from duenotice.release.sealing import add_events
from duenotice.release.sealing import is_proposed
from duenotice.release.sealing import reseal
from duenotice.review.recording import finding_of
from duenotice.review.recording import recorded_duty
from duenotice.review.review import baseline_of
from duenotice.review.review import terms_between
from duenotice.review.review import verdicts_of
from duenotice.store.faulty import FaultyTextError
from duenotice.store.whole_text import text_of_version

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from duenotice.model.label import VersionLabel
    from duenotice.model.record import Record
    from duenotice.model.record import RecordedAssessment
    from duenotice.model.record import RecordedFinding
    from duenotice.model.record import Verdict
    from duenotice.store.archive import Archive
    from duenotice.store.customs import Customs
    from duenotice.store.version import StoredVersion


class NothingToDecideError(DuenoticeError):
    """A version has no findings."""

    hint: ClassVar[str] = (
        "First versions, adopted ones and corrections have none that need a decision."
    )

    def __init__(self, label: VersionLabel) -> None:
        """Name the version."""
        super().__init__(f"version {label} has no finding to decide about")


class UnknownFindingError(DuenoticeError):
    """A version has no such finding."""

    def __init__(self, name: str, label: VersionLabel, known: Sequence[str]) -> None:
        """Name it, and those there are."""
        close = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
        meant = f'Did you mean "{close[0]}"?' if close else ""
        listed = "\n".join(f"  {one}" for one in known)
        super().__init__(
            f'version {label} has no finding "{name}"',
            hint=f"{meant} Its findings:\n{listed}".strip(),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What a person says of findings."""

    verdict: Verdict
    by: str
    on: date
    reason: str
    public: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What a decision comes to."""

    record: Record
    """As it is now."""

    findings: tuple[RecordedFinding, ...]
    """Those that were decided about."""

    is_event: bool
    is_approval_dropped: bool
    changes: ChangeSet


def decide(
    archive: Archive,
    version: StoredVersion,
    names: Sequence[str],
    said: Ruling,
    customs: Customs,
) -> Decided:
    """Decide about findings of a version.

    Args:
        archive: The working tree's.
        version: The version.
        names: The ids of the findings.
        said: The verdict, by whom and why.
        customs: What the project is judged by.

    Raises:
        NothingToDecideError: It has no findings.
        UnknownFindingError: It has none with that id.
    """
    if version.faults:
        raise FaultyTextError(version.faults)
    findings = _find(version, names)
    if is_proposed(archive, version):
        return _in_record(archive, version, findings, said, customs)
    changes = ChangeSet()
    events = tuple(_event(one, said) for one in findings)
    add_events(archive, version, events, changes)
    return Decided(
        record=version.record,
        findings=findings,
        is_event=True,
        is_approval_dropped=False,
        changes=changes,
    )


def _find(version: StoredVersion, names: Sequence[str]) -> tuple[RecordedFinding, ...]:
    assessment = version.record.assessment
    known = {} if assessment is None else {one.id: one for one in assessment.findings}
    if not known:
        raise NothingToDecideError(version.label)
    for name in names:
        if name not in known:
            raise UnknownFindingError(name, version.label, tuple(known))
    return tuple(known[name] for name in dict.fromkeys(names))


def _in_record(
    archive: Archive,
    version: StoredVersion,
    findings: tuple[RecordedFinding, ...],
    said: Ruling,
    customs: Customs,
) -> Decided:
    record = version.record
    named = {one.id for one in findings}
    kept = [one for one in record.decisions if one.finding not in named]
    new = (_decision(one, said) for one in findings)
    decided = replace(record, decisions=(*kept, *new))
    decided = replace(decided, assessment=_weigh(archive, version, decided, customs))
    changes = ChangeSet()
    decided = renewed(archive, version, decided, changes)
    reseal(archive, version, decided, changes)
    return Decided(
        record=decided,
        findings=findings,
        is_event=False,
        is_approval_dropped=record.approved is not None and decided.approved is None,
        changes=changes,
    )


def _weigh(
    archive: Archive, version: StoredVersion, record: Record, customs: Customs
) -> RecordedAssessment | None:
    """Work out anew what the findings call for, with what is decided now."""
    assessment = record.assessment
    if assessment is None:
        return None
    findings = tuple(map(finding_of, assessment.findings))
    before = baseline_of(archive.versions[assessment.against])
    old, new = terms_between(before, text_of_version(version), customs)
    circumstances = Circumstances(
        old=old,
        new=new,
        reaches=record.reaches,
        required_by_law=record.required_by_law,
        verdicts=verdicts_of(record.decisions, findings),
    )
    duty = duty_of(findings, circumstances)
    return recorded_duty(assessment.against, assessment.rules, findings, duty)


def _decision(finding: RecordedFinding, said: Ruling) -> Decision:
    return Decision(
        finding=finding.id,
        evidence=finding.evidence,
        verdict=said.verdict,
        by=said.by,
        on=said.on,
        reason=said.reason,
        public=said.public,
    )


def _event(finding: RecordedFinding, said: Ruling) -> Event:
    details = {
        "finding": finding.id,
        "evidence": finding.evidence,
        "verdict": said.verdict.value,
        "by": said.by,
        "reason": said.reason,
    }
    if said.public is not None:
        details["public"] = said.public
    return Event(on=said.on, kind=EventKind.DECIDED, details=details, previous="")
