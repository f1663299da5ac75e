from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import STATEMENT_YAML
from builders import day
from duenotice.model.label import VersionLabel
from duenotice.release.preview import preview_archive
from duenotice.store.customs import read_customs
from duenotice.store.faulty import FaultyTextError
from duenotice.store.project import Project
from duenotice.store.project import read_statement
from duenotice.timeline import Status
from steps import EXTENDED
from steps import MENDED
from steps import snapshot

if TYPE_CHECKING:
    from builders import StatementRepo
    from duenotice.store.archive import Archive

FIRST = "2026-01-10"
SECOND = "2026-03-01"
TODAY = "2026-03-10"


def preview(repo: StatementRepo, today: str = TODAY) -> Archive:
    """Preview the working tree."""
    project = Project(repo.root)
    try:
        source = project.on_disk()
        return preview_archive(
            read_statement(source, None), source[1], read_customs(None), day(today)
        )
    finally:
        project.close()


def statuses(archive: Archive, on: str = TODAY) -> dict[str, Status]:
    """Give each version's status."""
    timeline = archive.timeline
    return {
        str(one.label): timeline.status(one.label, day(on)) for one in timeline.versions
    }


class TestPreview:
    """What a statement would be if the draft were released and recorded now."""

    def test_nothing_changed(self, pending: StatementRepo) -> None:
        """
        A draft that says what the newest version says makes no further one.
        """
        assert {FIRST: Status.IN_FORCE, SECOND: Status.SCHEDULED} == statuses(
            preview(pending)
        )

    def test_of_a_change(self, in_force: StatementRepo) -> None:
        """
        A changed draft is previewed as scheduled, with the date that it would get.
        """
        in_force.section("lending", EXTENDED)
        archive = preview(in_force)

        assert {FIRST: Status.IN_FORCE, TODAY: Status.SCHEDULED} == statuses(archive)
        assert day("2026-04-12") == archive.find(TODAY).record.effective

    def test_of_a_first_draft(self, repo: StatementRepo) -> None:
        """
        A statement that was never released is previewed as in force.
        """
        assert {TODAY: Status.IN_FORCE} == statuses(preview(repo))

    def test_of_a_proposed_version(self, in_force: StatementRepo) -> None:
        """
        A proposed version is previewed as recorded.
        """
        in_force.section("lending", EXTENDED).release(SECOND)

        assert {FIRST: Status.IN_FORCE, SECOND: Status.SCHEDULED} == statuses(
            preview(in_force, SECOND)
        )

    def test_of_a_proposed_version_that_was_edited(
        self, in_force: StatementRepo
    ) -> None:
        """
        A draft that was changed after its release is previewed as stamped again.
        """
        in_force.section("lending", EXTENDED).release(SECOND)
        in_force.section("lending", "We note all books.")
        archive = preview(in_force)

        assert {FIRST: Status.IN_FORCE, TODAY: Status.SCHEDULED} == statuses(archive)

    def test_while_a_version_is_scheduled(self, pending: StatementRepo) -> None:
        """
        While a version is scheduled the draft is taken to amend it.
        """
        pending.section("lending", MENDED)

        assert {
            FIRST: Status.IN_FORCE,
            SECOND: Status.REPLACED,
            TODAY: Status.SCHEDULED,
        } == statuses(preview(pending))

    def test_while_a_version_waits_to_be_public(self, in_force: StatementRepo) -> None:
        """
        A draft that goes on from a version which isn't public yet is previewed for that
        version's day.
        """
        in_force.section("lending", EXTENDED)
        in_force.release(
            SECOND, version=VersionLabel.parse(SECOND), published=day("2026-03-20")
        )
        in_force.commit(SECOND)
        in_force.section("lending", "We note all books.")

        assert {
            FIRST: Status.IN_FORCE,
            SECOND: Status.REPLACED,
            "2026-03-20": Status.SCHEDULED,
        } == statuses(preview(in_force), "2026-03-20")

    def test_writes_nothing(self, in_force: StatementRepo) -> None:
        """
        A preview leaves every file as it is.
        """
        in_force.section("lending", EXTENDED)
        before = snapshot(in_force)
        preview(in_force)

        assert before == snapshot(in_force)

    def test_of_an_unknown_profile(self, in_force: StatementRepo) -> None:
        """
        A draft under rules that nobody has written can't be previewed as if it were
        under none.
        """
        in_force.statement(STATEMENT_YAML.replace("[caloppa]", "[calopa]"))
        in_force.section("lending", EXTENDED)

        with pytest.raises(FaultyTextError) as caught:
            preview(in_force)

        assert "profile-unknown" in str(caught.value)

    def test_of_a_faulty_draft(self, in_force: StatementRepo) -> None:
        """
        A draft that can't be released can't be previewed as a version.
        """
        in_force.section("lending", "See [](#fines).")

        with pytest.raises(FaultyTextError, match="1 fault stops this:"):
            preview(in_force)
