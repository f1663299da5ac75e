from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from proposals import KEPT_LONGER
from proposals import LABEL
from proposals import errors_of
from proposals import fault
from proposals import forge
from proposals import in_folder
from proposals import page
from proposals import said
from steps import EXTENDED

if TYPE_CHECKING:
    from collections.abc import Callable

    from builders import StatementRepo
    from duenotice.model.record import Record
    from duenotice.model.record import RecordedAssessment

DIFFERS = fault(
    in_folder(LABEL),
    "assessment-differs",
    "the record of version 2026-03-01 doesn't say what the rules find in its text",
    "Records are written by commands: `release --again` while it is proposed. A "
    "recorded one is held: release its text as a new version.",
)


def _assessed(
    change: Callable[[RecordedAssessment], RecordedAssessment],
) -> Callable[[Record], Record]:
    """Change what a record says was found."""

    def changed(record: Record) -> Record:
        assert record.assessment is not None
        return replace(record, assessment=change(record.assessment))

    return changed


def _without_one(found: RecordedAssessment) -> RecordedAssessment:
    kept = tuple(one for one in found.findings if one.id != KEPT_LONGER)
    return replace(found, findings=kept)


def _milder(found: RecordedAssessment) -> RecordedAssessment:
    findings = (replace(one, outcome="needs-review") for one in found.findings)
    return replace(found, findings=tuple(findings))


def _shorter(found: RecordedAssessment) -> RecordedAssessment:
    findings = (replace(one, lead_days=0) for one in found.findings)
    return replace(found, findings=tuple(findings))


def _without_notice(found: RecordedAssessment) -> RecordedAssessment:
    return replace(found, level="L1")


def _by_other_rules(found: RecordedAssessment) -> RecordedAssessment:
    return replace(_without_one(found), rules=f"sha256:{'0' * 64}")


FORGED = pytest.mark.parametrize(
    "change",
    [
        pytest.param(_without_one, id="a finding taken out"),
        pytest.param(_milder, id="an outcome made mild"),
        pytest.param(_shorter, id="a lead made short"),
        pytest.param(_without_notice, id="a notice not needed"),
    ],
)


@pytest.fixture
def two_findings(approved: StatementRepo) -> StatementRepo:
    """A proposed version with two material findings, ready to be merged."""
    approved.section("lending", EXTENDED)
    approved.run("release", "--again", today=LABEL)
    approved.delete(in_folder(LABEL, "notice/en.md"))
    approved.run("release", "--again", today=LABEL)
    return approved.clear(LABEL, LABEL)


class TestForged:
    def test_sound(self, two_findings: StatementRepo) -> None:
        """
        A record as the program wrote it passes.
        """
        done = two_findings.run("check", "--strict", today=LABEL)

        assert (0, []) == (done.status, errors_of(done))

    @FORGED
    def test_check(
        self,
        two_findings: StatementRepo,
        change: Callable[[RecordedAssessment], RecordedAssessment],
    ) -> None:
        """
        A record that was edited and sealed again is found by judging its text anew.
        """
        forge(two_findings, LABEL, _assessed(change))

        done = two_findings.run("check", today=LABEL)

        assert (1, DIFFERS) == (done.status, said(done, "assessment-differs"))

    @FORGED
    def test_build(
        self,
        two_findings: StatementRepo,
        change: Callable[[RecordedAssessment], RecordedAssessment],
    ) -> None:
        """
        Merged all the same, it is held, and all else is built as it was.
        """
        forge(two_findings, LABEL, _assessed(change)).commit(LABEL)

        done = two_findings.run("build", "--no-pdf", today="2026-04-10")

        assert (1, DIFFERS) == (done.status, said(done, "assessment-differs"))
        assert "90 days" in page(two_findings)
        assert "your home address" not in page(two_findings)

    def test_verify(self, two_findings: StatementRepo) -> None:
        """
        Status goes by the record; who wants to know whether that is true asks verify.
        """
        forge(two_findings, LABEL, _assessed(_without_one)).commit(LABEL)

        done = two_findings.run("verify", today="2026-04-10")

        assert 1 == done.status
        assert "assessment-differs" in done.err

    def test_other_rules(self, two_findings: StatementRepo) -> None:
        """
        A proposed record can't excuse what it leaves out by naming other rules: it has
        to be released again.
        """
        forge(two_findings, LABEL, _assessed(_by_other_rules))

        done = two_findings.run("check", today=LABEL)

        assert 1 == done.status

    def test_again(self, two_findings: StatementRepo) -> None:
        """
        Released again, the record says what is found.
        """
        forge(two_findings, LABEL, _assessed(_without_one))

        two_findings.run("release", "--again", today=LABEL)
        done = two_findings.run("check", today=LABEL)

        assert "assessment-differs" not in errors_of(done)


class TestWithoutAssessment:
    def test_check(self, approved: StatementRepo) -> None:
        """
        A version that says nothing of what it changes is blocked.
        """
        forge(approved, LABEL, lambda record: replace(record, assessment=None))

        done = approved.run("check", today=LABEL)

        assert 1 == done.status
        assert fault(
            in_folder(LABEL),
            "assessment-missing",
            "version 2026-03-01 changes a text, and its record doesn't say what that "
            "means",
            "Records are written by `release`: discard this one and release it again.",
        ) == said(done, "assessment-missing")

    def test_build(self, approved: StatementRepo) -> None:
        """
        Merged all the same, it is held, and all else is built as it was.
        """
        forge(approved, LABEL, lambda record: replace(record, assessment=None))
        approved.commit(LABEL)

        done = approved.run("build", "--no-pdf", today="2026-04-10")

        assert (1, ["assessment-missing"]) == (done.status, errors_of(done))
        assert "90 days" in page(approved)

    def test_first_version(self, approved: StatementRepo) -> None:
        """
        Nor does it pass for a first version: what it follows is in the chain.
        """
        forge(
            approved,
            LABEL,
            lambda record: replace(record, assessment=None, supersedes=None),
        )
        approved.commit(LABEL)

        done = approved.run("build", "--no-pdf", today="2026-04-10")

        assert 1 == done.status
        assert "90 days" in page(approved)


class TestEdited:
    def test_check(self, approved: StatementRepo) -> None:
        """
        A record that was edited and not sealed is known by its digest.
        """
        path = in_folder(LABEL)
        edited = approved.read(path).replace("reaches: all", "reaches: new")
        approved.write(path, edited)

        done = approved.run("check", today=LABEL)

        assert (1, ["record-changed"]) == (done.status, errors_of(done))

    def test_build(self, approved: StatementRepo) -> None:
        """
        Merged so, it is held, and all else is built as it was.
        """
        path = in_folder(LABEL)
        edited = approved.read(path).replace("reaches: all", "reaches: new")
        approved.write(path, edited).commit(LABEL)

        done = approved.run("build", "--no-pdf", today="2026-03-02")

        assert (1, ["record-changed"]) == (done.status, errors_of(done))
        assert "90 days" in page(approved)

    def test_text(self, approved: StatementRepo) -> None:
        """
        So it is with a text that is not the one that was recorded.
        """
        path = in_folder(LABEL, "en/retention.md")
        approved.write(path, approved.read(path).replace("120", "365")).commit(LABEL)

        done = approved.run("build", "--no-pdf", today="2026-03-02")

        assert (1, ["text-changed"]) == (done.status, errors_of(done))
        assert "90 days" in page(approved)
