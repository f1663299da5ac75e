from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from builders import StatementRepo
from direct_messages import EFFECTIVE
from direct_messages import UNDER_GDPR
from direct_messages import merged
from direct_messages import move
from direct_messages import notify
from proposals import LABEL
from proposals import UNDER_COLORADO
from proposals import errors_of
from proposals import in_folder
from proposals import page
from proposals import said
from proposals import status_of
from steps import EXTENDED

if TYPE_CHECKING:
    from pathlib import Path

UNCONFIRMED = UNDER_GDPR.replace(
    "  lead_days: 30", "  lead_days: 30\n  confirm_mailing: no"
)


@pytest.fixture
def direct(tmp_path: Path) -> StatementRepo:
    """A version of which each person must be told by the day it takes effect."""
    return merged(tmp_path / "direct", UNDER_COLORADO)


@pytest.fixture
def advance(tmp_path: Path) -> StatementRepo:
    """A version of which each person must be told 30 days before."""
    return merged(tmp_path / "advance", UNDER_GDPR)


class TestDue:
    def test_warning(self, direct: StatementRepo) -> None:
        """
        While there is time, status and check warn of messages that are not out.
        """
        done = direct.run("check", today="2026-03-05")

        assert 0 == done.status
        assert (
            f"{in_folder(LABEL)}: warning mail-due: messages about version 2026-03-01 "
            "must be out by 2026-04-03, and nothing says that they are\n"
            "  hint: Make them: `duenotice notice 2026-03-01 --recipients FILE -o "
            "DIR`. When they are sent: `duenotice notified 2026-03-01 --run DIR --on "
            "DATE`, or with `--channel email --count N` for --run if they were made "
            "elsewhere."
        ) == said(done, "mail-due")

    def test_status(self, advance: StatementRepo) -> None:
        """
        Status says by when messages must be out.
        """
        text = advance.run("status", today="2026-03-02").out
        data = advance.run("status", "--format", "json", today="2026-03-02").out

        assert (
            "  messages     2026-03-01  must be out by 2026-03-04, in 2 days"
            in text.splitlines()
        )
        newest = json.loads(data)["statements"][0]["versions"][-1]
        assert "2026-03-04" == newest["messages_due_by"]

    def test_sent(self, direct: StatementRepo) -> None:
        """
        With messages out in time the version takes effect on its day.
        """
        notify(direct, "2026-03-20")

        assert ["scheduled", "in-force"] == [
            status_of(direct, LABEL, day) for day in ("2026-04-02", EFFECTIVE)
        ]
        done = direct.run("status", today="2026-03-21")
        assert (
            "  messages     2026-03-01  e-mail 1,250 on 2026-03-20, by word"
        ) in done.out.splitlines()

    def test_sent_on_the_day(self, direct: StatementRepo) -> None:
        """
        The day of the change itself is in time where no days before are asked for.
        """
        notify(direct, EFFECTIVE)

        assert "in-force" == status_of(direct, LABEL, EFFECTIVE)

    def test_posted_alone(self, direct: StatementRepo) -> None:
        """
        A notice on the site is no message to each person.
        """
        notify(direct, "2026-03-20", channel="site")

        done = direct.run("check", today="2026-03-21")

        assert "mail-due" in done.out


class TestUnsent:
    @pytest.mark.parametrize("day", [EFFECTIVE, "2026-04-04", "2026-06-01"])
    def test_held(self, direct: StatementRepo, day: str) -> None:
        """
        From its day on a version is held of which nobody was told: it never is in
        force and then no more.
        """
        done = direct.run("build", "--no-pdf", today=day)

        assert (1, ["mail-due"]) == (done.status, errors_of(done))
        assert "your home address" not in page(direct)
        assert "held" == status_of(direct, LABEL, day)

    def test_held_in_advance(self, advance: StatementRepo) -> None:
        """
        Once the last day for messages is over, the version is held.
        """
        done = advance.run("build", "--no-pdf", today="2026-03-05")

        assert 1 == done.status
        assert (
            f"{in_folder(LABEL)}: error mail-due: messages about version 2026-03-01 "
            "must be out by 2026-03-04, and nothing says that they are\n"
            "  hint: Make them: `duenotice notice 2026-03-01 --recipients FILE -o "
            "DIR`. When they are sent: `duenotice notified 2026-03-01 --run DIR --on "
            "DATE`, or with `--channel email --count N` for --run if they were made "
            "elsewhere. And give it a later date."
        ) == said(done, "mail-due")
        assert "your home address" not in page(advance)

    def test_recorded_later(self, advance: StatementRepo) -> None:
        """
        Word that comes later of messages that were in time frees the version.
        """
        notify(advance, "2026-03-03", today="2026-03-09")

        assert ["held", "scheduled", "in-force"] == [
            status_of(advance, LABEL, day)
            for day in ("2026-03-08", "2026-03-09", EFFECTIVE)
        ]

    def test_need_not_be_confirmed(self, tmp_path: Path) -> None:
        """
        A project may leave it out that messages are confirmed.
        """
        repo = merged(tmp_path / "unconfirmed", UNCONFIRMED)

        assert "in-force" == status_of(repo, LABEL, EFFECTIVE)

    def test_can_not_free_itself(self, tmp_path: Path) -> None:
        """
        A version can't leave out itself what the text in force still asks for.
        """
        repo = StatementRepo.with_statement(tmp_path / "loosened")
        repo.statement(UNDER_GDPR).publish("2026-01-10")
        repo.statement(UNCONFIRMED).section("lending", EXTENDED).publish(LABEL)

        assert "held" == status_of(repo, LABEL, "2026-04-04")


class TestLate:
    def test_held(self, advance: StatementRepo) -> None:
        """
        Messages that went out too late hold the version.
        """
        notify(advance, "2026-03-10")

        done = advance.run("build", "--no-pdf", today=EFFECTIVE)

        assert 1 == done.status
        assert (
            f"{in_folder(LABEL)}: error mail-late: messages about version 2026-03-01 "
            "went out on 2026-03-10, and 2026-03-04 was the last day for a change on "
            "2026-04-03\n"
            "  hint: Move it: `duenotice reschedule 2026-03-01 --effective 2026-04-09 "
            '--reason "…"`.'
        ) == said(done, "mail-late")
        assert "your home address" not in page(advance)

    def test_rescheduled(self, advance: StatementRepo) -> None:
        """
        Given the day that it was told, the version takes effect then.
        """
        notify(advance, "2026-03-10")
        move = ("reschedule", LABEL, "--effective", "2026-04-09", "--reason", "Late.")
        advance.run(*move, today="2026-03-11")
        advance.commit("2026-03-11")

        built = advance.run("build", "--no-pdf", today="2026-04-09")

        assert (0, "") == (built.status, built.err)
        assert "your home address" in page(advance)
        assert "scheduled" == status_of(advance, LABEL, "2026-04-08")


class TestMoved:
    def test_sooner(self, advance: StatementRepo) -> None:
        """
        Who was told of a later day was not told of an earlier one: the messages must go
        out again.
        """
        move(advance, "2026-08-01", "2026-03-02")
        notify(advance, "2026-03-03")

        done = move(advance, "2026-04-02", "2026-03-04")
        moved = move(advance, "2026-04-20", "2026-03-04")

        assert 1 == done.status
        assert "messages must be out that long before" in done.err
        assert 0 == moved.status
        done = advance.run("status", today="2026-03-04")
        assert "2026-03-01  must be out by 2026-03-21, in 17 days" in done.out
        assert "held" == status_of(advance, LABEL, "2026-04-20")

    def test_sooner_on_the_same_day(self, advance: StatementRepo) -> None:
        """
        So it is when it is moved on the day on which they went out.
        """
        move(advance, "2026-08-01", "2026-03-02")
        notify(advance, "2026-03-03")
        move(advance, "2026-04-20", "2026-03-03")

        assert "held" == status_of(advance, LABEL, "2026-04-20")

    def test_told_again(self, advance: StatementRepo) -> None:
        """
        When they are told of the earlier day in time, it takes effect then.
        """
        move(advance, "2026-08-01", "2026-03-02")
        notify(advance, "2026-03-03")
        move(advance, "2026-04-20", "2026-03-04")
        notify(advance, "2026-03-05")

        assert "in-force" == status_of(advance, LABEL, "2026-04-20")

    def test_later(self, advance: StatementRepo) -> None:
        """
        Who was told of an earlier day has been told in time of a later one.
        """
        notify(advance, "2026-03-03")
        move(advance, "2026-04-20", "2026-03-20")

        assert "in-force" == status_of(advance, LABEL, "2026-04-20")


class TestNotified:
    def test_before_publication(self, direct: StatementRepo) -> None:
        """
        Nobody can have been told of a version before it was public.
        """
        done = notify(direct, "2026-02-28", today="2026-03-05")

        assert (
            1,
            (
                "error: on 2026-02-28 version 2026-03-01 was not public: it is since "
                "2026-03-01\n"
                "hint: Give the day on which the messages went out.\n"
            ),
        ) == (done.status, done.err)

    def test_ahead(self, direct: StatementRepo) -> None:
        """
        Messages are recorded once they are out.
        """
        done = notify(direct, "2026-03-06", today="2026-03-05")

        assert (
            1,
            (
                "error: 2026-03-06 is still to come\n"
                "hint: Record them on that day, or later.\n"
            ),
        ) == (done.status, done.err)

    def test_proposed(self, approved: StatementRepo) -> None:
        """
        Nobody is told of a version that is only proposed.
        """
        done = notify(approved, LABEL)

        assert (
            1,
            (
                "error: version 2026-03-01 is not recorded yet\n"
                "hint: Merge it into the publishing branch first.\n"
            ),
        ) == (done.status, done.err)
