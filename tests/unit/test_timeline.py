from __future__ import annotations

from dataclasses import replace
from datetime import date
from datetime import timedelta

import pytest

from builders import day
from duenotice.model.label import VersionLabel
from duenotice.timeline import DatedVersion
from duenotice.timeline import Hold
from duenotice.timeline import Period
from duenotice.timeline import Rescheduling
from duenotice.timeline import Spell
from duenotice.timeline import Status
from duenotice.timeline import Timeline
from duenotice.timeline import earliest_effective


def label(text: str) -> VersionLabel:
    """Read a label."""
    return VersionLabel.parse(text)


def version(name: str, effective: str, **more: object) -> DatedVersion:
    """Make a version that is published on the day of its label."""
    named = label(name)
    plain = DatedVersion(label=named, published=named.day, effective=day(effective))
    return replace(plain, **more)  # type: ignore[arg-type]


def moved(known_on: str, effective: str) -> Rescheduling:
    """Make a rescheduling."""
    return Rescheduling(known_on=day(known_on), effective=day(effective))


def in_force(timeline: Timeline, on: str) -> str | None:
    """Name the version in force on a day."""
    found = timeline.in_force(day(on))
    return None if found is None else str(found.label)


def status(timeline: Timeline, name: str, on: str) -> str:
    """Name the status of a version on a day."""
    return timeline.status(label(name), day(on)).value


def successor(timeline: Timeline, name: str, on: str) -> str | None:
    """Name the version that takes the place of another."""
    found = timeline.successor(label(name), day(on))
    return None if found is None else str(found.label)


def periods(timeline: Timeline, on: str) -> list[tuple[str, str, str]]:
    """Write who is in force when, as known on a day."""
    return [
        (str(one.label), str(one.start), str(one.end or "-"))
        for one in timeline.periods(day(on))
    ]


FIRST = version("2026-01-10", "2026-01-10")
SECOND = version("2026-03-01", "2026-04-01")
THIRD = version("2026-05-01", "2026-06-01")
PLAIN = Timeline([THIRD, FIRST, SECOND])


class TestInForce:
    """Which text binds on a day."""

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            ("2026-01-09", None),
            ("2026-01-10", "2026-01-10"),
            ("2026-03-31", "2026-01-10"),
            ("2026-04-01", "2026-03-01"),
            ("2026-05-31", "2026-03-01"),
            ("2026-06-01", "2026-05-01"),
            ("2099-01-01", "2026-05-01"),
        ],
    )
    def test_days_are_half_open(self, on: str, expected: str | None) -> None:
        """
        A version is in force from its effective day on, and not on the effective day
        of the next.
        """
        assert expected == in_force(PLAIN, on)

    def test_nothing_is_in_force_without_versions(self) -> None:
        """
        A statement that has no version has no text in force.
        """
        assert Timeline([]).in_force(day("2026-01-10")) is None

    @pytest.mark.parametrize(
        ("lower", "higher"),
        [
            ("2026-03-01", "2026-03-01.2"),
            ("2026-03-01.9", "2026-03-01.10"),
            ("2026-03-01.10", "2026-03-02"),
        ],
        ids=["second", "tenth", "next-day"],
    )
    def test_labels_of_one_day_count_as_numbers(self, lower: str, higher: str) -> None:
        """
        Of versions that take effect on one day, the one with the highest label is in
        force, and the tenth of a day comes after the ninth.
        """
        timeline = Timeline(
            [version(higher, "2026-04-01"), version(lower, "2026-04-01")]
        )

        assert higher == in_force(timeline, "2026-04-01")

    def test_proposed_version_is_never_in_force(self) -> None:
        """
        A version that was never recorded doesn't take effect on its planned day.
        """
        timeline = Timeline(
            [FIRST, version("2026-03-01", "2026-04-01", published=None)]
        )

        assert "2026-01-10" == in_force(timeline, "2026-04-01")

    def test_takes_effect_no_earlier_than_it_is_public(self) -> None:
        """
        A version whose effective day lies before its publication, as an adopted one
        may say, is in force from its publication on.
        """
        late = version("2026-03-01", "2026-02-01", published=day("2026-03-05"))
        timeline = Timeline([FIRST, late])

        assert "2026-01-10" == in_force(timeline, "2026-03-04")
        assert "2026-03-01" == in_force(timeline, "2026-03-05")


class TestHeld:
    """Recorded versions that may not take effect."""

    LATE = version(
        "2026-03-01",
        "2026-04-01",
        published=day("2026-03-20"),
        earliest=day("2026-04-19"),
    )
    BROKEN = version("2026-03-01", "2026-04-01", is_broken=True)

    @pytest.mark.parametrize("held", [LATE, BROKEN], ids=["late", "broken"])
    def test_the_text_before_stays_in_force(self, held: DatedVersion) -> None:
        """
        A version that was published too late, or is broken, leaves the text before it
        in force.
        """
        timeline = Timeline([FIRST, held])

        assert "2026-01-10" == in_force(timeline, "2027-01-01")
        assert "held" == status(timeline, "2026-03-01", "2027-01-01")

    def test_effective_on_the_earliest_day_is_not_held(self) -> None:
        """
        A version may take effect on the first day that leaves the lead.
        """
        timely = version("2026-03-01", "2026-04-01", earliest=day("2026-04-01"))

        assert "2026-03-01" == in_force(Timeline([FIRST, timely]), "2026-04-01")

    def test_moving_the_date_frees_it(self) -> None:
        """
        A version that was published late is scheduled again once its date is moved to
        one that leaves the lead.
        """
        free = version(
            "2026-03-01",
            "2026-04-01",
            published=day("2026-03-20"),
            earliest=day("2026-04-19"),
            reschedulings=(moved("2026-04-05", "2026-04-20"),),
        )
        timeline = Timeline([FIRST, free])

        assert "held" == status(timeline, "2026-03-01", "2026-04-04")
        assert "scheduled" == status(timeline, "2026-03-01", "2026-04-05")
        assert "2026-01-10" == in_force(timeline, "2026-04-19")
        assert "2026-03-01" == in_force(timeline, "2026-04-20")

    def test_is_replaced_once_a_later_version_is_in_force(self) -> None:
        """
        A version that was published late is held only until a later one is in force,
        which takes its place for good.
        """
        timeline = Timeline([FIRST, self.LATE, THIRD])

        assert "held" == status(timeline, "2026-03-01", "2026-05-31")
        assert "replaced" == status(timeline, "2026-03-01", "2026-06-01")
        assert "2026-05-01" == successor(timeline, "2026-03-01", "2026-06-01")

    def test_a_broken_version_stays_held(self) -> None:
        """
        A version that doesn't match its digests is said to be held for as long as it is
        broken, whatever came after it.
        """
        timeline = Timeline([FIRST, self.BROKEN, THIRD])

        assert "held" == status(timeline, "2026-03-01", "2026-06-01")


class TestRescheduled:
    """Dates that are moved."""

    def test_later(self) -> None:
        """
        A version whose date was moved takes effect on the new day and not on the old.
        """
        one = version(
            "2026-03-01",
            "2026-04-01",
            reschedulings=(moved("2026-03-31", "2026-04-10"),),
        )
        timeline = Timeline([FIRST, one])

        assert "2026-01-10" == in_force(timeline, "2026-04-09")
        assert "2026-03-01" == in_force(timeline, "2026-04-10")

    def test_earlier(self) -> None:
        """
        A version whose date was brought forward takes effect on the new day.
        """
        one = version(
            "2026-03-01",
            "2026-04-20",
            reschedulings=(moved("2026-03-05", "2026-04-01"),),
        )
        timeline = Timeline([FIRST, one])

        assert "2026-01-10" == in_force(timeline, "2026-03-31")
        assert "2026-03-01" == in_force(timeline, "2026-04-01")

    def test_the_last_date_counts(self) -> None:
        """
        A date may be moved several times.
        """
        one = version(
            "2026-03-01",
            "2026-04-01",
            reschedulings=(
                moved("2026-03-05", "2026-04-20"),
                moved("2026-04-10", "2026-04-15"),
            ),
        )

        assert day("2026-04-01") == one.effective_as_known(day("2026-03-04"))
        assert day("2026-04-20") == one.effective_as_known(day("2026-04-09"))
        assert day("2026-04-15") == one.effective_as_known(day("2026-04-10"))

    def test_what_is_in_force_cannot_be_moved(self) -> None:
        """
        A rescheduling that became known only on the day on which the version took
        effect changes nothing.
        """
        one = version(
            "2026-03-01",
            "2026-04-01",
            reschedulings=(moved("2026-04-01", "2026-05-01"),),
        )
        timeline = Timeline([FIRST, one])

        assert "2026-03-01" == in_force(timeline, "2026-04-01")
        assert day("2026-04-01") == one.effective_as_known(day("2026-12-31"))

    def test_a_new_date_that_has_passed_counts_from_when_it_is_known(self) -> None:
        """
        A version that is moved to a day which has passed when that becomes known is in
        force from then on, and has been in force when the next one follows.
        """
        one = version(
            "2026-03-01",
            "2026-04-20",
            reschedulings=(moved("2026-04-05", "2026-04-01"),),
        )
        timeline = Timeline([FIRST, one, THIRD])

        assert "2026-01-10" == in_force(timeline, "2026-04-04")
        assert "2026-03-01" == in_force(timeline, "2026-04-05")
        assert "superseded" == status(timeline, "2026-03-01", "2026-06-01")
        assert "2026-05-01" == successor(timeline, "2026-03-01", "2026-06-01")
        assert [
            ("2026-01-10", "2026-01-10", "2026-04-05"),
            ("2026-03-01", "2026-04-05", "2026-06-01"),
            ("2026-05-01", "2026-06-01", "-"),
        ] == periods(timeline, "2026-06-01")

    def test_of_several_dates_known_at_once_the_last_counts(self) -> None:
        """
        Where two reschedulings become known on one day, the first doesn't take effect
        before the second is read.
        """
        one = version(
            "2026-03-01",
            "2026-04-20",
            reschedulings=(
                moved("2026-04-05", "2026-04-01"),
                moved("2026-04-05", "2026-05-10"),
            ),
        )

        assert "2026-01-10" == in_force(Timeline([FIRST, one]), "2026-05-09")


class TestWithdrawn:
    """Versions that are taken back."""

    def test_never_takes_effect(self) -> None:
        """
        A version that is withdrawn before its day is not in force on that day.
        """
        one = version("2026-03-01", "2026-04-01", withdrawn_on=day("2026-03-31"))
        timeline = Timeline([FIRST, one])

        assert "2026-01-10" == in_force(timeline, "2026-04-01")
        assert "scheduled" == status(timeline, "2026-03-01", "2026-03-30")
        assert "withdrawn" == status(timeline, "2026-03-01", "2026-03-31")

    def test_what_is_in_force_cannot_be_withdrawn(self) -> None:
        """
        A withdrawal that became known only when the version was in force changes
        nothing.
        """
        one = version("2026-03-01", "2026-04-01", withdrawn_on=day("2026-04-01"))
        timeline = Timeline([FIRST, one])

        assert "2026-03-01" == in_force(timeline, "2026-04-01")
        assert "in-force" == status(timeline, "2026-03-01", "2026-04-02")

    def test_counts_against_a_date_that_became_known_with_it(self) -> None:
        """
        Where it becomes known on one day that a version was moved to a day which has
        passed and that it was withdrawn, it was never in force.
        """
        one = version(
            "2026-03-01",
            "2026-04-20",
            reschedulings=(moved("2026-04-05", "2026-04-01"),),
            withdrawn_on=day("2026-04-05"),
        )
        timeline = Timeline([FIRST, one])

        assert "2026-01-10" == in_force(timeline, "2026-04-05")
        assert "withdrawn" == status(timeline, "2026-03-01", "2026-04-05")

    def test_a_held_version_can_be_withdrawn(self) -> None:
        """
        A version that was published late can be withdrawn after its planned day.
        """
        one = version(
            "2026-03-01",
            "2026-04-01",
            earliest=day("2026-04-19"),
            withdrawn_on=day("2026-05-01"),
        )
        timeline = Timeline([FIRST, one])

        assert "held" == status(timeline, "2026-03-01", "2026-04-30")
        assert "withdrawn" == status(timeline, "2026-03-01", "2026-05-01")


class TestStatus:
    """What a version is on a day."""

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            ("2026-02-28", "proposed"),
            ("2026-03-01", "scheduled"),
            ("2026-03-31", "scheduled"),
            ("2026-04-01", "in-force"),
            ("2026-05-31", "in-force"),
            ("2026-06-01", "superseded"),
        ],
    )
    def test_through_a_life(self, on: str, expected: str) -> None:
        """
        A version is proposed until it is public, then scheduled, in force, superseded.
        """
        assert expected == status(PLAIN, "2026-03-01", on)

    def test_replaced(self) -> None:
        """
        A version whose place another takes before its day is replaced from the day on
        which that one is public.
        """
        fixed = version("2026-03-10", "2026-04-01")
        timeline = Timeline([FIRST, SECOND, fixed])

        assert "scheduled" == status(timeline, "2026-03-01", "2026-03-09")
        assert "replaced" == status(timeline, "2026-03-01", "2026-03-10")
        assert "replaced" == status(timeline, "2026-03-01", "2026-12-31")
        assert "in-force" == status(timeline, "2026-03-10", "2026-04-01")

    def test_not_replaced_by_what_never_could_take_effect(self) -> None:
        """
        A version keeps its day where the one that was to take its place was held from
        the first, or withdrawn on the day on which it came.
        """
        held = version("2026-03-10", "2026-04-01", earliest=day("2026-04-09"))
        gone = version("2026-03-11", "2026-04-01", withdrawn_on=day("2026-03-11"))
        timeline = Timeline([FIRST, SECOND, held, gone])

        assert "scheduled" == status(timeline, "2026-03-01", "2026-03-12")
        assert "in-force" == status(timeline, "2026-03-01", "2026-04-01")

    def test_not_replaced_by_a_fix_of_the_text_in_force(self) -> None:
        """
        Of the two versions that a fix makes, the one with the scheduled text takes the
        scheduled version's place.
        """
        fix = version("2026-03-10", "2026-03-10")
        pending = version("2026-03-10.2", "2026-04-01")
        timeline = Timeline([FIRST, SECOND, fix, pending])

        assert "replaced" == status(timeline, "2026-03-01", "2026-03-10")
        assert "2026-03-10.2" == successor(timeline, "2026-03-01", "2026-03-10")
        assert "2026-03-10" == in_force(timeline, "2026-03-31")
        assert "2026-03-10.2" == in_force(timeline, "2026-04-01")

    def test_unknown_version(self) -> None:
        """
        A question about a version that doesn't exist is an error of the program.
        """
        with pytest.raises(KeyError):
            PLAIN.status(label("2026-03-02"), day("2026-03-02"))


class TestReplacedForGood:
    """What was replaced doesn't come back."""

    FIX = version("2026-03-10", "2026-04-01")

    def life(self, fix: DatedVersion, *others: DatedVersion) -> list[str]:
        """Write the status of the replaced version before, on and after its day."""
        timeline = Timeline([FIRST, SECOND, fix, *others])
        days = ("2026-03-10", "2026-03-31", "2026-04-01", "2026-12-31")
        return [status(timeline, "2026-03-01", on) for on in days]

    def test_what_replaced_it_is_withdrawn(self) -> None:
        """
        Where what replaced it is withdrawn neither takes effect, and the replaced one
        is said to be held.
        """
        fix = replace(self.FIX, withdrawn_on=day("2026-03-20"))
        timeline = Timeline([FIRST, SECOND, fix])

        assert ["replaced", "held", "held", "held"] == self.life(fix)
        assert "2026-01-10" == in_force(timeline, "2026-12-31")
        assert successor(timeline, "2026-03-01", "2026-03-31") is None

    def test_until_a_later_one_is_in_force(self) -> None:
        """
        So it is until another version is in force, which is its successor.
        """
        fix = replace(self.FIX, withdrawn_on=day("2026-03-20"))
        timeline = Timeline([FIRST, SECOND, fix, THIRD])

        assert "held" == status(timeline, "2026-03-01", "2026-05-31")
        assert "replaced" == status(timeline, "2026-03-01", "2026-06-01")
        assert "2026-05-01" == successor(timeline, "2026-03-01", "2026-06-01")

    @pytest.mark.parametrize(
        "more",
        [
            {"holds": (Hold(code="obligation-open", waits=True),)},
            {"reschedulings": (moved("2026-03-20", "2026-05-01"),)},
            {"spoiled": (Spell(since=day("2026-03-20")),)},
            {"is_broken": True},
        ],
        ids=["held", "moved", "notice-lost", "damaged"],
    )
    def test_what_replaced_it_does_not_take_effect(
        self, more: dict[str, object]
    ) -> None:
        """
        It stays replaced where what replaced it is held on the day, was moved to a
        later one, lost its notice or was damaged.
        """
        fix = replace(self.FIX, **more)  # type: ignore[arg-type]
        timeline = Timeline([FIRST, SECOND, fix])

        assert ["replaced"] * 4 == self.life(fix)
        assert "2026-01-10" == in_force(timeline, "2026-04-01")
        assert "2026-03-10" == successor(timeline, "2026-03-01", "2026-04-01")

    def test_nor_for_one_that_was_replaced_itself(self) -> None:
        """
        Neither of two versions comes back that were replaced one after the other.
        """
        last = version("2026-03-15", "2026-04-01", withdrawn_on=day("2026-03-20"))
        timeline = Timeline([FIRST, SECOND, self.FIX, last])

        assert ["replaced"] * 4 == self.life(self.FIX, last)
        assert "held" == status(timeline, "2026-03-10", "2026-04-01")
        assert "2026-01-10" == in_force(timeline, "2026-04-01")

    def test_corrected_on_its_own_day(self) -> None:
        """
        What corrects a version on the very day on which that was to begin goes on from
        it, and is not held for having taken its place.
        """
        fix = replace(self.FIX, against=label("2026-03-01"))
        timeline = Timeline([FIRST, SECOND, fix])

        assert "scheduled" == status(timeline, "2026-03-10", "2026-03-31")
        assert "in-force" == status(timeline, "2026-03-10", "2026-04-01")


class TestNotice:
    """A version takes effect with the notice that was approved, or not at all."""

    IN_TIME = "scheduled scheduled scheduled in-force in-force"

    def life(self, spell: Spell) -> list[str]:
        """Write the status of a version around the days without its notice."""
        one = replace(SECOND, spoiled=(spell,))
        timeline = Timeline([FIRST, one])
        days = ("2026-03-19", "2026-03-20", "2026-03-25", "2026-04-01", "2026-04-05")
        return [status(timeline, "2026-03-01", on) for on in days]

    @pytest.mark.parametrize(
        ("since", "until", "expected"),
        [
            ("2026-03-20", None, "scheduled held held held held"),
            ("2026-03-20", "2026-03-25", "scheduled held scheduled in-force in-force"),
            ("2026-03-25", "2026-04-05", "scheduled scheduled held held in-force"),
            ("2026-04-01", "2026-04-05", "scheduled scheduled scheduled held in-force"),
            ("2026-04-02", "2026-04-05", IN_TIME),
            ("2026-04-02", None, IN_TIME),
        ],
        ids=["lost", "before", "over", "on", "restored-after", "after"],
    )
    def test_days_without(self, since: str, until: str | None, expected: str) -> None:
        """
        A version is held on the days without its notice, takes effect once it is back,
        and stays in force where it is lost afterwards.
        """
        spell = Spell(since=day(since), until=None if until is None else day(until))

        assert expected == " ".join(self.life(spell))

    def test_begins_when_it_is_back(self) -> None:
        """
        What lacked its notice on its day begins on the day on which it has it again.
        """
        spell = Spell(since=day("2026-03-20"), until=day("2026-04-05"))
        timeline = Timeline([FIRST, replace(SECOND, spoiled=(spell,))])

        assert [
            ("2026-01-10", "2026-01-10", "2026-04-05"),
            ("2026-03-01", "2026-04-05", "-"),
        ] == periods(timeline, "2026-12-31")

    def test_can_be_moved_meanwhile(self) -> None:
        """
        A version whose day passed while its notice was lost isn't settled: a new date
        and a withdrawal count.
        """
        spell = Spell(since=day("2026-03-20"), until=day("2026-04-05"))
        later = (moved("2026-04-02", "2026-06-01"),)
        put_off = replace(SECOND, spoiled=(spell,), reschedulings=later)
        taken = replace(SECOND, spoiled=(spell,), withdrawn_on=day("2026-04-02"))

        assert "2026-01-10" == in_force(Timeline([FIRST, put_off]), "2026-05-31")
        assert "withdrawn" == status(
            Timeline([FIRST, taken]), "2026-03-01", "2026-04-05"
        )


class TestSuccessor:
    """Where the page of an old version leads."""

    def test_of_what_was_in_force(self) -> None:
        """
        The successor of a version that was in force is the next one in force.
        """
        assert "2026-03-01" == successor(PLAIN, "2026-01-10", "2026-12-31")

    def test_of_what_is_in_force(self) -> None:
        """
        The successor of the text in force is the one that is scheduled to follow.
        """
        assert "2026-05-01" == successor(PLAIN, "2026-03-01", "2026-05-01")

    def test_of_the_last(self) -> None:
        """
        The last version has none.
        """
        assert successor(PLAIN, "2026-05-01", "2026-12-31") is None

    def test_not_yet_public(self) -> None:
        """
        A version that is not public on a day is nobody's successor on that day.
        """
        assert successor(PLAIN, "2026-03-01", "2026-04-30") is None

    def test_of_a_replaced_version_is_the_last_that_took_its_place(self) -> None:
        """
        Where a scheduled version was corrected twice, both lead to the last one.
        """
        fixes = [
            version("2026-03-10", "2026-04-01"),
            version("2026-03-11", "2026-04-01"),
        ]
        timeline = Timeline([FIRST, SECOND, *fixes])

        assert "2026-03-11" == successor(timeline, "2026-03-01", "2026-03-20")
        assert "2026-03-11" == successor(timeline, "2026-03-10", "2026-03-20")


class TestPeriods:
    """Who was in force when."""

    def test_tile_the_days(self) -> None:
        """
        Each period ends on the day on which the next begins, and the last is open.
        """
        assert [
            ("2026-01-10", "2026-01-10", "2026-04-01"),
            ("2026-03-01", "2026-04-01", "2026-06-01"),
            ("2026-05-01", "2026-06-01", "-"),
        ] == periods(PLAIN, "2026-12-31")

    def test_hold_what_is_scheduled(self) -> None:
        """
        What is to come by today's knowledge is among them.
        """
        assert [
            ("2026-01-10", "2026-01-10", "2026-04-01"),
            ("2026-03-01", "2026-04-01", "-"),
        ] == periods(PLAIN, "2026-03-01")

    def test_hold_nothing_that_is_not_public(self) -> None:
        """
        A version is in no period before the day of its publication.
        """
        assert [("2026-01-10", "2026-01-10", "-")] == periods(PLAIN, "2026-02-28")

    def test_leave_out_what_never_was_in_force(self) -> None:
        """
        A version that was withdrawn, replaced or held has no period.
        """
        timeline = Timeline(
            [
                FIRST,
                version("2026-02-01", "2026-03-10", withdrawn_on=day("2026-02-02")),
                version("2026-02-03", "2026-03-10", earliest=day("2026-03-11")),
                SECOND,
                version("2026-03-02", "2026-04-01"),
            ]
        )

        assert [
            ("2026-01-10", "2026-01-10", "2026-04-01"),
            ("2026-03-02", "2026-04-01", "-"),
        ] == periods(timeline, "2026-12-31")

    def test_before_anything_is_in_force(self) -> None:
        """
        Where no version is in force or to come, there are none.
        """
        proposed = version("2026-03-01", "2026-04-01", published=None)

        assert [] == periods(Timeline([proposed]), "2026-04-01")

    def test_of_one_version(self) -> None:
        """
        The period of one version is found by its label.
        """
        expected = Period(
            label=label("2026-03-01"), start=day("2026-04-01"), end=day("2026-06-01")
        )

        assert expected == PLAIN.period(label("2026-03-01"), day("2026-12-31"))

    def test_of_a_version_without_one(self) -> None:
        """
        A version that is not public has no period.
        """
        assert PLAIN.period(label("2026-05-01"), day("2026-04-30")) is None


class TestShown:
    """What the statement's own page shows."""

    def test_the_text_in_force(self) -> None:
        """
        The page shows the text in force, also while another is scheduled.
        """
        assert FIRST is PLAIN.shown(day("2026-03-15"))

    def test_the_first_text_before_its_day(self) -> None:
        """
        Before the first effective day the page shows the first text that is to come.
        """
        timeline = Timeline([SECOND, THIRD])

        assert SECOND is timeline.shown(day("2026-03-15"))

    def test_the_correction_of_the_first_text(self) -> None:
        """
        Where the first text is corrected before its day, the page shows the corrected
        one.
        """
        fixed = version("2026-03-10", "2026-04-01")

        assert fixed is Timeline([SECOND, fixed]).shown(day("2026-03-15"))

    @pytest.mark.parametrize(
        "versions",
        [
            [],
            [version("2026-03-01", "2026-04-01", published=None)],
            [version("2026-03-01", "2026-04-01", withdrawn_on=day("2026-03-02"))],
        ],
        ids=["none", "proposed", "withdrawn"],
    )
    def test_nothing(self, versions: list[DatedVersion]) -> None:
        """
        Where no version is in force or to come, there is nothing to show.
        """
        assert Timeline(versions).shown(day("2026-03-15")) is None


class TestNextChange:
    """When a page is to be built again."""

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            ("2026-01-01", "2026-01-10"),
            ("2026-01-10", "2026-03-01"),
            ("2026-03-01", "2026-04-01"),
            ("2026-04-01", "2026-05-01"),
            ("2026-06-01", None),
        ],
    )
    def test_is_the_next_publication_or_effective_day(
        self, on: str, expected: str | None
    ) -> None:
        """
        A page changes when a version becomes public and when it takes effect.
        """
        found = PLAIN.next_change(day(on))

        assert expected == (None if found is None else str(found))

    @pytest.mark.parametrize(
        ("on", "expected"),
        [("2026-01-10", None), ("2026-03-01", "2026-04-01"), ("2026-04-01", None)],
    )
    def test_the_public_hears_of_no_publication_to_come(
        self, on: str, expected: str | None
    ) -> None:
        """
        What the public is told of the next change gives no version away that is not
        public yet.
        """
        found = PLAIN.next_public_change(day(on))

        assert expected == (None if found is None else str(found))

    def test_follows_a_moved_date(self) -> None:
        """
        The next change is on the day to which the scheduled version was moved.
        """
        one = version(
            "2026-03-01",
            "2026-04-01",
            reschedulings=(moved("2026-03-05", "2026-04-10"),),
        )
        timeline = Timeline([FIRST, one])

        assert day("2026-04-01") == timeline.next_change(day("2026-03-04"))
        assert day("2026-04-10") == timeline.next_change(day("2026-03-05"))

    def test_takes_no_notice_of_what_is_withdrawn(self) -> None:
        """
        Nothing changes on the day on which a withdrawn version was to take effect.
        """
        one = version("2026-03-01", "2026-04-01", withdrawn_on=day("2026-03-05"))

        assert Timeline([FIRST, one]).next_change(day("2026-03-05")) is None


class TestLists:
    """Versions by what they are."""

    def test_public(self) -> None:
        """
        The public versions of a day are those published by then, in order.
        """
        assert (FIRST, SECOND) == PLAIN.public(day("2026-04-30"))

    def test_scheduled(self) -> None:
        """
        The scheduled versions are in the order of their labels.
        """
        far = version("2026-03-10", "2026-07-01")
        timeline = Timeline([far, SECOND, FIRST])

        assert (SECOND, far) == timeline.scheduled(day("2026-03-10"))

    def test_versions_are_ordered(self) -> None:
        """
        A timeline gives its versions in the order of their labels.
        """
        assert (FIRST, SECOND, THIRD) == PLAIN.versions


class TestKnowledge:
    """A question about a day is answered with what was known on that day."""

    MOVED = version(
        "2026-03-01",
        "2026-04-01",
        reschedulings=(moved("2026-03-20", "2026-04-10"),),
        withdrawn_on=day("2026-04-05"),
    )

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            ("2026-03-19", ("scheduled", "2026-04-01")),
            ("2026-03-20", ("scheduled", "2026-04-10")),
            ("2026-04-04", ("scheduled", "2026-04-10")),
            ("2026-04-05", ("withdrawn", "2026-04-10")),
        ],
    )
    def test_of_dates_and_withdrawals(self, on: str, expected: tuple[str, str]) -> None:
        """
        Before it was moved a version has its first date, and before it was withdrawn it
        is scheduled.
        """
        timeline = Timeline([FIRST, self.MOVED])
        effective = self.MOVED.effective_as_known(day(on))

        assert expected == (status(timeline, "2026-03-01", on), str(effective))

    def test_of_periods(self) -> None:
        """
        The periods as known on a day count with the dates as known on that day.
        """
        timeline = Timeline([FIRST, self.MOVED])

        assert [
            ("2026-01-10", "2026-01-10", "2026-04-01"),
            ("2026-03-01", "2026-04-01", "-"),
        ] == periods(timeline, "2026-03-19")
        assert [("2026-01-10", "2026-01-10", "-")] == periods(timeline, "2026-04-05")


class TestEarliestEffective:
    """The first day that leaves the lead."""

    @pytest.mark.parametrize(
        ("lead", "expected"),
        [(0, "2026-02-20"), (1, "2026-02-21"), (30, "2026-03-22")],
    )
    def test_counts_whole_days(self, lead: int, expected: str) -> None:
        """
        The lead is so many whole days after the day of publication.
        """
        assert day(expected) == earliest_effective(day("2026-02-20"), lead)


def test_every_status_but_draft_is_derived() -> None:
    """
    Each status that a version can have is reached by some version on some day.
    """
    timeline = Timeline(
        [
            FIRST,
            version("2026-02-01", "2026-03-10", withdrawn_on=day("2026-02-02")),
            SECOND,
            version("2026-03-02", "2026-04-01"),
            version("2026-04-02", "2026-05-01", earliest=day("2026-05-02")),
        ]
    )
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(150)]

    found = {timeline.status(v.label, on) for v in timeline.versions for on in days}

    assert set(Status) - {Status.DRAFT} == found
