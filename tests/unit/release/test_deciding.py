from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import day
from duenotice.model.record import EventKind
from duenotice.model.record import Verdict
from duenotice.parse.record_file import record_faults
from steps import EXTENDED
from steps import FOLDER
from steps import MENDED
from steps import judge
from steps import message_of
from steps import record
from steps import refusal

if TYPE_CHECKING:
    from builders import StatementRepo

SECOND = "2026-03-01"
NOTICE = f"{FOLDER}/versions/{SECOND}/notice/en.md"
LONGER = "amount:retention:retention:1"


@pytest.fixture
def proposed(in_force: StatementRepo) -> StatementRepo:
    """A proposed version with a longer period."""
    text = "We keep loans for 120 days. After that we delete them."
    in_force.section("retention", text).release(SECOND)
    return in_force


class TestProposed:
    """A decision while the record may still be written anew."""

    def test_stands_in_the_record(self, proposed: StatementRepo) -> None:
        """
        The decision is in the record, with who made it, when and why, and the record is
        sealed anew.
        """
        done = judge(proposed, SECOND, reason="It is new to people.")
        kept = record(proposed, SECOND)
        (one,) = kept.decisions

        assert not done.is_event
        assert (LONGER, Verdict.MATERIAL, "A. Editor", day(SECOND)) == (
            one.finding,
            one.verdict,
            one.by,
            one.on,
        )
        assert "It is new to people." == one.reason
        assert ((), ()) == (record_faults(kept), kept.events)

    def test_what_the_public_may_read(self, proposed: StatementRepo) -> None:
        """
        What the public may read of it stands beside the reason.
        """
        judge(proposed, SECOND, public="You asked for it.")

        assert ["You asked for it."] == [
            one.public for one in record(proposed, SECOND).decisions
        ]

    def test_overruled(self, proposed: StatementRepo) -> None:
        """
        A material finding that is overruled asks for no notice any more, and stays in
        the record.
        """
        judge(proposed, SECOND, verdict=Verdict.EDITORIAL)
        assessment = record(proposed, SECOND).assessment

        assert assessment is not None
        assert "L1" == assessment.level
        assert [LONGER] == [one.id for one in assessment.findings]

    def test_revised(self, proposed: StatementRepo) -> None:
        """
        Another decision takes the place of the first, and brings back what follows.
        """
        judge(proposed, SECOND, verdict=Verdict.EDITORIAL)
        judge(proposed, SECOND, verdict=Verdict.MATERIAL)
        kept = record(proposed, SECOND)

        assert [Verdict.MATERIAL] == [one.verdict for one in kept.decisions]
        assert kept.assessment is not None
        assert "L2" == kept.assessment.level

    def test_drops_the_approval(self, proposed: StatementRepo) -> None:
        """
        A notice that was approved and has other things to tell now isn't approved.
        """
        proposed.clear(SECOND, SECOND)
        done = judge(proposed, SECOND, verdict=Verdict.EDITORIAL)

        assert done.is_approval_dropped
        assert record(proposed, SECOND).approved is None
        assert {} == record(proposed, SECOND).lock.notices

    def test_keeps_the_approval(self, proposed: StatementRepo) -> None:
        """
        A decision that changes nothing of what is told leaves it approved.
        """
        proposed.clear(SECOND, SECOND)
        done = judge(proposed, SECOND)

        assert not done.is_approval_dropped
        assert record(proposed, SECOND).approved is not None

    def test_drafts_a_missing_notice(self, proposed: StatementRepo) -> None:
        """
        A notice that is called for and not there is drafted.
        """
        proposed.delete(NOTICE)
        judge(proposed, SECOND)

        assert "We keep loans for 120 days." in proposed.read(NOTICE)


class TestRecorded:
    """A decision after publication."""

    def test_is_an_event(self, pending: StatementRepo) -> None:
        """
        The decision is added to the record, and what was recorded stays as it is.
        """
        before = record(pending, SECOND)
        done = judge(pending, SECOND, verdict=Verdict.EDITORIAL, today="2026-03-05")
        after = record(pending, SECOND)
        event = after.events[-1]

        assert done.is_event
        assert (before.digest, before.assessment) == (after.digest, after.assessment)
        assert (day("2026-03-05"), EventKind.DECIDED) == (event.on, event.kind)
        assert (LONGER, "editorial", "A. Editor") == (
            event.details["finding"],
            event.details["verdict"],
            event.details["by"],
        )
        assert () == record_faults(after)

    def test_shortens_nothing(self, pending: StatementRepo) -> None:
        """
        People were told a day, and a later decision doesn't bring it forward.
        """
        before = pending.on_disk().timeline.versions[-1].earliest
        judge(pending, SECOND, verdict=Verdict.EDITORIAL, today="2026-03-05")

        assert before == pending.on_disk().timeline.versions[-1].earliest

    def test_what_the_public_may_read(self, pending: StatementRepo) -> None:
        """
        What the public may read of it stands beside the reason.
        """
        judge(pending, SECOND, today="2026-03-05", public="You asked for it.")

        assert (
            "You asked for it." == record(pending, SECOND).events[-1].details["public"]
        )


class TestRefusals:
    """What can't be decided."""

    def test_no_findings(self, in_force: StatementRepo) -> None:
        """
        A correction has nothing to decide about.
        """
        in_force.section("lending", MENDED).release(SECOND)

        assert (
            "version 2026-03-01 has no finding to decide about\n"
            "hint: First versions, adopted ones and corrections have none that need a "
            "decision."
        ) == refusal(lambda: judge(in_force, SECOND, LONGER))

    def test_unknown_finding(self, proposed: StatementRepo) -> None:
        """
        A finding that isn't there is answered with those there are.
        """
        assert (
            'version 2026-03-01 has no finding "amount:retention:1"\n'
            'hint: Did you mean "amount:retention:retention:1"? Its findings:\n'
            "  amount:retention:retention:1"
        ) == refusal(lambda: judge(proposed, SECOND, "amount:retention:1"))

    def test_broken(self, proposed: StatementRepo) -> None:
        """
        Nothing is decided about a text that isn't the one that was released.
        """
        proposed.write(f"{FOLDER}/versions/{SECOND}/en/retention.md", EXTENDED)

        assert message_of(lambda: judge(proposed, SECOND)).startswith(
            "1 fault stops this:"
        )
