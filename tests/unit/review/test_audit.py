from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from builders import day
from clearing import CUSTOMS
from duenotice.release.request import ReleaseRequest
from duenotice.review.audit import audited
from duenotice.timeline import Status
from memory_project import FOLDER
from recorded import HASH
from reviewing import SECOND
from reviewing import library

if TYPE_CHECKING:
    from duenotice.model.record import RecordedAssessment
    from memory_project import MemoryProject

RECORD = f"{FOLDER}/versions/{SECOND}/record.yaml"


@pytest.fixture
def longer() -> MemoryProject:
    """A proposed version with a longer period, whose notice is approved."""
    made = library().edit("retention", "90 days", "120 days")
    made.release(ReleaseRequest(today=day(SECOND)))
    return made.clear(SECOND, SECOND)


def assessment(project: MemoryProject) -> RecordedAssessment:
    """Give what the version's record says of its change."""
    found = project.archive().find(SECOND).record.assessment
    assert found is not None
    return found


def said(project: MemoryProject) -> list[str]:
    """Write what the audit says."""
    _, found = audited(project.archive(), CUSTOMS, day(SECOND))
    return list(map(str, found))


class TestAudit:
    """Whether a record says what its rules find."""

    def test_sound(self, longer: MemoryProject) -> None:
        """
        A record that a release wrote says what the rules find.
        """
        assert [] == said(longer)

    def test_finding_taken_out(self, longer: MemoryProject) -> None:
        """
        A record from which a finding was taken, and that was sealed again, differs, and
        its version is held.
        """
        quiet = replace(assessment(longer), level="L1", findings=(), reasons=())
        longer.rewrite(SECOND, assessment=quiet).commit(SECOND)
        archive, _ = audited(longer.archive(), CUSTOMS, day(SECOND))
        label = archive.timeline.versions[-1].label

        assert (
            f"{RECORD}: error assessment-differs: the record of version 2026-03-01 "
            "doesn't say what the rules find in its text\n"
            "  hint: Records are written by commands: `release --again` while it is "
            "proposed. A recorded one is held: release its text as a new version."
        ) == said(longer)[0]
        assert Status.HELD is archive.timeline.status(label, day("2026-04-03"))

    @pytest.mark.parametrize(
        "change",
        [
            {"category": "contact"},
            {"direction": "better-for-user"},
            {"before": "", "after": ""},
        ],
    )
    def test_finding_changed(
        self, longer: MemoryProject, change: dict[str, str]
    ) -> None:
        """
        So does one whose findings have other words, or are about something else.
        """
        whole = assessment(longer)
        other = tuple(replace(one, **change) for one in whole.findings)  # type: ignore[arg-type]
        longer.rewrite(SECOND, assessment=replace(whole, findings=other))
        longer.commit(SECOND)

        assert "error assessment-differs" in said(longer)[0]

    def test_words_of_other_rules(self, longer: MemoryProject) -> None:
        """
        Whatever rules it names, a finding's evidence is the hash of its words.
        """
        whole = assessment(longer)
        bare = tuple(replace(one, before="", after="") for one in whole.findings)
        other = replace(whole, rules=HASH, findings=bare)
        longer.rewrite(SECOND, assessment=other).commit(SECOND)

        assert "error assessment-differs" in said(longer)[0]

    def test_lead_shortened(self, longer: MemoryProject) -> None:
        """
        So does one that gives a finding less time.
        """
        whole = assessment(longer)
        hasty = tuple(replace(one, lead_days=0) for one in whole.findings)
        longer.rewrite(SECOND, assessment=replace(whole, findings=hasty))

        assert "assessment-differs" in said(longer)[0]

    def test_other_rules(self, longer: MemoryProject) -> None:
        """
        Once it is recorded, what other rules found counts: a material change that
        today's find beyond it is told, and holds nothing.
        """
        other = replace(assessment(longer), rules=HASH, level="L1", findings=())
        longer.rewrite(SECOND, assessment=other).commit(SECOND)
        archive, found = audited(longer.archive(), CUSTOMS, day(SECOND))

        assert [("assessment-older", "warning")] == [
            (one.code, one.severity.value) for one in found
        ]
        assert found[0].message == (
            "version 2026-03-01 was assessed by other rules; those of today find 1 "
            "material change that its record doesn't have: amount:retention:retention:1"
        )
        assert () == archive.timeline.versions[-1].holds

    def test_other_rules_of_a_proposal(self, longer: MemoryProject) -> None:
        """
        A proposal can be released again, and so must say what today's rules find.
        """
        other = replace(assessment(longer), rules=HASH, level="L1", findings=())

        assert "assessment-differs" in said(longer.rewrite(SECOND, assessment=other))[0]

    def test_other_rules_that_found_the_same(self, longer: MemoryProject) -> None:
        """
        Other rules that found the same need no word.
        """
        longer.rewrite(SECOND, assessment=replace(assessment(longer), rules=HASH))

        assert [] == said(longer)
