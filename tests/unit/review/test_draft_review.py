from __future__ import annotations

from typing import TYPE_CHECKING

from builders import day
from clearing import CUSTOMS
from duenotice.model.record import Verdict
from duenotice.release.request import ReleaseRequest
from duenotice.review.draft_review import review_draft
from memory_project import MemoryProject
from recorded import ruled
from reviewing import SECOND
from reviewing import library

if TYPE_CHECKING:
    from duenotice.review.draft_review import DraftReview

KEPT = "amount:retention:retention:1"
LATER = "2026-03-10"


def draft_review(project: MemoryProject, today: str = SECOND) -> DraftReview:
    """Review a draft that there is something to say of."""
    found = review_draft(project.archive(), CUSTOMS, day(today))
    assert found is not None
    return found


def longer() -> MemoryProject:
    """Make a draft with a longer period."""
    return library().edit("retention", "90 days", "120 days")


def proposed() -> MemoryProject:
    """Make a project whose longer period is proposed."""
    made = longer()
    made.release(ReleaseRequest(today=day(SECOND)))
    return made


def scheduled() -> MemoryProject:
    """Make a project whose longer period is recorded and to come."""
    made = longer()
    made.publish(ReleaseRequest(today=day(SECOND)))
    return made


class TestNothingToReview:
    def test_first_draft(self) -> None:
        """
        A text that follows none changes nothing for people.
        """
        archive = MemoryProject.with_statement().archive()

        assert review_draft(archive, CUSTOMS, day(SECOND)) is None

    def test_unchanged(self) -> None:
        """
        A draft that says what is in force changes nothing, either.
        """
        assert review_draft(library().archive(), CUSTOMS, day(SECOND)) is None

    def test_unreadable(self) -> None:
        """
        What can't be read is not reviewed: its faults come first.
        """
        made = longer().settings("title:", "titel:")

        assert review_draft(made.archive(), CUSTOMS, day(SECOND)) is None


class TestDraft:
    def test_held_against_the_text_in_force(self) -> None:
        """
        A draft is held against the text in force, as if published on the day asked.
        """
        found = draft_review(longer())

        assert ("2026-01-10", day("2026-03-31")) == (
            str(found.review.against),
            found.lead.earliest,
        )
        assert (None, None, False) == (found.proposed, found.pending, found.is_released)

    def test_later(self) -> None:
        """
        Asked on a later day, the first permitted day is later too.
        """
        assert day("2026-04-09") == draft_review(longer(), LATER).lead.earliest


class TestProposed:
    def test_released(self) -> None:
        """
        A proposed version that says what the draft says is what is reviewed.
        """
        found = draft_review(proposed())

        assert (SECOND, True) == (str(found.proposed), found.is_released)
        assert [KEPT] == [one.id for one in found.review.findings]

    def test_edited_since(self) -> None:
        """
        Edited since, the draft is reviewed, and against the same text as before.
        """
        found = draft_review(proposed().edit("lending", "the day", "the day."))

        assert (SECOND, False) == (str(found.proposed), found.is_released)
        assert "2026-01-10" == str(found.review.against)
        assert ["lending", "retention"] == sorted(
            one.section for one in found.review.findings
        )

    def test_keeps_decisions(self) -> None:
        """
        What was decided about the version still counts, where the words are the same.
        """
        made = proposed()
        assessment = made.archive().find(SECOND).record.assessment
        assert assessment is not None
        decision = ruled(assessment.findings[0], Verdict.EDITORIAL)
        made.rewrite(SECOND, decisions=(decision,))

        assert [KEPT] == list(draft_review(made).review.decided)
        made.edit("retention", "120 days", "150 days")
        assert [] == list(draft_review(made).review.decided)


class TestPending:
    def test_goes_on_from_it(self) -> None:
        """
        While a version is scheduled, the draft goes on from it, and what people were
        told of already keeps its time.
        """
        made = scheduled().edit("lending", "the day", "the day.")
        found = draft_review(made, LATER)

        assert (SECOND, None) == (str(found.pending), found.proposed)
        assert "2026-01-10" == str(found.review.against)
        assert [(KEPT, day(SECOND))] == [
            (name, told) for (name, _), told in found.announced.items()
        ]
        assert day("2026-03-31") == found.lead.earliest

    def test_other_words(self) -> None:
        """
        What people were told of in other words begins its time anew.
        """
        made = scheduled().edit("retention", "120 days", "150 days")

        assert day("2026-04-09") == draft_review(made, LATER).lead.earliest
