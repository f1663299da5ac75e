from __future__ import annotations

from typing import TYPE_CHECKING

from builders import SECTIONS
from builders import Outcome
from proposals import LABEL
from proposals import approve
from proposals import fault
from proposals import in_folder
from proposals import page
from proposals import said
from proposals import status_of

if TYPE_CHECKING:
    from builders import StatementRepo

NOTICE = in_folder(LABEL, "notice/en.md")
SILENT = "# A change\n\nOn April 3, 2026, a new version takes effect.\n"


class TestUnapproved:
    HOLD = fault(
        in_folder(LABEL),
        "notice-unapproved",
        'the notice of version 2026-03-01 in "en" is not approved',
        "Finish it, then `duenotice approve 2026-03-01 --by NAME`.",
    )

    def test_proposed(self, proposed: StatementRepo) -> None:
        """
        A notice that nobody approved blocks the proposed version.
        """
        proposed.finish_notice(LABEL)

        done = proposed.run("check", today=LABEL)

        assert (1, self.HOLD) == (done.status, said(done, "notice-unapproved"))

    def test_recorded(self, proposed: StatementRepo) -> None:
        """
        Merged so, the version is held, and all else is built as it was.
        """
        proposed.finish_notice(LABEL).commit(LABEL)

        done = proposed.run("build", "--no-pdf", today="2026-05-01")

        assert (1, self.HOLD) == (done.status, said(done, "notice-unapproved"))
        assert "90 days" in page(proposed)

    def test_approved_late(self, proposed: StatementRepo) -> None:
        """
        Approved afterwards, the notice is public from then on, and so the lead counts.
        """
        proposed.finish_notice(LABEL).commit(LABEL)
        approve(proposed, "2026-03-20")
        proposed.commit("2026-03-20")
        move = ("reschedule", LABEL, "--reason", "The notice was late.")

        early = proposed.run(*move, "--effective", "2026-04-18", today="2026-03-21")
        proposed.run(*move, "--effective", "2026-04-19", today="2026-03-21")
        proposed.commit("2026-03-21")

        assert 1 == early.status
        assert ["held", "held", "scheduled", "in-force"] == [
            status_of(proposed, LABEL, day)
            for day in ("2026-03-19", "2026-03-20", "2026-03-21", "2026-04-19")
        ]

    def test_moved(self, approved: StatementRepo) -> None:
        """
        Who moves the day is reminded of the notice, which names it.
        """
        approved.commit(LABEL)
        move = ("--effective", "2026-05-01", "--reason", "The vendor is late.")

        done = approved.run("reschedule", LABEL, *move, today="2026-03-05")

        folder = in_folder(LABEL, "notice")
        assert (
            Outcome(
                0,
                "Version 2026-03-01 of website takes effect on 2026-05-01.\n",
                f"Its notice names the day: correct it in {folder}/, then: duenotice "
                "approve 2026-03-01 --by NAME\n"
                "Commit the record: the new date counts once it is on the publishing "
                "branch.\n",
            )
            == done
        )


class TestApprove:
    def test_approved(self, proposed: StatementRepo) -> None:
        """
        A finished notice is approved by name, and fixed in the record.
        """
        proposed.finish_notice(LABEL)

        assert Outcome(
            0,
            "The notice of version 2026-03-01 (en) is approved by B. Counsel.\n",
            "Commit notice and record together.\n",
        ) == approve(proposed)
        assert "by: B. Counsel" in proposed.read(in_folder(LABEL))

    def test_placeholders(self, proposed: StatementRepo) -> None:
        """
        What is still to be written keeps a notice from being approved.
        """
        done = approve(proposed)

        assert 1 == done.status
        assert (
            f'{NOTICE}:4: error notice-placeholder: "{{{{say in one or two sentences '
            'what this is about}}" stands for words that are still to come\n'
            "  hint: Write them, and take the braces out.\n"
        ) in done.err

    def test_silence(self, proposed: StatementRepo) -> None:
        """
        A notice that is silent about a material finding is not approved.
        """
        proposed.write(NOTICE, SILENT)

        done = approve(proposed)

        assert 1 == done.status
        assert (
            f'{NOTICE}: error notice-silent: it says nothing of "We keep loans for 90 '
            'days.", which becomes "We keep loans for 120 days.", in "2. Retention"\n'
            "  hint: Say in plain words what changes there and what that means for "
            "people, or quote it. A finding that is wrong is overruled with `duenotice "
            "decide`.\n"
        ) in done.err

    def test_missing(self, proposed: StatementRepo) -> None:
        """
        A notice that isn't there is not approved.
        """
        proposed.delete(NOTICE)

        done = approve(proposed)

        assert 1 == done.status
        assert (
            f"{NOTICE}: error notice-missing: version 2026-03-01 has no notice in the "
            'language "en"\n'
            "  hint: Write it, or let `release --again` draft it anew.\n"
        ) in done.err

    def test_nameless(self, proposed: StatementRepo) -> None:
        """
        An approval has a name.
        """
        done = proposed.run("approve", LABEL, "--by", "", today=LABEL)

        assert 2 == done.status
        assert "it takes two letters at least" in done.err

    def test_twice(self, approved: StatementRepo) -> None:
        """
        What is approved as it is needs no second approval.
        """
        assert Outcome(
            1,
            "",
            (
                "error: the notice of version 2026-03-01 is approved already\n"
                "hint: Change the notice first, if it should say something else.\n"
            ),
        ) == approve(approved)

    def test_correction(self, in_force: StatementRepo) -> None:
        """
        A correction has no notice to approve.
        """
        in_force.section("retention", f"{SECTIONS['retention'][:-1]}!")
        in_force.run("release", today=LABEL)

        assert Outcome(
            1,
            "",
            (
                "error: version 2026-03-01 needs no notice\n"
                "hint: Corrections, first and adopted versions need no notice.\n"
            ),
        ) == approve(in_force)
