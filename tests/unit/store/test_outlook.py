from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import day
from duenotice.model.label import VersionLabel
from duenotice.release.request import Amends
from duenotice.store.outlook import look_ahead
from steps import EXTENDED
from steps import MENDED
from steps import take_back

if TYPE_CHECKING:
    from builders import StatementRepo
    from duenotice.store.outlook import Outlook

FIRST = "2026-01-10"
SECOND = "2026-03-01"


def names(outlook: Outlook) -> tuple[str | None, list[str]]:
    """Name the text in force and those to come."""
    in_force = outlook.in_force
    return (
        None if in_force is None else str(in_force.label),
        [str(one.label) for one in outlook.coming],
    )


def ahead(repo: StatementRepo, today: str) -> tuple[str | None, list[str]]:
    """Look ahead from a day."""
    return names(look_ahead(repo.on_disk(), day(today)))


class TestLookAhead:
    """Which text is in force, and which ones are to follow it."""

    @pytest.mark.parametrize(
        ("today", "expected"),
        [
            ("2026-04-02", (FIRST, [SECOND])),
            ("2026-04-03", (SECOND, [])),
            ("2026-01-09", (None, [FIRST, SECOND])),
        ],
    )
    def test_on_a_day(
        self,
        pending: StatementRepo,
        today: str,
        expected: tuple[str | None, list[str]],
    ) -> None:
        """
        What begins after the day is to come, in the order in which it begins.
        """
        assert expected == ahead(pending, today)

    def test_what_is_not_public_yet(self, in_force: StatementRepo) -> None:
        """
        Who works on the text sees what is recorded for a later day of publication.
        """
        in_force.section("retention", "We keep loans for 60 days.")
        in_force.publish(
            SECOND, version=VersionLabel.parse(SECOND), published=day("2026-03-20")
        )

        assert (FIRST, [SECOND]) == ahead(in_force, "2026-03-02")

    def test_not_what_is_proposed(self, in_force: StatementRepo) -> None:
        """
        A version that is not recorded is not to come.
        """
        in_force.section("retention", "We keep loans for 60 days.").release(SECOND)

        assert (FIRST, []) == ahead(in_force, "2026-03-02")

    def test_not_what_is_withdrawn_or_replaced(self, pending: StatementRepo) -> None:
        """
        What was withdrawn, and what another version took the place of, is not to come.
        """
        pending.section("lending", MENDED)
        pending.publish("2026-03-10", amends=Amends.PENDING)

        assert (FIRST, ["2026-03-10"]) == ahead(pending, "2026-03-10")

        take_back(pending, "2026-03-10", "2026-03-11")

        assert (FIRST, []) == ahead(pending, "2026-03-11")


class TestBefore:
    """Which text a version follows."""

    def test_of_those_to_come(self, pending: StatementRepo) -> None:
        """
        A version follows the one that is to come before it, or else the text in force.
        """
        pending.section("lending", EXTENDED)
        pending.publish("2026-03-05", effective=day("2026-05-01"))
        outlook = look_ahead(pending.on_disk(), day("2026-03-10"))
        found = [outlook.before(one.label) for one in outlook.coming]

        assert [FIRST, SECOND] == [str(one.label) for one in found if one is not None]

    def test_nothing(self, pending: StatementRepo) -> None:
        """
        The first version follows none.
        """
        outlook = look_ahead(pending.on_disk(), day("2026-03-10"))

        assert outlook.before(VersionLabel.parse(FIRST)) is None
