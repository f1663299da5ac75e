"""A review: what stands between two texts of a statement, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.materiality.assessment import Assessment
from duenotice.materiality.duty import Circumstances
from duenotice.materiality.duty import Verdicts
from duenotice.materiality.duty import duty_of
from duenotice.materiality.duty_terms import loosened
from duenotice.materiality.levels import Level
from duenotice.model.record import Reach
from duenotice.model.record import Verdict
from duenotice.parse.record_file import content_sha256
from duenotice.review.former_customs import customs_at_record
from duenotice.review.languages import compare_languages
from duenotice.review.languages import findings_of
from duenotice.review.settings import setting_findings
from duenotice.review.terms import terms_of
from duenotice.review.union import united
from duenotice.store.whole_text import text_of_version

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Mapping

    from duenotice.compare import Comparison
    from duenotice.materiality.duty import Duty
    from duenotice.materiality.duty_terms import Terms
    from duenotice.materiality.finding import Finding
    from duenotice.materiality.rule_book import RuleBook
    from duenotice.model.label import VersionLabel
    from duenotice.model.record import Decision
    from duenotice.model.record import Record
    from duenotice.model.record import RecordedFinding
    from duenotice.store.customs import Customs
    from duenotice.store.version import StoredVersion
    from duenotice.store.whole_text import WholeText


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What people have said of a change."""

    reaches: Reach = Reach.ALL
    required_by_law: str | None = None
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """The text that a change is held against."""

    label: VersionLabel
    text: WholeText
    customs: Customs | None = None
    """What it was judged by itself; nothing where git doesn't know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What was found, and what it calls for."""

    against: VersionLabel
    comparisons: Mapping[str, Comparison]
    """By language, the source first."""

    assessment: Assessment
    duty: Duty
    said: Said
    rules: str
    """Digest of the rules that were asked."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Give the findings, those of the source first."""
        return self.assessment.findings

    @property
    def needs_notice(self) -> bool:
        """Tell whether people must be told of the change."""
        return self.duty.level >= Level.L2

    @property
    def to_be_told(self) -> tuple[str, ...]:
        """Give the ids of the findings that people must be told of.

        One that a person overruled is none of them, and one that a person called
        material is.
        """
        calling = (one for one in self.duty.reasons if one.level >= Level.L2)
        return tuple(dict.fromkeys(name for one in calling for name in one.findings))

    @property
    def decided(self) -> Mapping[str, Decision]:
        """Give the decisions that hold, by the id of their finding."""
        return holding(self.said.decisions, self.findings)


def said_of(record: Record) -> Said:
    """Give what a record keeps of what people have said."""
    return Said(
        reaches=record.reaches,
        required_by_law=record.required_by_law,
        decisions=record.decisions,
    )


def baseline_of(version: StoredVersion) -> Baseline:
    """Give a recorded version as a baseline."""
    return Baseline(
        label=version.label,
        text=text_of_version(version),
        customs=customs_at_record(version),
    )


def terms_between(
    before: Baseline, after: WholeText, customs: Customs
) -> tuple[Terms, Terms]:
    """Give the terms of both texts, each by the profiles of its own time."""
    former = before.customs or customs
    return (
        terms_of(before.text, former.profiles),
        terms_of(after, customs.profiles),
    )


def review_change(
    before: Baseline, after: WholeText, customs: Customs, said: Said
) -> Review:
    """Compare two texts in every language, and say what follows.

    Where the project's own rules are others than those that the first text was judged
    by, both are asked, and the stricter count.
    """
    former = before.customs or customs
    old, new = terms_between(before, after, customs)
    comparisons = compare_languages(before.text, after)
    found = [
        tuple(findings_of(before.text, after, comparisons, book))
        for book in _books(customs, former)
    ]
    findings = (
        *united(*found),
        *setting_findings(before.text.statement.statement, after.statement.statement),
        *loosened(old, new),
    )
    circumstances = Circumstances(
        old=old,
        new=new,
        reaches=said.reaches,
        required_by_law=said.required_by_law,
        verdicts=verdicts_of(said.decisions, findings),
    )
    return Review(
        against=before.label,
        comparisons=comparisons,
        assessment=Assessment(findings=findings),
        duty=duty_of(findings, circumstances),
        said=said,
        rules=_digest(customs, former),
    )


def _books(now: Customs, former: Customs) -> tuple[RuleBook, ...]:
    is_same = now.book.digest == former.book.digest
    return (now.book,) if is_same else (now.book, former.book)


def _digest(now: Customs, former: Customs) -> str:
    if now.digest == former.digest:
        return now.digest
    return content_sha256(f"{now.digest} {former.digest}".encode())


def holding(
    decisions: Iterable[Decision], findings: Iterable[Finding | RecordedFinding]
) -> dict[str, Decision]:
    """Give the decisions about just these words, by the id of their finding.

    They stand in the order of the findings. Those about words that are no longer there
    decide nothing, and are left out.
    """
    made = {(one.finding, one.evidence): one for one in decisions}
    keys = ((one.id, one.evidence) for one in findings)
    return {key[0]: made[key] for key in keys if key in made}


def verdicts_of(decisions: Iterable[Decision], findings: Iterable[Finding]) -> Verdicts:
    """Give what was decided about findings; what is stale decides nothing."""
    held = holding(decisions, findings)
    return Verdicts(
        material=_with(held, Verdict.MATERIAL), overruled=_with(held, Verdict.EDITORIAL)
    )


def _with(held: Mapping[str, Decision], verdict: Verdict) -> frozenset[str]:
    return frozenset(
        one for one, decision in held.items() if decision.verdict is verdict
    )
