"""Whether a record says of its change what the rules find in it.

The record counts, whatever a later program would find: what was in force must not hang
on the program that is asked. By the same rules, though, the answer must be the same.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from datetime import timedelta
from typing import TYPE_CHECKING

from duenotice.diagnostics import Diagnostic
from duenotice.diagnostics import Severity
from duenotice.materiality.finding import Outcome
from duenotice.review.announcing import announced_in_words
from duenotice.review.announcing import is_taken_at_its_word
from duenotice.review.notices import notice_faults
from duenotice.review.recording import finding_of
from duenotice.review.recording import recorded
from duenotice.review.review import baseline_of
from duenotice.review.review import review_change
from duenotice.review.review import said_of
from duenotice.store.appearing import known_events
from duenotice.store.dating import lead_over
from duenotice.store.gate import corrections
from duenotice.store.gate import notices_now
from duenotice.store.whole_text import text_of_version
from duenotice.timeline import Status

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping

    from duenotice.model.label import VersionLabel
    from duenotice.model.record import Record
    from duenotice.model.record import RecordedAssessment
    from duenotice.review.announcing import Announcements
    from duenotice.review.review import Review
    from duenotice.store.archive import Archive
    from duenotice.store.customs import Customs
    from duenotice.store.version import StoredVersion


def _reassess(
    archive: Archive, version: StoredVersion, customs: Customs
) -> Review | None:
    """Assess a version's change again, with what was said and decided of it.

    Nothing where there is nothing to assess it against, or one of both is broken.
    """
    record = version.record
    if record.assessment is None or version.faults:
        return None
    before = archive.versions.get(record.assessment.against)
    if before is None or before.faults:
        return None
    return review_change(
        baseline_of(before), text_of_version(version), customs, said_of(record)
    )


def audited(
    archive: Archive, customs: Customs, as_of: date
) -> tuple[Archive, tuple[Diagnostic, ...]]:
    """Hold the versions whose record doesn't say what the rules it names find.

    Returns:
        The archive with those held, and what is wrong; of a version that has been in
        force, only what holds it.
    """
    found: list[Diagnostic] = []
    forged: dict[VersionLabel, str] = {}
    told: dict[VersionLabel, Announcements] = {}
    for label, version in archive.versions.items():
        review = _reassess(archive, version, customs)
        told[label] = _announced(archive, version, review, told)
        late = _told_late(archive, version, told[label], as_of)
        faults = () if review is None else (*faults_of(archive, version, review), *late)
        errors = [one for one in faults if one.severity is Severity.ERROR]
        if errors:
            forged[label] = errors[0].code
        matters = archive.timeline.status(label, as_of) in _MATTERING
        found += faults if matters else errors
    return archive.holding(forged), tuple(found)


_MATTERING = {Status.PROPOSED, Status.SCHEDULED, Status.HELD}
_SETTLED = {Status.IN_FORCE, Status.SUPERSEDED}


def _is_by_the_same_rules(version: StoredVersion, review: Review) -> bool:
    assessment = version.record.assessment
    return assessment is not None and assessment.rules == review.rules


def _announced(
    archive: Archive,
    version: StoredVersion,
    review: Review | None,
    earlier: Mapping[VersionLabel, Announcements],
) -> Announcements:
    """Give since when findings were announced: by the words where these rules hold."""
    if (
        review is None
        or not _is_by_the_same_rules(version, review)
        or is_taken_at_its_word(archive, version)
    ):
        return dict(archive.timeline[version.label].announced)
    return announced_in_words(archive, version, review.comparisons, earlier)


def _told_late(
    archive: Archive, version: StoredVersion, told: Announcements, as_of: date
) -> Iterator[Diagnostic]:
    """Say where a notice spoke of a finding too late, whatever its record says."""
    dated = archive.timeline[version.label]
    if dated.published is None or dated.told_on is None:
        return
    earliest = lead_over(version.record, dated.published, told)
    if dated.effective_as_known(as_of) < earliest and dated.earliest < earliest:
        yield _spoken_late(version, earliest)


def faults_of(
    archive: Archive, version: StoredVersion, review: Review
) -> tuple[Diagnostic, ...]:
    """Hold a record and its notice against a review of the same change.

    A notice that is recorded is judged by the rules of its time alone, and one that
    was corrected after its version took effect holds nothing any more.
    """
    is_proposed = archive.timeline[version.label].published is None
    found = audit(version, review, is_proposed=is_proposed)
    is_same = _is_by_the_same_rules(version, review)
    if is_proposed or (is_same and notices_now(version.record)):
        is_past = _is_corrected_in_force(archive, version)
        notice = notice_faults(archive, version, review.comparisons)
        return (
            *found,
            *(
                replace(one, severity=Severity.WARNING)
                if is_past or _is_of_another_day(archive, version, one)
                else one
                for one in notice
            ),
        )
    return found


def _is_of_another_day(
    archive: Archive, version: StoredVersion, fault: Diagnostic
) -> bool:
    """Let a notice pass that names the day from which its version was moved since."""
    dated = archive.timeline[version.label]
    is_moved = dated.effective_as_known(date.max) != version.record.effective
    return fault.code == "notice-undated" and is_moved


def _is_corrected_in_force(archive: Archive, version: StoredVersion) -> bool:
    """Tell whether the notice was last corrected when its version was in force.

    Then it took effect with another notice, and stays what it was.
    """
    corrected = corrections(version.record, known_events(version, version.book))
    if not corrected:
        return False
    eve = corrected[-1] - timedelta(days=1)
    return archive.timeline.status(version.label, eve) in _SETTLED


def audit(
    version: StoredVersion, review: Review, *, is_proposed: bool = False
) -> tuple[Diagnostic, ...]:
    """Hold a record against a review of the same change.

    Under the rules that the record names, a difference is an error, and so it is while
    the version is proposed: it can be released again. Once it is recorded, a material
    change that only other rules find is a warning.
    """
    assessment = version.record.assessment
    if assessment is None:
        return ()
    if not _is_whole(assessment):
        return (_differs(version),)
    if assessment.rules == review.rules or is_proposed:
        differs = _essence(assessment) != _essence(recorded(review))
        return (_differs(version),) if differs else ()
    missing = _missing(version.record, review)
    return (_found_since(version, missing),) if missing else ()


def _essence(assessment: RecordedAssessment) -> tuple[object, ...]:
    return (
        assessment.level,
        assessment.direct_days,
        assessment.obligations,
        tuple(
            (
                *(one.id, one.evidence, one.outcome, one.lead_days),
                *(one.category, one.direction, one.before, one.after),
            )
            for one in assessment.findings
        ),
    )


def _is_whole(assessment: RecordedAssessment) -> bool:
    """Tell whether each finding has the words that its evidence is the hash of."""
    return all(one.evidence == finding_of(one).evidence for one in assessment.findings)


def _missing(record: Record, review: Review) -> tuple[str, ...]:
    """Give what is found material now, in words that the record has no finding of."""
    assessment = record.assessment
    findings = () if assessment is None else assessment.findings
    known = {one.evidence for one in findings}
    return tuple(
        one.id
        for one in review.assessment.of(Outcome.MATERIAL)
        if one.evidence not in known
    )


def _differs(version: StoredVersion) -> Diagnostic:
    return Diagnostic(
        code="assessment-differs",
        severity=Severity.ERROR,
        message=f"the record of version {version.label} doesn't say what the rules "
        "find in its text",
        path=version.layout.record_file(version.label),
        hint="Records are written by commands: `release --again` while it is proposed. "
        "A recorded one is held: release its text as a new version.",
    )


def _found_since(version: StoredVersion, missing: tuple[str, ...]) -> Diagnostic:
    noun = "material change" if len(missing) == 1 else "material changes"
    return Diagnostic(
        code="assessment-older",
        severity=Severity.WARNING,
        message=f"version {version.label} was assessed by other rules; those of today "
        f"find {len(missing)} {noun} that its record doesn't have: "
        f"{', '.join(missing)}",
        path=version.layout.record_file(version.label),
        hint="While it is proposed, `release --again` assesses it anew. Afterwards it "
        "is for a person to say whether people must be told: `assess --replay`.",
    )


def _spoken_late(version: StoredVersion, earliest: date) -> Diagnostic:
    return Diagnostic(
        code="notice-late",
        severity=Severity.ERROR,
        message=f"a notice of version {version.label} was approved that said nothing "
        "of what people must be told; by the day on which one did, it may take effect "
        f"from {earliest}",
        path=version.layout.record_file(version.label),
        hint=f"Move it: `duenotice reschedule {version.label} --effective {earliest} "
        '--reason "…"`.',
    )
