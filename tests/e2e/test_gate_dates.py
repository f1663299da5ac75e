from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from builders import STATEMENT_YAML
from proposals import LABEL
from proposals import LONGER
from proposals import errors_of
from proposals import fault
from proposals import forge
from proposals import in_folder
from proposals import page
from proposals import said
from proposals import status_of

if TYPE_CHECKING:
    from builders import StatementRepo

RECORD = in_folder(LABEL)
EARLY = [
    pytest.param(
        "2026-03-20",
        "effective-too-early",
        "version 2026-03-01 is public from 2026-03-01 on and may take effect from "
        "2026-03-31, and its date is 2026-03-20",
        id="less than the lead",
    ),
    pytest.param(
        "2026-02-20",
        "effective-before-published",
        "version 2026-03-01 would take effect on 2026-02-20, before it is public on "
        "2026-03-01",
        id="before it is public",
    ),
]


class TestRelease:
    @pytest.mark.parametrize("effective", ["2026-03-30", "2026-02-20"])
    def test_early(self, in_force: StatementRepo, effective: str) -> None:
        """
        An effective day before the earliest is refused, with who asks for the lead.
        """
        in_force.section("retention", LONGER)

        done = in_force.run("release", "--effective", effective, today=LABEL)

        assert (
            1,
            (
                f"error: {effective} is too early: the earliest effective date is "
                "2026-03-31 (the notice policy asks for 30 days)\n"
                "hint: Use --effective 2026-03-31 or later. If a law leaves no time, "
                "give the reason with `release --required-by-law`: it waives the lead "
                "time, never the notice.\n"
            ),
        ) == (done.status, done.err)

    def test_earliest(self, in_force: StatementRepo) -> None:
        """
        The earliest day itself is accepted.
        """
        in_force.section("retention", LONGER)

        done = in_force.run("release", "--effective", "2026-03-31", today=LABEL)

        assert 0 == done.status

    def test_can_not_free_itself(self, in_force: StatementRepo) -> None:
        """
        A version that makes the notice period shorter keeps to the longer one itself.
        """
        shorter = STATEMENT_YAML.replace("lead_days: 30", "lead_days: 5")
        in_force.statement(shorter).section("retention", LONGER)

        early = in_force.run("release", "--effective", "2026-03-30", today=LABEL)
        done = in_force.run("release", "--effective", "2026-03-31", today=LABEL)

        assert [1, 0] == [early.status, done.status]

    def test_own_promise(self, in_force: StatementRepo) -> None:
        """
        The text's own promise sets the lead where it is the longest.
        """
        promise = "We post a notice here at least 60 days before a change takes effect."
        in_force.section("introduction", promise)
        in_force.publish("2026-01-20")
        in_force.section("retention", LONGER)

        done = in_force.run("release", "--effective", "2026-04-29", today=LABEL)

        assert (
            "error: 2026-04-29 is too early: the earliest effective date is 2026-04-30 "
            "(the statement's own promise asks for 60 days)" == done.err.splitlines()[0]
        )


class TestTooEarly:
    @pytest.mark.parametrize(("effective", "code", "message"), EARLY)
    def test_proposed(
        self, approved: StatementRepo, effective: str, code: str, message: str
    ) -> None:
        """
        A record whose day is too early blocks the proposed version.
        """
        day = dt.date.fromisoformat(effective)
        forge(approved, LABEL, lambda record: replace(record, effective=day))

        done = approved.run("check", today=LABEL)

        hint = "Give it new dates: `duenotice release --again --effective 2026-03-31`."
        assert (1, fault(RECORD, code, message, hint)) == (
            done.status,
            said(done, code),
        )

    @pytest.mark.parametrize(("effective", "code", "message"), EARLY)
    def test_recorded(
        self, approved: StatementRepo, effective: str, code: str, message: str
    ) -> None:
        """
        Recorded so, the version is held, and all else is built as it was.
        """
        day = dt.date.fromisoformat(effective)
        forge(approved, LABEL, lambda record: replace(record, effective=day))
        approved.commit(LABEL)

        done = approved.run("build", "--no-pdf", today="2026-03-25")

        hint = (
            "Move it: `duenotice reschedule 2026-03-01 --effective 2026-03-31 --reason "
            '"…"`.'
        )
        assert (1, fault(RECORD, code, message, hint)) == (
            done.status,
            said(done, code),
        )
        assert "90 days" in page(approved)


class TestLate:
    SAID = (
        "version 2026-03-01 is public from 2026-03-20 on and may take effect from "
        "2026-04-19, and its date is 2026-04-03"
    )

    def test_proposed(self, approved: StatementRepo) -> None:
        """
        A proposal that waited so long that the lead no longer fits is blocked.
        """
        done = approved.run("check", today="2026-03-20")

        assert 1 == done.status
        assert fault(
            RECORD,
            "proposal-late",
            self.SAID,
            "Give it new dates: `duenotice release --again --effective 2026-04-19`.",
        ) == said(done, "proposal-late")

    def test_within_the_slack(self, approved: StatementRepo) -> None:
        """
        The merge slack is time in which a proposal may wait.
        """
        done = approved.run("check", "--strict", today="2026-03-04")

        assert 0 == done.status

    def test_released_again(self, approved: StatementRepo) -> None:
        """
        Released again for the day it was told, with a notice that says so, it passes.
        """
        again = ("release", "--again", "--effective", "2026-04-19")
        approved.run(*again, today="2026-03-20")
        path = in_folder("2026-03-20", "notice/en.md")
        notice = approved.read(path).replace("April 2,", "April 18,")
        approved.write(path, notice.replace("April 3,", "April 19,"))
        approved.run("approve", "2026-03-20", "--by", "B. Counsel", today="2026-03-20")

        done = approved.run("check", "--strict", today="2026-03-20")

        assert (0, []) == (done.status, errors_of(done))

    def test_recorded(self, approved: StatementRepo) -> None:
        """
        Merged too late, the version is held, and all else is built as it was.
        """
        approved.commit("2026-03-20")

        done = approved.run("build", "--no-pdf", today="2026-04-10")

        assert 1 == done.status
        assert fault(
            RECORD,
            "published-late",
            self.SAID,
            "Move it: `duenotice reschedule 2026-03-01 --effective 2026-04-19 --reason "
            '"…"`.',
        ) == said(done, "published-late")
        assert "90 days" in page(approved)

    def test_rescheduled(self, approved: StatementRepo) -> None:
        """
        Given the day that it was told, the version is scheduled for it.
        """
        approved.commit("2026-03-20")
        move = ("reschedule", LABEL, "--effective", "2026-04-19", "--reason", "Late.")
        approved.run(*move, today="2026-03-25")
        approved.commit("2026-03-25")

        assert ["held", "scheduled", "in-force"] == [
            status_of(approved, LABEL, day)
            for day in ("2026-03-24", "2026-03-25", "2026-04-19")
        ]


class TestRequiredByLaw:
    def test_lead_is_waived(self, in_force: StatementRepo) -> None:
        """
        A law that leaves no time waives the lead time, and says so.
        """
        in_force.section("retention", LONGER)
        law = ("--required-by-law", "Order of the state court of February 27.")

        done = in_force.run("release", "--effective", LABEL, *law, today=LABEL)

        assert 0 == done.status
        assert (
            "  effective  2026-03-01, today (required by law; the notice is still due)"
            in done.out.splitlines()
        )

    def test_notice_is_not(self, in_force: StatementRepo) -> None:
        """
        The notice is due all the same: without it the version is held.
        """
        in_force.section("retention", LONGER)
        law = ("--required-by-law", "Order of the state court of February 27.")
        in_force.run("release", "--effective", LABEL, *law, today=LABEL)
        in_force.commit(LABEL)

        done = in_force.run("build", "--no-pdf", today=LABEL)

        assert 1 == done.status
        assert "notice-unapproved" in errors_of(done)
        assert "90 days" in page(in_force)

    def test_in_force_at_once(self, in_force: StatementRepo) -> None:
        """
        With its notice approved, the version is in force on the day of its merge.
        """
        in_force.section("retention", LONGER)
        law = ("--required-by-law", "Order of the state court of February 27.")
        in_force.run("release", "--effective", LABEL, *law, today=LABEL)
        in_force.clear(LABEL, LABEL).commit(LABEL)

        done = in_force.run("build", "--no-pdf", today=LABEL)

        assert (0, "") == (done.status, done.err)
        assert "120 days" in page(in_force)
        assert "Order of the state court" in in_force.read(RECORD)
