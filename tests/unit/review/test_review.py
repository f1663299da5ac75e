from __future__ import annotations

import pytest

from builders import day
from duenotice.materiality.levels import Level
from duenotice.model.record import Verdict
from duenotice.release.request import ReleaseRequest
from duenotice.review.recording import finding_of
from duenotice.review.recording import recorded
from duenotice.review.review import Said
from duenotice.review.schedule import lead_of
from memory_project import MemoryProject
from recorded import ruled
from reviewing import FIRST
from reviewing import SECOND
from reviewing import library
from reviewing import outcomes
from reviewing import reviewed


@pytest.fixture
def longer() -> MemoryProject:
    """A draft with a longer period and a correction."""
    made = library().edit("retention", "90 days", "120 days")
    return made.edit("lending", "the day", "the day.")


class TestReview:
    """What a draft changes, and what follows."""

    def test_nothing_changed(self) -> None:
        """
        A draft without a change needs nothing.
        """
        review = reviewed(library())

        assert ([], Level.L0) == (outcomes(review), review.duty.level)
        assert not review.needs_notice

    def test_material(self, longer: MemoryProject) -> None:
        """
        A material change asks for a notice, and for the time of the policy.
        """
        review = reviewed(longer)

        assert review.needs_notice
        assert (Level.L2, 30) == (review.duty.level, review.duty.lead_days)

    def test_correction(self) -> None:
        """
        A correction asks for neither.
        """
        review = reviewed(library().edit("lending", "the day", "the day."))

        assert not review.needs_notice
        assert (Level.L1, 0) == (review.duty.level, review.duty.lead_days)

    def test_looser_policy(self) -> None:
        """
        A shorter notice is itself found, and the longer one of the text in force
        counts.
        """
        made = library().settings("lead_days: 30", "lead_days: 5")
        review = reviewed(made.edit("retention", "90 days", "120 days"))

        assert any("lead-days" in name for name, _ in outcomes(review))
        assert 30 == review.duty.lead_days

    def test_overruled(self, longer: MemoryProject) -> None:
        """
        What a person overruled asks for nothing; in other words the decision says
        nothing.
        """
        (one,) = recorded(reviewed(longer)).findings
        holding = Said(decisions=(ruled(one, Verdict.EDITORIAL),))
        stale = Said(decisions=(ruled(one, Verdict.EDITORIAL, words="100 days"),))

        assert not reviewed(longer, holding).needs_notice
        assert [one.id] == list(reviewed(longer, holding).decided)
        assert reviewed(longer, stale).needs_notice
        assert {} == reviewed(longer, stale).decided


class TestRecorded:
    """What the record keeps of it."""

    def test_without_what_is_editorial(self, longer: MemoryProject) -> None:
        """
        The record has what is material or asked, with the time of each.
        """
        kept = recorded(reviewed(longer))

        assert [("amount:retention:retention:1", "material", 30)] == [
            (one.id, one.outcome, one.lead_days) for one in kept.findings
        ]
        assert "L2" == kept.level

    def test_and_back(self, longer: MemoryProject) -> None:
        """
        A finding is the same when it is read back.
        """
        review = reviewed(longer)
        (kept,) = recorded(review).findings
        one = next(it for it in review.findings if it.id == kept.id)
        back = finding_of(kept)

        assert (one.id, one.evidence, one.outcome) == (
            back.id,
            back.evidence,
            back.outcome,
        )


class TestLead:
    """The first permitted day."""

    def test_counts_from_publication(self, longer: MemoryProject) -> None:
        """
        What is new is announced on the day of publication.
        """
        lead = lead_of(reviewed(longer), day(SECOND), {})

        assert (30, day("2026-03-31")) == (lead.days, lead.earliest)
        assert "the notice policy asks for 30 days" == lead.reason

    def test_counts_from_an_earlier_announcement(self, longer: MemoryProject) -> None:
        """
        What people were told of already has had its time.
        """
        review = reviewed(longer)
        told = {(one.id, one.evidence): day("2026-02-10") for one in review.findings}

        assert day("2026-03-12") == lead_of(review, day(SECOND), told).earliest

    def test_of_a_promise(self) -> None:
        """
        Who promised more time in the text gives more.
        """
        made = MemoryProject.with_statement()
        promise = "We post a notice here at least 45 days before a change takes effect."
        made.edit("contacts", "Write to", f"{promise} Write to")
        made.publish(ReleaseRequest(today=day(FIRST)))
        made.edit("retention", "90 days", "120 days")
        lead = lead_of(reviewed(made), day(SECOND), {})

        assert (45, "the statement's own promise asks for 45 days") == (
            lead.days,
            lead.reason,
        )

    def test_of_a_law(self, longer: MemoryProject) -> None:
        """
        A law that leaves no time waives the lead, and never the notice.
        """
        review = reviewed(longer, Said(required_by_law="Act 12"))
        lead = lead_of(review, day(SECOND), {})

        assert review.needs_notice
        assert (0, day(SECOND), "required by law; the notice is still due") == (
            lead.days,
            lead.earliest,
            lead.reason,
        )

    def test_of_a_correction(self) -> None:
        """
        A correction takes effect when it is published, and the record says so.
        """
        made = library().edit("lending", "the day", "the day.")
        release = made.release(ReleaseRequest(today=day(SECOND)))

        assert day(SECOND) == release.records[0].effective
        assert "a correction: nobody has to be told before" == release.lead.reason
