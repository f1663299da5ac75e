"""Laws of the timeline, for any versions that records could hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from datetime import timedelta

from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from duenotice.model.label import VersionLabel
from duenotice.timeline import DatedVersion
from duenotice.timeline import Hold
from duenotice.timeline import Mailing
from duenotice.timeline import Rescheduling
from duenotice.timeline import Spell
from duenotice.timeline import Status
from duenotice.timeline import Telling
from duenotice.timeline import Timeline

FIRST = date(2026, 1, 1)
SPAN = 40
"""Days on which something happens; few, so that things meet."""

DAYS = [FIRST + timedelta(days=number) for number in range(SPAN + 25)]

days = st.integers(0, SPAN).map(lambda number: FIRST + timedelta(days=number))
labels = st.builds(VersionLabel, days, st.integers(1, 3))
laws = settings(max_examples=60, deadline=None)


holds = st.builds(
    Hold,
    code=st.just("obligation-open"),
    met_on=st.one_of(st.none(), days),
    waits=st.booleans(),
)
mailings = st.builds(
    Mailing,
    days=st.integers(0, 6),
    tellings=st.lists(days, max_size=2).map(
        lambda known: tuple(Telling(known_on=one, on=one) for one in sorted(known))
    ),
)


@st.composite
def spells(draw: st.DrawFn) -> tuple[Spell, ...]:
    """Make the days on which a notice was not the approved one."""
    turns = sorted(draw(st.lists(days, max_size=4, unique=True)))
    ends = [*turns[1::2], None]
    return tuple(
        Spell(since=since, until=until)
        for since, until in zip(turns[::2], ends, strict=False)
    )


@st.composite
def dated_versions(
    draw: st.DrawFn, label: VersionLabel, earlier: list[VersionLabel]
) -> DatedVersion:
    """Make a version with everything that can happen to one."""
    published = label.day + timedelta(days=draw(st.integers(0, 6)))
    lead = draw(st.sampled_from([None, 0, 5]))
    known = sorted(draw(st.lists(days, max_size=3)))
    return DatedVersion(
        label=label,
        published=draw(st.sampled_from([published, published, published, None])),
        effective=published + timedelta(days=draw(st.integers(-2, 20))),
        earliest=date.min if lead is None else published + timedelta(days=lead),
        reschedulings=tuple(
            Rescheduling(known_on=one, effective=draw(days)) for one in known
        ),
        withdrawn_on=draw(st.one_of(st.none(), st.none(), days)),
        is_broken=draw(st.integers(0, 9)) == 0,
        against=draw(st.sampled_from([None, *earlier[-1:], *earlier])),
        holds=draw(st.sampled_from([(), (), draw(st.tuples(holds))])),
        mailing=draw(st.sampled_from([None, None, draw(mailings)])),
        spoiled=draw(st.sampled_from([(), (), draw(spells())])),
    )


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    """Make a timeline of up to six versions."""
    chosen = sorted(draw(st.lists(labels, unique=True, max_size=6)))
    return Timeline(
        [
            draw(dated_versions(label, chosen[:number]))
            for number, label in enumerate(chosen)
        ]
    )


def known_on(timeline: Timeline, on: date) -> Timeline:
    """Give the timeline with nothing that became known after a day."""
    return Timeline(
        replace(
            version,
            reschedulings=tuple(o for o in version.reschedulings if o.known_on <= on),
            withdrawn_on=None
            if version.withdrawn_on is None or version.withdrawn_on > on
            else version.withdrawn_on,
            holds=tuple(
                one
                if one.met_on is None or one.met_on <= on
                else replace(one, met_on=None)
                for one in version.holds
            ),
            spoiled=tuple(
                replace(one, until=None if one.is_open(on) else one.until)
                for one in version.spoiled
                if one.since <= on
            ),
            mailing=None
            if version.mailing is None
            else replace(
                version.mailing,
                tellings=tuple(
                    one for one in version.mailing.tellings if one.known_on <= on
                ),
            ),
        )
        for version in timeline.versions
        if version.is_public(on)
    )


def without_waiting(timeline: Timeline) -> Timeline:
    """Give the timeline with nothing that may still be met in time."""
    return Timeline(
        replace(
            version,
            holds=tuple(o for o in version.holds if not o.waits or o.met_on),
            mailing=None,
        )
        for version in timeline.versions
    )


def answers(timeline: Timeline, version: DatedVersion, on: date) -> dict[str, object]:
    """Ask everything that can be asked of a day."""
    label = version.label
    in_force, shown = timeline.in_force(on), timeline.shown(on)
    successor = timeline.successor(label, on)
    return {
        "in force": None if in_force is None else in_force.label,
        "shown": None if shown is None else shown.label,
        "public": [one.label for one in timeline.public(on)],
        "scheduled": [one.label for one in timeline.scheduled(on)],
        "periods": timeline.periods(on),
        "next change": timeline.next_public_change(on),
        "status": timeline.status(label, on),
        "successor": None if successor is None else successor.label,
        "begins": timeline[label].begins(on),
        "effective": timeline[label].effective_as_known(on),
    }


@laws
@given(timelines())
def test_from_the_first_effective_day_on_one_version_is_in_force(
    timeline: Timeline,
) -> None:
    """
    Once a version has been in force, exactly one is on every later day, and a later
    day never brings an earlier label back.
    """
    found = [timeline.in_force(on) for on in DAYS]
    first = next((n for n, one in enumerate(found) if one is not None), len(found))
    chain = [one.label for one in found[first:] if one is not None]

    assert len(found) - first == len(chain)
    assert sorted(chain) == chain


@laws
@given(timelines(), days)
def test_no_version_takes_effect_before_it_may(timeline: Timeline, on: date) -> None:
    """
    A version in force is public, has left the lead it must leave, and its effective
    date as known on that day has come.
    """
    version = timeline.in_force(on)

    if version is not None:
        assert version.published is not None
        assert version.published <= on
        assert version.earliest <= version.effective_as_known(on) <= on
        assert not version.is_broken


@laws
@given(timelines(), days, days)
def test_answers_about_a_past_day_never_change(
    timeline: Timeline, on: date, later: date
) -> None:
    """
    What is answered about a day is what was answered on that day, whatever became
    known since.
    """
    on, later = sorted([on, later])
    then = known_on(timeline, on)
    since = known_on(timeline, later)

    for version in then.versions:
        assert answers(then, version, on) == answers(since, version, on)


@laws
@given(timelines(), days)
def test_periods_agree_with_the_text_in_force(timeline: Timeline, on: date) -> None:
    """
    On every day up to the one that is asked about, the period that holds the day is
    that of the version in force.
    """
    periods = timeline.periods(on)

    for past in (one for one in DAYS if one <= on):
        holding = [
            period.label
            for period in periods
            if period.start <= past and (period.end is None or past < period.end)
        ]
        in_force = timeline.in_force(past)

        assert ([] if in_force is None else [in_force.label]) == holding


@laws
@given(timelines(), days)
def test_what_is_foretold_comes_true(timeline: Timeline, on: date) -> None:
    """
    Where nothing more becomes known, and nothing is still waited for, what a day's
    knowledge says of later days is what happens on them.
    """
    then = without_waiting(known_on(timeline, on))
    final = then.periods(DAYS[-1])

    assert final == then.periods(on)


@laws
@given(timelines(), days)
def test_each_version_has_the_status_of_its_dates(timeline: Timeline, on: date) -> None:
    """
    The version in force alone is in force, superseded ones were, scheduled ones are yet
    to begin and in the order of their labels, and nothing else has a period.
    """
    status = {one.label: timeline.status(one.label, on) for one in timeline.versions}
    periods = {one.label: one.start for one in timeline.periods(on)}
    in_force = timeline.in_force(on)
    had = {one for one, start in periods.items() if start <= on}
    current = set() if in_force is None else {in_force.label}
    named = {
        wanted: {one for one, found in status.items() if found is wanted}
        for wanted in Status
    }

    assert current == named[Status.IN_FORCE]
    assert had - current == named[Status.SUPERSEDED]
    assert periods.keys() - had == named[Status.SCHEDULED]
    assert sorted(periods) == list(periods)


@laws
@given(timelines(), days)
def test_what_is_replaced_leads_to_a_later_version(
    timeline: Timeline, on: date
) -> None:
    """
    A version that was superseded or replaced has a successor with a higher label, that
    is public and not withdrawn.
    """
    for version in timeline.versions:
        status = timeline.status(version.label, on)
        if status in {Status.SUPERSEDED, Status.REPLACED}:
            successor = timeline.successor(version.label, on)

            assert successor is not None
            assert version.label < successor.label
            assert successor.is_public(on)
            assert not successor.is_withdrawn(on)


@laws
@given(timelines(), days, days)
def test_what_was_replaced_never_takes_effect(
    timeline: Timeline, on: date, later: date
) -> None:
    """
    A version that was replaced on a day is in force on no later one, whatever happens
    to what replaced it.
    """
    on, later = sorted([on, later])

    for version in timeline.versions:
        if timeline.status(version.label, on) is Status.REPLACED:
            assert timeline.in_force(later) is not version


@laws
@given(timelines(), days)
def test_a_version_appears_nowhere_before_its_day(timeline: Timeline, on: date) -> None:
    """
    A version that is published later than a day changes no answer about that day.
    """
    public = Timeline(timeline.public(on))

    for version in public.versions:
        assert answers(public, version, on) == answers(timeline, version, on)
    for version in timeline.versions:
        if not version.is_public(on):
            assert Status.PROPOSED is timeline.status(version.label, on)


@laws
@given(timelines(), holds, st.integers(0, 5))
def test_a_hold_never_lets_a_version_take_effect_earlier(
    timeline: Timeline, hold: Hold, number: int
) -> None:
    """
    With one more thing to be met, a version is in force on no day on which it would not
    have been without.
    """
    chosen = [one.label for one in timeline.versions][number : number + 1]
    stricter = Timeline(
        replace(one, holds=(*one.holds, hold)) if one.label in chosen else one
        for one in timeline.versions
    )

    for label in chosen:
        first = first_day(timeline, label)
        later = first_day(stricter, label)

        assert later is None or (first is not None and first <= later)


def first_day(timeline: Timeline, label: VersionLabel) -> date | None:
    """Give the first day on which nothing but a later version keeps one from force."""
    version = timeline[label]
    days = (
        on
        for on in DAYS
        if version.is_public(on)
        and not version.is_withdrawn(on)
        and not timeline.is_held(version, on)
        and version.begins(on) <= on
    )
    return next(days, None)
