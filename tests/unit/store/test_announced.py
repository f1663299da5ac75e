"""Since when people have been told of each finding, and what follows for its day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from builders import day
from clearing import CUSTOMS
from duenotice.model.label import VersionLabel
from duenotice.model.record import Verdict
from duenotice.release.approving import approve
from duenotice.release.deciding import Ruling
from duenotice.release.deciding import decide
from duenotice.release.events import withdraw
from duenotice.release.request import Amends
from duenotice.release.request import ReleaseRequest
from memory_project import MemoryProject

if TYPE_CHECKING:
    from duenotice.timeline import DatedVersion

FIRST = "2026-01-10"
SECOND = "2026-03-01"
FIX = "2026-03-10"
LONGER = "amount:retention:retention:1"
MORE = "listed:data-collected:lending:1"


def request(today: str, **wanted: object) -> ReleaseRequest:
    """Ask for a release."""
    return replace(ReleaseRequest(today=day(today)), **wanted)  # type: ignore[arg-type]


def dated(project: MemoryProject, label: str) -> DatedVersion:
    """Give what the timeline knows of a version."""
    return project.archive().timeline[VersionLabel.parse(label)]


def announced(project: MemoryProject, label: str) -> dict[str, str]:
    """Write since when each finding of a version has been announced."""
    told = dated(project, label).announced
    return {finding: str(since) for (finding, _), since in told.items()}


@pytest.fixture
def project() -> MemoryProject:
    """A longer period is scheduled for 2026-05-01 and announced since 2026-03-01."""
    made = MemoryProject.with_statement()
    made.publish(request(FIRST))
    made.edit("retention", "90 days", "120 days")
    made.publish(request(SECOND, effective=day("2026-05-01")))
    return made


def amend(project: MemoryProject, today: str = FIX) -> None:
    """Put a corrected version in the place of the scheduled one."""
    project.publish(request(today, amends=Amends.PENDING))


class TestAnnounced:
    """A finding is announced while a version that waits tells of it."""

    def test_since_publication(self, project: MemoryProject) -> None:
        """
        It is announced on the day on which text and notice are public.
        """
        assert {LONGER: SECOND} == announced(project, SECOND)
        assert day("2026-03-31") == dated(project, SECOND).earliest

    def test_through_a_correction(self, project: MemoryProject) -> None:
        """
        A correction of something else doesn't start its time again.
        """
        project.edit("lending", "the day", "the day.")
        amend(project)

        assert {LONGER: SECOND} == announced(project, FIX)
        assert day("2026-03-31") == dated(project, FIX).earliest

    def test_of_each_by_itself(self, project: MemoryProject) -> None:
        """
        What comes in with the correction has its own time, and the version waits for
        the last of them.
        """
        project.edit("lending", "- the day", "- the day\n- your home address")
        amend(project)

        assert {LONGER: SECOND, MORE: FIX} == announced(project, FIX)
        assert day("2026-04-09") == dated(project, FIX).earliest

    def test_of_other_words(self, project: MemoryProject) -> None:
        """
        A finding whose words changed is another one, and starts anew.
        """
        project.edit("retention", "120 days", "150 days")
        amend(project)

        assert {LONGER: FIX} == announced(project, FIX)
        assert day("2026-04-09") == dated(project, FIX).earliest

    def test_after_a_withdrawal(self, project: MemoryProject) -> None:
        """
        What was withdrawn in between starts anew, though it comes back as it was.
        """
        archive = project.archive()
        taken = withdraw(
            archive,
            archive.find(SECOND),
            today=day("2026-03-05"),
            reason="Stopped",
            restore=False,
        )
        project.write(taken.changes.files).commit("2026-03-05")
        project.publish(request(FIX))

        assert {LONGER: FIX} == announced(project, FIX)
        assert day("2026-04-09") == dated(project, FIX).earliest

    def test_taken_out_in_between(self, project: MemoryProject) -> None:
        """
        So does what a correction took out and the next one brought back.
        """
        project.edit("retention", "120 days", "90 days")
        project.edit("lending", "- the day", "- the day\n- your home address")
        project.publish(
            request("2026-03-05", amends=Amends.PENDING, effective=day("2026-05-01"))
        )
        project.edit("retention", "90 days", "120 days")
        amend(project)

        assert {LONGER: FIX, MORE: "2026-03-05"} == announced(project, FIX)

    def test_not_once_it_is_in_force(self, project: MemoryProject) -> None:
        """
        A version that is recorded when the one before it is in force takes over no
        announcement of it.
        """
        project.edit("lending", "the day", "the day.")
        project.release(request("2026-04-30", amends=Amends.PENDING))
        project.clear("2026-04-30", "2026-04-30").commit("2026-05-01")

        assert {LONGER: "2026-05-01"} == announced(project, "2026-04-30")


class TestApproval:
    """Nothing is announced without a notice that somebody approved."""

    @pytest.fixture
    def unapproved(self) -> MemoryProject:
        """A version was recorded without an approved notice."""
        made = MemoryProject.with_statement()
        made.publish(request(FIRST))
        made.edit("retention", "90 days", "120 days")
        made.release(request(SECOND, effective=day("2026-05-01")))
        return made.commit(SECOND)

    def approve_on(self, project: MemoryProject, today: str) -> None:
        """Approve the notice of the recorded version."""
        files = {
            path: text.replace("{{", "").replace("}}", "")
            for path, text in project.files.items()
            if "/notice/" in path
        }
        project.write(files)
        archive = project.archive()
        done = approve(archive, archive.find(SECOND), by="A. Editor", today=day(today))
        project.write(done.changes.files).commit(today)

    def test_not_announced(self, unapproved: MemoryProject) -> None:
        """
        Without an approval nothing is announced, and the version is held.
        """
        assert {} == announced(unapproved, SECOND)
        assert dated(unapproved, SECOND).is_held(day("2026-05-01"))

    def test_counts_from_the_approval(self, unapproved: MemoryProject) -> None:
        """
        The time counts from the approval, and the date must leave it.
        """
        self.approve_on(unapproved, "2026-03-20")

        assert {LONGER: "2026-03-20"} == announced(unapproved, SECOND)
        assert day("2026-04-19") == dated(unapproved, SECOND).earliest
        assert not dated(unapproved, SECOND).is_held(day("2026-03-20"))

    def test_too_late(self, unapproved: MemoryProject) -> None:
        """
        An approval that leaves too little time leaves the version held.
        """
        self.approve_on(unapproved, "2026-04-02")

        assert day("2026-05-02") == dated(unapproved, SECOND).earliest
        assert dated(unapproved, SECOND).is_held(day("2026-05-01"))


class TestOverruled:
    """What a person overruled asks for no time."""

    def test_before_publication(self) -> None:
        """
        A version whose only finding was overruled may take effect once it is public.
        """
        project = MemoryProject.with_statement()
        project.publish(request(FIRST))
        project.edit("retention", "90 days", "120 days")
        project.release(request(SECOND))
        archive = project.archive()
        ruling = Ruling(
            verdict=Verdict.EDITORIAL,
            by="A. Editor",
            on=day(SECOND),
            reason="The period was always that long.",
        )
        decided = decide(archive, archive.find(SECOND), [LONGER], ruling, CUSTOMS)
        project.write(decided.changes.files).commit(SECOND)
        one = dated(project, SECOND)

        assert (day(SECOND), {}) == (one.earliest, dict(one.announced))
        assert not one.is_held(day(SECOND))
