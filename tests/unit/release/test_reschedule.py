from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import STATEMENT_YAML
from builders import day
from duenotice.model.label import VersionLabel
from duenotice.model.record import EventKind
from duenotice.parse.record_file import record_faults
from duenotice.release.request import Amends
from duenotice.timeline import Status
from steps import EXTENDED
from steps import MENDED
from steps import message_of
from steps import move
from steps import record
from steps import refusal
from steps import take_back

if TYPE_CHECKING:
    from builders import StatementRepo

FIRST = "2026-01-10"
SECOND = "2026-03-01"
THIRD = "2026-03-05"
FIX = "2026-03-10"


def status(repo: StatementRepo, label: str, on: str) -> Status:
    """Ask what a version is, by what HEAD holds."""
    return repo.archive().timeline.status(VersionLabel.parse(label), day(on))


@pytest.fixture
def roomy(in_force: StatementRepo) -> StatementRepo:
    """Version 2026-03-01 is scheduled for 2026-05-01, with more time than needed."""
    in_force.section("retention", "We keep loans for 60 days.")
    in_force.publish(SECOND, effective=day("2026-05-01"))
    return in_force


@pytest.fixture
def late(in_force: StatementRepo) -> StatementRepo:
    """Version 2026-03-01 was to take effect on 2026-04-03 and came on 2026-03-20."""
    in_force.section("retention", "We keep loans for 60 days.").release(SECOND)
    in_force.clear(SECOND, SECOND).commit("2026-03-20")
    return in_force


class TestReschedule:
    """Moving the effective date of a version that is not yet in force."""

    def test_is_an_event_of_its_record(self, roomy: StatementRepo) -> None:
        """
        The new date is chained to the record with its day and reason, and the record's
        digest stays what it was.
        """
        digest = record(roomy, SECOND).digest

        assert (SECOND,) == move(roomy, SECOND, THIRD, "2026-06-01")

        one = record(roomy, SECOND)
        event = one.events[-1]

        assert (day(THIRD), EventKind.RESCHEDULED) == (event.on, event.kind)
        assert {"effective": "2026-06-01", "reason": "The vendor is late"} == (
            event.details
        )
        assert ((), digest) == (record_faults(one), one.digest)

    def test_later(self, roomy: StatementRepo) -> None:
        """
        A version that is moved to a later day takes effect on that day.
        """
        move(roomy, SECOND, "2026-04-30", "2028-01-01")
        roomy.commit("2026-04-30")

        assert Status.SCHEDULED is status(roomy, SECOND, "2027-12-31")
        assert Status.IN_FORCE is status(roomy, SECOND, "2028-01-01")

    def test_earlier(self, roomy: StatementRepo) -> None:
        """
        A version that is moved to an earlier day, which leaves the lead, takes effect
        on that day.
        """
        move(roomy, SECOND, THIRD, "2026-03-31")
        roomy.commit(THIRD)

        assert Status.SCHEDULED is status(roomy, SECOND, "2026-03-30")
        assert Status.IN_FORCE is status(roomy, SECOND, "2026-03-31")

    def test_several_times(self, roomy: StatementRepo) -> None:
        """
        Each new date is chained to the one before, and the last one counts.
        """
        move(roomy, SECOND, THIRD, "2026-06-01")
        move(roomy, SECOND, "2026-03-06", "2026-05-15")
        roomy.commit("2026-03-06")

        assert () == record_faults(record(roomy, SECOND))
        assert Status.IN_FORCE is status(roomy, SECOND, "2026-05-15")

    def test_comes_too_late_on_the_effective_day(self, roomy: StatementRepo) -> None:
        """
        A new date that reaches the publishing branch only when the version is in force
        changes nothing.
        """
        move(roomy, SECOND, "2026-04-30", "2026-06-01")
        roomy.commit("2026-05-01")

        assert Status.IN_FORCE is status(roomy, SECOND, "2026-05-01")

    def test_frees_a_held_version(self, late: StatementRepo) -> None:
        """
        A version that was published too late is scheduled again with a date that leaves
        the lead.
        """
        assert Status.HELD is status(late, SECOND, "2026-03-20")

        move(late, SECOND, "2026-03-21", "2026-04-19")
        late.commit("2026-03-21")

        assert Status.SCHEDULED is status(late, SECOND, "2026-03-21")
        assert Status.IN_FORCE is status(late, SECOND, "2026-04-19")

    def test_takes_those_along_whose_place_it_had_taken(
        self, pending: StatementRepo
    ) -> None:
        """
        A version that it had replaced is moved with it; otherwise that one would take
        effect on the old day.
        """
        pending.section("lending", MENDED)
        pending.publish(FIX, amends=Amends.PENDING)

        assert (FIX, SECOND) == move(pending, FIX, "2026-03-12", "2026-05-01")

        pending.commit("2026-03-12")

        assert Status.IN_FORCE is status(pending, FIRST, "2026-04-30")
        assert Status.REPLACED is status(pending, SECOND, "2026-05-01")
        assert Status.IN_FORCE is status(pending, FIX, "2026-05-01")

    def test_a_late_fix_of_the_text_in_force(self, pending: StatementRepo) -> None:
        """
        A fix that was recorded a day late can take effect as soon as it is moved.
        """
        pending.section("lending", MENDED)
        pending.release(FIX, amends=Amends.IN_FORCE)
        pending.commit("2026-03-11")
        move(pending, FIX, "2026-03-12", "2026-03-12")
        pending.commit("2026-03-12")

        assert Status.HELD is status(pending, FIX, "2026-03-11")
        assert Status.IN_FORCE is status(pending, FIX, "2026-03-12")


class TestTooEarly:
    """Dates that leave too little time."""

    def test_earlier_than_the_lead(self, roomy: StatementRepo) -> None:
        """
        A date is brought forward only as far as the lead since the publication fits.
        """
        assert (
            "2026-03-30 is too early: the earliest effective date is 2026-03-31 "
            "(people must have that much notice)\n"
            "hint: Use --effective 2026-03-31 or later. If a law leaves no time, give "
            "the reason with `release --required-by-law`: it waives the lead time, "
            "never the notice."
        ) == refusal(lambda: move(roomy, SECOND, THIRD, "2026-03-30"))

    def test_the_stricter_policy_counts(self, in_force: StatementRepo) -> None:
        """
        A version that shortens the notice can't be brought forward by its own shorter
        notice.
        """
        in_force.statement(STATEMENT_YAML.replace("lead_days: 30", "lead_days: 5"))
        in_force.section("retention", "We keep loans for 60 days.").publish(SECOND)

        assert (
            "2026-03-20 is too early: the earliest effective date is 2026-03-31 "
            "(people must have that much notice)"
        ) == message_of(lambda: move(in_force, SECOND, THIRD, "2026-03-20"))

    def test_in_the_past(self, roomy: StatementRepo) -> None:
        """
        No version is moved to a day that has passed.
        """
        assert (
            "2026-04-10 is too early: the earliest effective date is 2026-04-20 (today)"
        ) == message_of(lambda: move(roomy, SECOND, "2026-04-20", "2026-04-10"))

    def test_a_held_version_in_the_past(self, late: StatementRepo) -> None:
        """
        A version that was published too late is not moved to a day that has passed
        since, though it leaves the lead.
        """
        assert (
            "2026-04-20 is too early: the earliest effective date is 2026-05-01 (today)"
        ) == message_of(lambda: move(late, SECOND, "2026-05-01", "2026-04-20"))

    def test_a_held_version(self, late: StatementRepo) -> None:
        """
        A version that was published too late is moved to a day that leaves the lead
        since then.
        """
        assert (
            "2026-04-18 is too early: the earliest effective date is 2026-04-19 "
            "(people must have that much notice)"
        ) == message_of(lambda: move(late, SECOND, "2026-03-21", "2026-04-18"))

    def test_a_late_fix(self, pending: StatementRepo) -> None:
        """
        A fix of the text in force, which had no lead, takes effect from its publication
        on.
        """
        pending.section("lending", MENDED)
        pending.release(FIX, amends=Amends.IN_FORCE)
        pending.commit("2026-03-15")

        assert (
            "2026-03-14 is too early: the earliest effective date is 2026-03-15 "
            "(people must have that much notice)"
        ) == message_of(lambda: move(pending, FIX, "2026-03-12", "2026-03-14"))

    def test_a_fix_of_what_is_scheduled(self, pending: StatementRepo) -> None:
        """
        A fix that keeps the announced day is brought forward as far as the version
        whose place it took could have been.
        """
        pending.section("lending", MENDED)
        pending.publish(FIX, amends=Amends.PENDING)

        assert (
            "2026-03-30 is too early: the earliest effective date is 2026-03-31 "
            "(people must have that much notice)"
        ) == message_of(lambda: move(pending, FIX, "2026-03-12", "2026-03-30"))

    def test_required_by_law(self, in_force: StatementRepo) -> None:
        """
        What a law requires can be brought forward to today.
        """
        in_force.section("retention", "We keep loans for 60 days.")
        in_force.publish(SECOND, effective=day("2026-05-01"), required_by_law="Act 12")
        move(in_force, SECOND, THIRD, THIRD)
        in_force.commit(THIRD)

        assert Status.IN_FORCE is status(in_force, SECOND, THIRD)


class TestOrder:
    """Versions take effect in the order of their labels."""

    @pytest.fixture
    def two(self, pending: StatementRepo) -> StatementRepo:
        """Two versions are scheduled, for 2026-04-03 and 2026-05-01."""
        pending.section("lending", EXTENDED)
        pending.publish(THIRD, effective=day("2026-05-01"))
        return pending

    def test_not_past_a_later_version(self, two: StatementRepo) -> None:
        """
        A version is not moved past one with a higher label.
        """
        assert (
            "on 2026-05-02 version 2026-03-01 would pass version 2026-03-05, which "
            "takes effect on 2026-05-01\n"
            "hint: Reschedule that one first, or give a day that keeps the order."
        ) == refusal(lambda: move(two, SECOND, THIRD, "2026-05-02"))

    def test_not_before_an_earlier_version(self, two: StatementRepo) -> None:
        """
        A version is not moved before one with a lower label.
        """
        move(two, SECOND, "2026-03-06", "2026-04-20")

        assert (
            "on 2026-04-19 version 2026-03-05 would pass version 2026-03-01, which "
            "takes effect on 2026-04-20"
        ) == message_of(lambda: move(two, THIRD, "2026-03-06", "2026-04-19"))

    def test_past_a_withdrawn_version(self, two: StatementRepo) -> None:
        """
        A version that was withdrawn is in nobody's way.
        """
        take_back(two, THIRD, "2026-03-06")

        assert (SECOND,) == move(two, SECOND, "2026-03-06", "2026-06-01")

    def test_not_after_a_later_version_is_in_force(self, late: StatementRepo) -> None:
        """
        A held version that a later one has overtaken can't take effect any more.
        """
        late.section("lending", EXTENDED).publish("2026-03-25")
        later = record(late, "2026-03-25")

        assert (
            "version 2026-03-01 was replaced by version 2026-03-25\n"
            "hint: Name version 2026-03-25 instead."
        ) == refusal(lambda: move(late, SECOND, str(later.effective), "2027-01-01"))


class TestRefusals:
    """What can't be moved."""

    def test_same_date(self, roomy: StatementRepo) -> None:
        """
        A rescheduling changes the date.
        """
        assert (
            "version 2026-03-01 takes effect on 2026-05-01 already\n"
            "hint: Give another day."
        ) == refusal(lambda: move(roomy, SECOND, THIRD, "2026-05-01"))

    @pytest.mark.parametrize(
        ("label", "today", "why"),
        [
            (FIRST, "2026-03-05", "is in force"),
            (FIRST, "2026-05-01", "has been in force"),
            (SECOND, "2026-05-01", "is in force"),
        ],
        ids=["in-force", "superseded", "on-the-day"],
    )
    def test_settled(
        self, roomy: StatementRepo, label: str, today: str, why: str
    ) -> None:
        """
        A version that is or has been in force is not rescheduled.
        """
        assert (
            f"version {label} {why} and can't be rescheduled\n"
            "hint: What has been stays as it was: release a new version instead."
        ) == refusal(lambda: move(roomy, label, today, "2027-01-01"))

    def test_withdrawn(self, roomy: StatementRepo) -> None:
        """
        A withdrawn version is not brought back by another date.
        """
        take_back(roomy, SECOND, THIRD)

        assert "version 2026-03-01 was withdrawn already and can't be rescheduled" == (
            message_of(lambda: move(roomy, SECOND, THIRD, "2027-01-01"))
        )

    def test_proposed(self, in_force: StatementRepo) -> None:
        """
        A version that is not recorded is stamped again with another date.
        """
        in_force.section("lending", EXTENDED).release(SECOND)

        assert "version 2026-03-01 is not recorded yet" == message_of(
            lambda: move(in_force, SECOND, THIRD, "2027-01-01")
        )

    def test_while_another_is_proposed(self, roomy: StatementRepo) -> None:
        """
        While a version is proposed that keeps the date of the scheduled one, that date
        stays.
        """
        roomy.section("lending", MENDED)
        roomy.release(FIX, amends=Amends.IN_FORCE)

        assert "version 2026-03-10 is proposed and not recorded yet" == message_of(
            lambda: move(roomy, SECOND, FIX, "2026-06-01")
        )

    def test_too_far(self, roomy: StatementRepo) -> None:
        """
        A day more than ten years ahead is a slip of the finger.
        """
        assert (
            "9999-12-31 is too far away: the last day that is taken is 2036-03-12\n"
            "hint: Look at the year: dates lie within the next ten years."
        ) == refusal(lambda: move(roomy, SECOND, THIRD, "9999-12-31"))
