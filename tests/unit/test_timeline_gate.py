"""How what must be met before it shapes the life of a version."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import day
from duenotice.model.label import VersionLabel
from duenotice.model.record import Reach
from duenotice.timeline import DatedVersion
from duenotice.timeline import Hold
from duenotice.timeline import Mailing
from duenotice.timeline import Rescheduling
from duenotice.timeline import Telling
from duenotice.timeline import Timeline

FIRST = VersionLabel.parse("2026-01-10")
SECOND = VersionLabel.parse("2026-03-01")
THIRD = VersionLabel.parse("2026-05-01")


def version(label: VersionLabel, effective: str, **more: object) -> DatedVersion:
    """Make a version that is published on the day of its label."""
    plain = DatedVersion(label=label, published=label.day, effective=day(effective))
    return replace(plain, **more)  # type: ignore[arg-type]


def life(timeline: Timeline, label: VersionLabel, *days: str) -> list[str]:
    """Write the status of a version on some days."""
    return [timeline.status(label, day(on)).value for on in days]


def second(**more: object) -> Timeline:
    """Make a timeline whose second version takes effect on 2026-04-01."""
    return Timeline(
        [version(FIRST, "2026-01-10"), version(SECOND, "2026-04-01", **more)]
    )


def unmet(*, waits: bool = False, met_on: str | None = None) -> Hold:
    """Make something that must be met."""
    since = None if met_on is None else day(met_on)
    return Hold(code="obligation-open", met_on=since, waits=waits)


class TestHolds:
    """Conditions that hold a version from its publication on."""

    def test_never_met(self) -> None:
        """
        A version that isn't cleared is held, and the text before it stays in force.
        """
        timeline = second(holds=(unmet(),))

        assert ["held"] * 3 == life(
            timeline, SECOND, "2026-03-01", "2026-04-01", "2027-01-01"
        )
        assert ["in-force"] == life(timeline, FIRST, "2027-01-01")

    def test_met_in_time(self) -> None:
        """
        A version that is cleared before its day takes effect on its day.
        """
        timeline = second(holds=(unmet(met_on="2026-03-20"),))

        assert ["held", "scheduled", "scheduled", "in-force"] == life(
            timeline, SECOND, "2026-03-19", "2026-03-20", "2026-03-31", "2026-04-01"
        )

    def test_met_late(self) -> None:
        """
        One that is cleared after its day takes effect on the day it is cleared, and not
        before.
        """
        timeline = second(holds=(unmet(met_on="2026-04-09"),))

        assert ["held", "in-force"] == life(
            timeline, SECOND, "2026-04-08", "2026-04-09"
        )
        assert day("2026-04-09") == timeline[SECOND].begins(day("2026-05-01"))
        assert [("2026-01-10", "2026-04-09"), ("2026-04-09", "-")] == [
            (str(one.start), str(one.end or "-"))
            for one in timeline.periods(day("2026-05-01"))
        ]

    def test_all_must_be_met(self) -> None:
        """
        Of several conditions the one that is met last counts.
        """
        timeline = second(
            holds=(unmet(met_on="2026-03-05"), unmet(met_on="2026-04-20"))
        )

        assert ["held", "in-force"] == life(
            timeline, SECOND, "2026-04-19", "2026-04-20"
        )

    def test_a_held_version_can_be_moved_and_withdrawn(self) -> None:
        """
        A version whose day has passed while it was held isn't settled: a new date and a
        withdrawal still count.
        """
        moved = Rescheduling(known_on=day("2026-04-05"), effective=day("2026-06-01"))
        hold = unmet(met_on="2026-04-20")
        timeline = second(holds=(hold,), reschedulings=(moved,))
        gone = second(holds=(hold,), withdrawn_on=day("2026-04-05"))

        assert ["scheduled", "in-force"] == life(
            timeline, SECOND, "2026-05-31", "2026-06-01"
        )
        assert ["held", "withdrawn"] == life(gone, SECOND, "2026-04-04", "2026-05-01")

    def test_open_holds(self) -> None:
        """
        What isn't met yet is known on each day, and what may still wait is among it.
        """
        hold, waiting = unmet(met_on="2026-03-20"), unmet(waits=True)
        one = version(SECOND, "2026-04-01", holds=(hold, waiting))

        assert (hold, waiting) == one.open_holds(day("2026-03-19"))
        assert (waiting,) == one.open_holds(day("2026-03-20"))


class TestWaiting:
    """Conditions that may be met until the effective day."""

    def test_holds_nothing_before(self) -> None:
        """
        The version is scheduled until its day, and held from then on.
        """
        timeline = second(holds=(unmet(waits=True),))

        assert ["scheduled", "held"] == life(
            timeline, SECOND, "2026-03-31", "2026-04-01"
        )
        assert ["in-force"] == life(timeline, FIRST, "2026-04-01")

    @pytest.mark.parametrize("met_on", ["2026-03-10", "2026-04-01"])
    def test_met_until_the_day(self, met_on: str) -> None:
        """
        Met by its day, the version takes effect on its day.
        """
        timeline = second(holds=(unmet(waits=True, met_on=met_on),))

        assert ["scheduled", "in-force"] == life(
            timeline, SECOND, "2026-03-31", "2026-04-01"
        )

    def test_met_later(self) -> None:
        """
        Met later, it takes effect then.
        """
        timeline = second(holds=(unmet(waits=True, met_on="2026-04-03"),))

        assert ["held", "in-force"] == life(
            timeline, SECOND, "2026-04-02", "2026-04-03"
        )


class TestMailing:
    """Messages that must be out so many days before."""

    def told(self, on: str, known_on: str | None = None) -> Mailing:
        """Make a mailing that is due on 2026-03-22 and went out on a day."""
        telling = Telling(known_on=day(known_on or on), on=day(on))
        return Mailing(days=10, tellings=(telling,))

    def test_nobody_told(self) -> None:
        """
        Without word of messages the version is held from the day after they were due.
        """
        timeline = second(mailing=Mailing(days=10))

        assert ["scheduled", "held", "held"] == life(
            timeline, SECOND, "2026-03-22", "2026-03-23", "2026-04-01"
        )

    def test_in_time(self) -> None:
        """
        Messages that went out on the last day are in time.
        """
        timeline = second(mailing=self.told("2026-03-22"))

        assert ["scheduled", "in-force"] == life(
            timeline, SECOND, "2026-03-23", "2026-04-01"
        )

    def test_late(self) -> None:
        """
        Messages that went out later leave too little time, for good.
        """
        timeline = second(mailing=self.told("2026-03-23"))

        assert ["held", "held"] == life(timeline, SECOND, "2026-03-23", "2027-01-01")

    def test_late_and_moved(self) -> None:
        """
        A later date that leaves the time frees it.
        """
        moved = Rescheduling(known_on=day("2026-03-24"), effective=day("2026-04-02"))
        timeline = second(mailing=self.told("2026-03-23"), reschedulings=(moved,))

        assert ["held", "scheduled", "scheduled", "in-force"] == life(
            timeline, SECOND, "2026-03-23", "2026-03-24", "2026-04-01", "2026-04-02"
        )

    def test_in_time_and_known_late(self) -> None:
        """
        Word of messages that went out in time clears the version from when it is known.
        """
        timeline = second(mailing=self.told("2026-03-20", known_on="2026-04-05"))

        assert ["held", "in-force"] == life(
            timeline, SECOND, "2026-04-04", "2026-04-05"
        )

    def test_without_a_lead(self) -> None:
        """
        Where no days are asked for, the messages must be out on the effective day: a
        version that is in force doesn't fall out of force for want of them.
        """
        silent = second(mailing=Mailing(days=0))
        telling = Telling(known_on=day("2026-04-01"), on=day("2026-04-01"))
        sent = second(mailing=Mailing(days=0, tellings=(telling,)))

        assert ["scheduled", "held", "held"] == life(
            silent, SECOND, "2026-03-31", "2026-04-01", "2026-05-01"
        )
        assert ["in-force", "in-force"] == life(
            sent, SECOND, "2026-04-01", "2026-05-01"
        )
        assert [day("2026-04-01")] == list(
            silent[SECOND].too_late_on(day("2026-03-15"))
        )

    @pytest.mark.parametrize(
        ("on", "expected"),
        [("2026-03-22", ["2026-03-23"]), ("2026-03-23", [])],
        ids=["last-day", "too-late"],
    )
    def test_too_late_on(self, on: str, expected: list[str]) -> None:
        """
        While messages are due, the day after the last one is the day that holds it.
        """
        one = second(mailing=Mailing(days=10))[SECOND]

        assert expected == [str(it) for it in one.too_late_on(day(on))]

    def test_too_late_no_more(self) -> None:
        """
        Once they are out, no day is too late.
        """
        one = second(mailing=self.told("2026-03-10"))[SECOND]

        assert [day("2026-03-23")] == list(one.too_late_on(day("2026-03-09")))
        assert () == one.too_late_on(day("2026-03-10"))

    def test_next_change(self) -> None:
        """
        The day on which the messages are too late is one on which a page changes; the
        public hears of the effective day alone.
        """
        timeline = second(mailing=Mailing(days=10))

        assert day("2026-03-23") == timeline.next_change(day("2026-03-22"))
        assert day("2026-04-01") == timeline.next_public_change(day("2026-03-22"))
        assert timeline.next_change(day("2026-03-23")) is None


class TestReach:
    """What people were told about the data that a version reaches."""

    @pytest.mark.parametrize(
        ("told", "now", "expected"),
        [
            (Reach.ALL, Reach.ALL, True),
            (Reach.ALL, Reach.NEW, True),
            (Reach.NEW, Reach.NEW, True),
            (Reach.NEW, Reach.ALL, False),
        ],
    )
    def test_told_as_much(self, told: Reach, now: Reach, *, expected: bool) -> None:
        """
        Who was told that only new data is meant was not told of the rest.
        """
        one = version(SECOND, "2026-04-01", reaches=told)

        assert expected == one.told_as_much(now)


class TestBaseline:
    """The text that a version was assessed against is the one it follows."""

    def test_follows(self) -> None:
        """
        A version that takes the place of the text it was held against is scheduled.
        """
        timeline = second(against=FIRST)

        assert ["scheduled", "in-force"] == life(
            timeline, SECOND, "2026-03-31", "2026-04-01"
        )

    def test_another_text_is_before_it(self) -> None:
        """
        A version that was held against a text which isn't the one before it is held.
        """
        third = version(THIRD, "2026-06-01", against=FIRST)
        timeline = Timeline([*second().versions, third])
        before = timeline.baseline(third, day("2026-05-01"))

        assert ["held"] * 2 == life(timeline, THIRD, "2026-05-01", "2026-06-01")
        assert before is not None
        assert SECOND == before.label

    @pytest.mark.parametrize(
        "more",
        [
            {"withdrawn_on": day("2026-03-20")},
            {"holds": (unmet(),)},
            {"published": None},
        ],
        ids=["withdrawn", "held", "proposed"],
    )
    def test_the_text_before_it_never_came(self, more: dict[str, object]) -> None:
        """
        What follows a version that doesn't take effect would bring its changes too, and
        is held.
        """
        third = version(THIRD, "2026-06-01", against=SECOND)
        timeline = Timeline([*second(**more).versions, third])

        assert ["held"] * 2 == life(timeline, THIRD, "2026-05-01", "2026-06-01")
        assert ["in-force"] == life(timeline, FIRST, "2026-06-01")

    def test_the_text_before_it_comes_later(self) -> None:
        """
        A version that is freed after the one that follows it doesn't let that one pass.
        """
        late = second(holds=(unmet(met_on="2026-07-01"),))
        third = version(THIRD, "2026-06-01", against=SECOND)
        timeline = Timeline([*late.versions, third])

        assert ["held"] * 2 == life(timeline, THIRD, "2026-06-30", "2026-07-01")
        assert ["in-force"] == life(timeline, SECOND, "2026-07-01")

    def test_a_first_version_follows_none(self) -> None:
        """
        A version that was released as the first is held where another is in force
        before it: nobody was told what it changes in that.
        """
        first = Timeline([version(SECOND, "2026-04-01", is_first=True)])
        late = second(is_first=True)

        assert ["in-force"] == life(first, SECOND, "2026-04-01")
        assert ["held"] == life(late, SECOND, "2026-04-01")

    def test_no_text_is_before_it(self) -> None:
        """
        A version that was held against a text which isn't there is held.
        """
        alone = Timeline([version(SECOND, "2026-04-01", against=FIRST)])

        assert ["held"] == life(alone, SECOND, "2026-04-01")
        assert alone.baseline(alone[SECOND], day("2026-04-01")) is None


class TestDamagedBaseline:
    """What happens to a text doesn't reach those that took its place."""

    def timeline(self, *others: DatedVersion, **more: object) -> Timeline:
        """Make a timeline in which the first version's files were damaged."""
        first = version(FIRST, "2026-01-10", is_broken=True, **more)
        return Timeline([first, *others, version(SECOND, "2026-04-01", against=FIRST)])

    def test_stays_in_force(self) -> None:
        """
        A version whose baseline was damaged takes effect all the same.
        """
        assert ["in-force"] == life(self.timeline(), SECOND, "2026-04-01")

    @pytest.mark.parametrize(
        "more",
        [{"holds": (unmet(),)}, {"withdrawn_on": day("2026-01-05")}],
        ids=["held", "withdrawn"],
    )
    def test_what_never_was_in_force(self, more: dict[str, object]) -> None:
        """
        Damage lets nothing through that was held before.
        """
        assert ["held"] == life(self.timeline(**more), SECOND, "2026-04-01")

    def test_another_text_in_between(self) -> None:
        """
        Nor a version between which and the damaged one another is in force.
        """
        between = version(VersionLabel.parse("2026-02-01"), "2026-02-01")

        assert ["held"] == life(self.timeline(between), SECOND, "2026-04-01")
