from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import STATEMENT_YAML
from builders import day
from duenotice.model.label import VersionLabel
from duenotice.model.record import Reach
from duenotice.release.request import Amends
from steps import EXTENDED
from steps import FOLDER
from steps import FURTHER
from steps import MENDED
from steps import MENDED_AGAIN
from steps import draft
from steps import folder
from steps import judge
from steps import message_of
from steps import move
from steps import record
from steps import refusal
from steps import snapshot
from steps import undo

if TYPE_CHECKING:
    from datetime import date

    from builders import StatementRepo
    from duenotice.release.request import Release

FIRST = "2026-01-10"
SECOND = "2026-03-01"
NOTICE = "notice/en.md"
RECORD = f"{FOLDER}/versions/{SECOND}/record.yaml"


def change(repo: StatementRepo, words: str = EXTENDED) -> None:
    """Change a section of the draft so that people have to be told."""
    repo.section("lending", words)


def adopt(repo: StatementRepo, on: date) -> None:
    """Adopt the draft as published and effective on a day."""
    repo.release(SECOND, published=on, effective=on, adopted_by="A. Editor")


def facts(release: Release) -> list[tuple[str, str, str]]:
    """Write label, published and effective day of each version."""
    return [
        (str(one.version), str(one.published), str(one.effective))
        for one in release.records
    ]


class TestDiscard:
    """Undoing a proposed version."""

    def test_leaves_the_tree_as_it_was(self, in_force: StatementRepo) -> None:
        """
        After discarding, every file is what it was before the release, byte for byte.
        """
        change(in_force)
        in_force.section("contacts", "Write to us.")
        before = snapshot(in_force)
        in_force.release(SECOND)

        assert (SECOND,) == undo(in_force)
        assert before == snapshot(in_force)

    def test_of_the_first_version(self, repo: StatementRepo) -> None:
        """
        Sections that were never released have no stamp again.
        """
        before = snapshot(repo)
        repo.release(FIRST)
        undo(repo)

        assert before == snapshot(repo)

    @pytest.mark.parametrize("amends", list(Amends))
    def test_of_a_fix(self, pending: StatementRepo, amends: Amends) -> None:
        """
        A fix is undone as a whole, also where it made two versions.
        """
        change(pending, MENDED)
        before = snapshot(pending)
        release = pending.release("2026-03-10", amends=amends)

        assert tuple(str(one.version) for one in release.records) == undo(pending)
        assert before == snapshot(pending)

    def test_of_an_order(self, in_force: StatementRepo) -> None:
        """
        Settings stay as they were written.
        """
        swapped = STATEMENT_YAML.replace("  - introduction\n", "").replace(
            "  - contacts\n", "  - contacts\n  - introduction\n"
        )
        in_force.statement(f"# Ours.\n{swapped}")
        before = snapshot(in_force)
        in_force.release(SECOND)
        undo(in_force)

        assert before == snapshot(in_force)

    def test_of_a_text_that_came_back(self, pending: StatementRepo) -> None:
        """
        A section that says again what the text in force says gets the stamp back that
        it had from the scheduled version.
        """
        text = pending.read(draft("retention")).replace("120 days", "90 days")
        pending.write(draft("retention"), text)
        before = snapshot(pending)
        pending.release("2026-03-10", amends=Amends.PENDING)

        assert "\nversion: 2026-01-10\n" in pending.read(draft("retention"))

        undo(pending)

        assert before == snapshot(pending)

    def test_keeps_what_was_written_since(self, in_force: StatementRepo) -> None:
        """
        Text that was changed after the release stays; only stamps and folder go.
        """
        change(in_force)
        in_force.release(SECOND)
        change(in_force, "We note the books.")
        undo(in_force)

        assert (
            "---\ntitle: Lending\nversion: 2026-01-10\n---\nWe note the books.\n"
        ) == in_force.read(draft("lending"))

    def test_of_settings_that_cannot_be_read(self, in_force: StatementRepo) -> None:
        """
        A proposal can be undone while the settings are at fault.
        """
        change(in_force)
        in_force.release(SECOND)
        in_force.statement("title: [")

        assert (SECOND,) == undo(in_force)
        assert "\nversion: 2026-01-10\n" in in_force.read(draft("lending"))

    def test_only_the_last_of_several_adopted(self, repo: StatementRepo) -> None:
        """
        Of several versions that were adopted and not committed the last one goes.
        """
        adopt(repo, day("2021-10-15"))
        change(repo)
        before = snapshot(repo)
        adopt(repo, day("2023-01-01"))

        assert ("2023-01-01",) == undo(repo)
        assert before == snapshot(repo)

    def test_nothing_proposed(self, in_force: StatementRepo) -> None:
        """
        A recorded version is not discarded.
        """
        assert (
            "no version is proposed\n"
            "hint: A version can be stamped again or discarded until it stands on the "
            "publishing branch. After that, use `withdraw` or `reschedule`."
        ) == refusal(lambda: undo(in_force))


class TestAgain:
    """Stamping a proposed version with the draft as it is now."""

    def test_takes_the_draft_as_it_is(self, in_force: StatementRepo) -> None:
        """
        The version holds what the draft says now, and nothing of what it said before.
        """
        change(in_force)
        in_force.release(SECOND)
        in_force.section("lending", "We note which books you borrow:\n\n- the title")
        in_force.section("contacts", "Write to us.")
        in_force.release(SECOND, again=True)

        assert [
            "en/contacts.md",
            "en/lending.md",
            "notice/en.md",
            "record.yaml",
        ] == folder(in_force, SECOND)
        assert () == in_force.on_disk().unreleased()

    def test_a_section_put_back_is_out_again(self, in_force: StatementRepo) -> None:
        """
        A section that says again what it said before the proposal has its earlier stamp
        again, and no copy in the version's folder.
        """
        before = in_force.read(draft("lending"))
        change(in_force)
        in_force.section("retention", "We keep loans for 60 days.").release(SECOND)
        in_force.write(draft("lending"), before.replace(FIRST, SECOND))
        in_force.release(SECOND, again=True)

        assert ["en/retention.md", "notice/en.md", "record.yaml"] == folder(
            in_force, SECOND
        )
        assert before == in_force.read(draft("lending"))

    def test_everything_put_back(self, in_force: StatementRepo) -> None:
        """
        Where the draft says again what the version before says, there is nothing to
        stamp.
        """
        before = in_force.read(draft("lending"))
        change(in_force)
        in_force.release(SECOND)
        in_force.write(draft("lending"), before)

        assert "the draft is the same as version 2026-01-10" == message_of(
            lambda: in_force.release(SECOND, again=True)
        )

    def test_nothing_proposed(self, in_force: StatementRepo) -> None:
        """
        A recorded version is not stamped again.
        """
        change(in_force)

        assert "no version is proposed" == message_of(
            lambda: in_force.release(SECOND, again=True)
        )

    def test_keeps_options_and_dates(self, in_force: StatementRepo) -> None:
        """
        What is not given anew stays: the days, the reach and the law's reason.
        """
        change(in_force)
        in_force.release(
            SECOND,
            published=day("2026-03-10"),
            effective=day("2026-05-01"),
            reaches=Reach.NEW,
            required_by_law="Act 12",
        )
        change(in_force, FURTHER)
        release = in_force.release(SECOND, again=True)
        one = release.records[0]

        assert [("2026-03-10", "2026-03-10", "2026-05-01")] == facts(release)
        assert (Reach.NEW, "Act 12") == (one.reaches, one.required_by_law)

    def test_takes_what_is_given_anew(self, in_force: StatementRepo) -> None:
        """
        Options that are given anew count.
        """
        change(in_force)
        in_force.release(SECOND, effective=day("2026-05-01"))
        release = in_force.release(
            SECOND, again=True, effective=day("2026-06-01"), reaches=Reach.NEW
        )

        assert [(SECOND, SECOND, "2026-06-01")] == facts(release)
        assert Reach.NEW is release.records[0].reaches

    def test_on_a_later_day(self, in_force: StatementRepo) -> None:
        """
        A version that is stamped again on a later day is named and published by that
        day, and keeps its effective date as long as the lead fits.
        """
        change(in_force)
        in_force.release(SECOND, effective=day("2026-05-01"))
        release = in_force.release("2026-03-05", again=True)

        assert [("2026-03-05", "2026-03-05", "2026-05-01")] == facts(release)
        assert [] == folder(in_force, SECOND)
        assert "\nversion: 2026-03-05\n" in in_force.read(draft("lending"))

    def test_on_a_day_that_is_too_late_for_the_date(
        self, in_force: StatementRepo
    ) -> None:
        """
        Where the lead no longer fits, the version gets the earliest permitted date with
        the slack.
        """
        change(in_force)
        in_force.release(SECOND)
        release = in_force.release("2026-03-20", again=True)

        assert [("2026-03-20", "2026-03-20", "2026-04-22")] == facts(release)

    def test_refuses_a_date_that_is_asked_for(self, in_force: StatementRepo) -> None:
        """
        A date that is given anew and leaves too little time is refused, and the
        proposal stays as it is.
        """
        change(in_force)
        in_force.release(SECOND)
        before = snapshot(in_force)

        assert (
            "2026-04-03 is too early: the earliest effective date is 2026-04-19 "
            "(the notice policy asks for 30 days)"
        ) == message_of(
            lambda: in_force.release(
                "2026-03-20", again=True, effective=day("2026-04-03")
            )
        )
        assert before == snapshot(in_force)

    def test_on_one_day_the_label_stays(self, in_force: StatementRepo) -> None:
        """
        The second version of a day is the second one again.
        """
        change(in_force)
        in_force.publish(SECOND, required_by_law="Act 12")
        change(in_force, FURTHER)
        in_force.release(SECOND, required_by_law="Act 12")
        change(in_force, MENDED)
        release = in_force.release(SECOND, again=True)

        assert VersionLabel.parse("2026-03-01.2") == release.records[0].version

    def test_of_an_adopted_version(self, repo: StatementRepo) -> None:
        """
        An adopted version keeps its label, its days and who vouches for them.
        """
        repo.release(
            SECOND,
            version=VersionLabel.parse("2021-10-01"),
            published=day("2021-10-15"),
            effective=day("2021-11-01"),
            adopted_by="A. Editor",
        )
        change(repo)
        release = repo.release(SECOND, again=True)

        assert [("2021-10-01", "2021-10-15", "2021-11-01")] == facts(release)
        assert {"by": "A. Editor"} == release.records[0].events[0].details


class TestKept:
    """Decisions, notice and approval, which people made."""

    def test_notice(self, in_force: StatementRepo) -> None:
        """
        The notice that an editor wrote is in the version that is stamped again.
        """
        change(in_force)
        in_force.release(SECOND)
        in_force.write(f"{FOLDER}/versions/{SECOND}/{NOTICE}", "We note more.\n")
        in_force.release("2026-03-05", again=True)

        assert "We note more.\n" == in_force.read(
            f"{FOLDER}/versions/2026-03-05/{NOTICE}"
        )
        assert {} == record(in_force, "2026-03-05").lock.notices

    def test_notice_that_is_gone(self, in_force: StatementRepo) -> None:
        """
        A notice that was deleted is drafted anew.
        """
        change(in_force)
        in_force.release(SECOND)
        drafted = in_force.read(f"{FOLDER}/versions/{SECOND}/{NOTICE}")
        in_force.delete(f"{FOLDER}/versions/{SECOND}/{NOTICE}")
        in_force.release(SECOND, again=True)

        assert drafted == in_force.read(f"{FOLDER}/versions/{SECOND}/{NOTICE}")

    def test_approval(self, in_force: StatementRepo) -> None:
        """
        An approved notice that has the same to tell on the same day stays approved.
        """
        change(in_force)
        in_force.release(SECOND, effective=day("2026-05-01"))
        in_force.clear(SECOND, SECOND)
        before = record(in_force, SECOND)
        release = in_force.release("2026-03-05", again=True)
        after = record(in_force, "2026-03-05")

        assert before.approved is not None
        assert (before.approved, before.lock.notices) == (
            after.approved,
            after.lock.notices,
        )
        assert not release.is_approval_dropped

    @pytest.mark.parametrize(
        ("words", "effective"),
        [(FURTHER, None), (EXTENDED, "2026-06-01")],
        ids=["another-text", "another-day"],
    )
    def test_approval_of_something_else(
        self, in_force: StatementRepo, words: str, effective: str | None
    ) -> None:
        """
        A notice that has something else to tell now has to be approved again.
        """
        change(in_force)
        in_force.release(SECOND)
        in_force.clear(SECOND, SECOND)
        change(in_force, words)
        wanted = None if effective is None else day(effective)
        release = in_force.release(SECOND, again=True, effective=wanted)

        assert release.is_approval_dropped
        assert record(in_force, SECOND).approved is None

    def test_decisions(self, in_force: StatementRepo) -> None:
        """
        A decision that was made on the proposal stays in the record.
        """
        change(in_force)
        in_force.release(SECOND)
        made = judge(in_force, SECOND).record.decisions
        release = in_force.release("2026-03-05", again=True)

        assert 1 == len(made)
        assert made == record(in_force, "2026-03-05").decisions
        assert () == release.dropped

    def test_decisions_about_other_words(self, in_force: StatementRepo) -> None:
        """
        A decision about words that are others now is dropped, and its finding is named.
        """
        kept = "After that we delete them."
        in_force.section("retention", f"We keep loans for 60 days. {kept}")
        in_force.release(SECOND)
        judge(in_force, SECOND)
        in_force.section("retention", f"We keep loans for 30 days. {kept}")
        release = in_force.release(SECOND, again=True)

        assert () == record(in_force, SECOND).decisions
        assert ("amount:retention:retention:1",) == release.dropped

    def test_of_a_fix(self, pending: StatementRepo) -> None:
        """
        What was decided on the corrected scheduled version stays with it when both
        versions are stamped again.
        """
        change(pending, MENDED)
        pending.release("2026-03-10", amends=Amends.IN_FORCE)
        made = judge(pending, "2026-03-10.2").record.decisions
        pending.release("2026-03-10", again=True)

        assert 1 == len(made)
        assert () == record(pending, "2026-03-10").decisions
        assert made == record(pending, "2026-03-10.2").decisions


class TestAgainWhileAmending:
    """Stamping a fix again while another version is scheduled."""

    @pytest.mark.parametrize("amends", list(Amends))
    def test_amends_the_same(self, pending: StatementRepo, amends: Amends) -> None:
        """
        What the proposal amends need not be said again.
        """
        change(pending, MENDED)
        before = facts(pending.release("2026-03-10", amends=amends))
        change(pending, MENDED_AGAIN)

        assert before == facts(pending.release("2026-03-10", again=True))

    def test_amends_something_else(self, pending: StatementRepo) -> None:
        """
        A fix of both texts can be made one of the scheduled text alone.
        """
        change(pending, MENDED)
        pending.release("2026-03-10", amends=Amends.IN_FORCE)
        release = pending.release("2026-03-10", again=True, amends=Amends.PENDING)

        assert [("2026-03-10", "2026-03-10", "2026-04-03")] == facts(release)
        assert [] == folder(pending, "2026-03-10.2")

    def test_follows_the_date_that_was_moved_since(
        self, pending: StatementRepo
    ) -> None:
        """
        Where the scheduled version was moved on another branch in the meantime, a fix
        of both texts follows it.
        """
        plain = pending.read(RECORD)
        move(pending, SECOND, "2026-03-10", "2026-05-01")
        moved = pending.read(RECORD)
        change(pending, MENDED)
        pending.write(RECORD, plain).release("2026-03-10", amends=Amends.IN_FORCE)
        pending.write(RECORD, moved)
        release = pending.release("2026-03-11", again=True)

        assert [
            ("2026-03-11", "2026-03-11", "2026-03-11"),
            ("2026-03-11.2", "2026-03-11", "2026-05-01"),
        ] == facts(release)

    @pytest.mark.parametrize("amends", list(Amends))
    def test_after_the_scheduled_day(
        self, pending: StatementRepo, amends: Amends
    ) -> None:
        """
        Where the scheduled version took effect in the meantime, the fix becomes a
        version of its own that follows it.
        """
        change(pending, MENDED)
        pending.release("2026-03-10", amends=amends)
        release = pending.release("2026-04-10", again=True)

        assert [("2026-04-10", "2026-04-10", "2026-04-10")] == facts(release)
        assert VersionLabel.parse(SECOND) == release.records[0].supersedes

    def test_a_change_that_comes_later(self, pending: StatementRepo) -> None:
        """
        A version that follows the scheduled one goes on following it.
        """
        change(pending)
        pending.release("2026-03-10", effective=day("2026-06-01"))
        release = pending.release("2026-03-11", again=True)

        assert [("2026-03-11", "2026-03-11", "2026-06-01")] == facts(release)
        assert VersionLabel.parse(SECOND) == release.records[0].supersedes
