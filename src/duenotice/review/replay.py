"""Replay: today's rules over every recorded version, beside what was decided then."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice.materiality.finding import Outcome
from duenotice.materiality.levels import Level
from duenotice.model.record import Verdict
from duenotice.review.review import Said
from duenotice.review.review import baseline_of
from duenotice.review.review import review_change
from duenotice.review.review import said_of
from duenotice.store.whole_text import text_of_version

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.materiality.finding import Finding
    from duenotice.model.label import VersionLabel
    from duenotice.model.record import Record
    from duenotice.review.review import Review
    from duenotice.store.archive import Archive
    from duenotice.store.customs import Customs
    from duenotice.store.version import StoredVersion


class Difference(enum.StrEnum):
    """How today's rules differ from what was held then."""

    NEWLY_MATERIAL = "newly-material"
    """Found material now; then it was editorial, or not found at all."""

    NEWLY_ASKED = "newly-asked"
    """It needs review now; then nobody was asked."""

    NO_LONGER_MATERIAL = "no-longer-material"
    """It was held material then, by the rules or by a person."""

    NO_LONGER_ASKED = "no-longer-asked"
    """Somebody had to decide then, and held it editorial; the rules do so now."""

    SETTLED = "settled"
    """Somebody had to decide then, and held it material; the rules do so now."""

    STILL_OVERRULED = "still-overruled"
    """A person overruled the rules then; they would be overruled again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """One finding on which then and now differ."""

    finding: str
    difference: Difference
    then: str
    """What it came to, in words: `material`, `editorial (by A. Editor)`."""

    now: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionReplay:
    """A version, judged again."""

    version: VersionLabel
    against: VersionLabel
    level_then: Level | None
    """Nothing for an adopted version: nobody assessed it then."""

    level_now: Level
    outcome: Outcome
    differences: tuple[Replayed, ...]


def replay(archive: Archive, customs: Customs) -> Iterator[VersionReplay]:
    """Judge every version again, against the one it was held to then.

    An adopted version is judged against the one before it.
    """
    before: StoredVersion | None = None
    for version in archive.versions.values():
        if version.faults:
            continue
        review = _review(archive, before, version, customs)
        if review is not None:
            yield _replayed(version.record, review)
        before = version


def _review(
    archive: Archive,
    before: StoredVersion | None,
    version: StoredVersion,
    customs: Customs,
) -> Review | None:
    """Judge one by today's rules alone, not by those of the time as well."""
    assessment, said = version.record.assessment, Said()
    if assessment is not None:
        before = archive.versions.get(assessment.against)
        said = said_of(version.record)
    if before is None or before.faults:
        return None
    baseline = replace(baseline_of(before), customs=None)
    return review_change(baseline, text_of_version(version), customs, said)


def _replayed(record: Record, review: Review) -> VersionReplay:
    assessment = record.assessment
    return VersionReplay(
        version=record.version,
        against=review.against,
        level_then=None if assessment is None else Level[assessment.level],
        level_now=review.duty.level,
        outcome=review.assessment.outcome,
        differences=() if assessment is None else tuple(_differences(record, review)),
    )


def _differences(record: Record, review: Review) -> Iterator[Replayed]:
    findings = () if record.assessment is None else record.assessment.findings
    verdicts = {(one.finding, one.evidence): one for one in record.decisions}
    now = {one.evidence: one for one in review.findings}
    then = {one.evidence: one for one in findings}
    for evidence, old in then.items():
        decision = verdicts.get((old.id, evidence))
        new = now.get(evidence)
        difference = _difference(
            old.outcome,
            None if decision is None else decision.verdict,
            Outcome.EDITORIAL if new is None else new.outcome,
        )
        if difference is not None:
            told = old.outcome if decision is None else decision.verdict.value
            by = "" if decision is None else f" (by {decision.by})"
            yield Replayed(
                finding=old.id,
                difference=difference,
                then=f"{told}{by}",
                now=Outcome.EDITORIAL.value if new is None else new.outcome.value,
                before=old.before,
                after=old.after,
            )
    for evidence, finding in now.items():
        if evidence not in then and finding.outcome is not Outcome.EDITORIAL:
            yield _new(finding)


def _new(finding: Finding) -> Replayed:
    is_material = finding.outcome is Outcome.MATERIAL
    return Replayed(
        finding=finding.id,
        difference=Difference.NEWLY_MATERIAL if is_material else Difference.NEWLY_ASKED,
        then=Outcome.EDITORIAL.value,
        now=finding.outcome.value,
        before=finding.before,
        after=finding.after,
    )


def _difference(old: str, verdict: Verdict | None, new: Outcome) -> Difference | None:
    """Say how a finding differs; nothing where it comes to the same."""
    match old, verdict, new:
        case "material", None, Outcome.EDITORIAL | Outcome.NEEDS_REVIEW:
            return Difference.NO_LONGER_MATERIAL
        case "material", Verdict.MATERIAL, Outcome.EDITORIAL | Outcome.NEEDS_REVIEW:
            return Difference.NO_LONGER_MATERIAL
        case "material", Verdict.EDITORIAL, Outcome.MATERIAL:
            return Difference.STILL_OVERRULED
        case "needs-review", Verdict.EDITORIAL, Outcome.EDITORIAL:
            return Difference.NO_LONGER_ASKED
        case "needs-review", Verdict.EDITORIAL, Outcome.MATERIAL:
            return Difference.NEWLY_MATERIAL
        case "needs-review", Verdict.MATERIAL, Outcome.MATERIAL:
            return Difference.SETTLED
        case "needs-review", Verdict.MATERIAL, Outcome.EDITORIAL:
            return Difference.NO_LONGER_MATERIAL
        case _:
            return None
