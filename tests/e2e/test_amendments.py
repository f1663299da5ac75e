from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from proposals import LONGER
from proposals import errors_of
from proposals import fault
from proposals import in_folder
from proposals import page
from proposals import said
from proposals import status_of
from steps import EXTENDED
from steps import MENDED

if TYPE_CHECKING:
    from builders import StatementRepo

PENDING = "2026-03-01"
FIX = "2026-03-10"
EFFECTIVE = "2026-04-03"


@pytest.fixture
def pending(approved: StatementRepo) -> StatementRepo:
    """A project whose version 2026-03-01 is scheduled for 2026-04-03."""
    approved.commit(PENDING)
    return approved


class TestPending:
    def test_typo(self, pending: StatementRepo) -> None:
        """
        A correction keeps the announced day and the approval of the notice.
        """
        pending.section("lending", MENDED)

        done = pending.run("release", "--amends", "pending", today=FIX)
        check = pending.run("check", "--strict", today=FIX)

        assert (
            "  effective  2026-04-03, in 24 days (the date announced by 2026-03-01 is "
            "kept)" in done.out.splitlines()
        )
        assert (0, []) == (check.status, errors_of(check))
        assert (
            "  MATERIAL  retention (worse for people)  – announced since 2026-03-01"
            in check.out.splitlines()
        )

    def test_takes_effect(self, pending: StatementRepo) -> None:
        """
        Merged, it takes the place of the scheduled one on the announced day.
        """
        pending.section("lending", MENDED)
        pending.run("release", "--amends", "pending", today=FIX)
        pending.commit(FIX)

        done = pending.run("build", "--no-pdf", today=EFFECTIVE)

        assert (0, "") == (done.status, done.err)
        assert ["replaced", "in-force"] == [
            status_of(pending, label, EFFECTIVE) for label in (PENDING, FIX)
        ]

    def test_a_second_typo(self, pending: StatementRepo) -> None:
        """
        So does a second correction, near the day: the announcement stands.
        """
        pending.section("lending", MENDED)
        pending.run("release", "--amends", "pending", today=FIX)
        pending.commit(FIX)
        pending.section(
            "introduction",
            "Fernhill Library keeps your data safe.  See [](#retention).",
        )
        pending.section("lending", MENDED.replace("the title", "the title,"))

        done = pending.run("release", "--amends", "pending", today="2026-04-01")
        pending.commit("2026-04-01")

        assert 0 == done.status
        assert "in-force" == status_of(pending, "2026-04-01", EFFECTIVE)

    def test_material(self, pending: StatementRepo) -> None:
        """
        A fix that changes something of which nobody was told is refused.
        """
        pending.section("lending", EXTENDED)

        done = pending.run("release", "--amends", "pending", today=FIX)

        assert (
            1,
            (
                "error: with this fix the earliest effective date is "
                "2026-04-09 (the notice "
                "policy asks for 30 days), and version 2026-03-01 takes effect on "
                "2026-04-03\n"
                "hint: Move the date first with `reschedule 2026-03-01 --effective "
                "2026-04-09`, or release the fix as a version of its own, with an "
                "--effective date after it.\n"
            ),
        ) == (done.status, done.err)

    def test_other_words(self, pending: StatementRepo) -> None:
        """
        Another period than the announced one is no correction of it.
        """
        pending.section("retention", LONGER.replace("120", "365"))

        done = pending.run("release", "--amends", "pending", today=FIX)

        assert 1 == done.status
        assert "the earliest effective date is 2026-04-09" in done.err


class TestInForce:
    def test_typo(self, pending: StatementRepo) -> None:
        """
        A correction of the text in force too is in force today; the day stays.
        """
        pending.section("lending", MENDED)
        pending.run("release", "--amends", "in-force", today=FIX)
        pending.commit(FIX)

        built = pending.run("build", "--no-pdf", today=FIX)

        assert (0, "") == (built.status, built.err)
        assert ["in-force", "scheduled"] == [
            status_of(pending, label, FIX) for label in (FIX, f"{FIX}.2")
        ]
        assert "90 days" in page(pending)
        assert "in-force" == status_of(pending, f"{FIX}.2", EFFECTIVE)

    def test_material(self, pending: StatementRepo) -> None:
        """
        A material fix of the text in force would change it without notice: refused.
        """
        pending.section("lending", EXTENDED)

        done = pending.run("release", "--amends", "in-force", today=FIX)

        assert (
            1,
            (
                "error: the fix changes in version 2026-01-10, which is in force, what "
                "people must be told of before:\n"
                "  listed:data-collected:lending:1\n"
                "hint: Release it as a version of its own, with its own notice; or use "
                "`--amends pending` where it belongs to the scheduled text alone.\n"
            ),
        ) == (done.status, done.err)


class TestOtherBaseline:
    def test_held(self, pending: StatementRepo) -> None:
        """
        A version whose baseline is withdrawn would bring changes unannounced: it is
        held, and all else is built as it was.
        """
        pending.section("lending", EXTENDED)
        pending.run("release", "--effective", "2026-05-01", today=FIX)
        pending.clear(FIX, FIX).commit(FIX)
        pending.run("withdraw", PENDING, "--reason", "Not needed.", today="2026-03-15")
        pending.commit("2026-03-15")

        done = pending.run("build", "--no-pdf", today="2026-05-05")

        assert 1 == done.status
        assert fault(
            in_folder(FIX),
            "baseline-other",
            "version 2026-03-10 was assessed against version 2026-03-01, and version "
            "2026-01-10 is in force on the day before it",
            "It would bring changes that nobody was told of. Release the text anew, as "
            "a new version.",
        ) == said(done, "baseline-other")
        assert "your home address" not in page(pending)
        assert "90 days" in page(pending)

    def test_proposed(self, pending: StatementRepo) -> None:
        """
        So is one that is only proposed when its baseline goes.
        """
        pending.git("switch", "--quiet", "-c", "change")
        pending.section("lending", EXTENDED)
        pending.run("release", "--effective", "2026-05-01", today=FIX)
        pending.clear(FIX, FIX).commit(FIX)
        pending.git("switch", "--quiet", "main")
        pending.run("withdraw", PENDING, "--reason", "Not needed.", today="2026-03-15")
        pending.commit("2026-03-15")
        pending.git("switch", "--quiet", "change")
        pending.git("merge", "--quiet", "--no-edit", "main")

        done = pending.run("check", today="2026-03-16")

        assert 1 == done.status
        assert (
            "  hint: It would bring changes that nobody was told of. Release the text "
            "anew, with `release --again`."
        ) == said(done, "baseline-other").splitlines()[1]
