"""Word that people were sent messages: whether it counts, and which day they name."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from duenotice.materiality.levels import Level
from duenotice.model.record import EventKind
from duenotice.model.statement import DIRECT_CHANNELS
from duenotice.store.gate import says
from duenotice.timeline import Mailing
from duenotice.timeline import Telling

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Sequence

    from duenotice.model.record import Event
    from duenotice.model.record import Record
    from duenotice.model.statement import NoticePolicy


def mailing_of(
    record: Record,
    policies: Iterable[NoticePolicy],
    events: Sequence[tuple[Event, date]],
    published: date | None,
) -> Mailing | None:
    """Give the messages that must be out in time; nothing where none are called for.

    Args:
        record: The version's record.
        policies: Its own, and that of the version it supersedes: the stricter counts.
        events: Its events, each with the day since when it is known.
        published: Since when it is public; no message told of it before.
    """
    assessment = record.assessment
    if assessment is None or Level[assessment.level] < Level.L3:
        return None
    if not any(one.confirm_mailing for one in policies):
        return None
    return Mailing(
        days=assessment.direct_days,
        tellings=() if published is None else _tellings(record, events, published),
    )


def _tellings(
    record: Record, events: Sequence[tuple[Event, date]], published: date
) -> tuple[Telling, ...]:
    """Give the messages; those that name a day after the change don't count for it."""
    named = days_named(record.effective, [event for event, _ in events])
    moves = [
        ((event.on, place), known_on, _planned(event))
        for place, (event, known_on) in enumerate(events)
        if event.kind is EventKind.RESCHEDULED
    ]

    def void_on(sent: tuple[date, int]) -> date | None:
        day_named = named[sent[1]]
        sooner = (k for moved, k, day in moves if moved > sent and day < day_named)
        return min(sooner, default=None)

    return tuple(
        Telling(
            known_on=known_on,
            on=event.on,
            void_on=void_on((event.on, place)),
            named=named[place],
            version=record.version,
            event=event,
        )
        for place, (event, known_on) in enumerate(events)
        if published <= event.on and _tells_each(event)
    )


def days_named(effective: date, events: Sequence[Event]) -> list[date]:
    """Give the effective day that messages name, for each event.

    It is the one that was planned when they went out, whenever that is said; on the day
    of a move itself the order of the events tells.

    Args:
        effective: As first recorded.
        events: Of a version, in order.
    """
    moves = [
        ((event.on, place), _planned(event))
        for place, event in enumerate(events)
        if event.kind is EventKind.RESCHEDULED
    ]

    def named(sent: tuple[date, int]) -> date:
        planned = [day for moved, day in moves if moved < sent]
        return planned[-1] if planned else effective

    return [named((event.on, place)) for place, event in enumerate(events)]


def _planned(event: Event) -> date:
    return date.fromisoformat(event.details["effective"])


def _tells_each(event: Event) -> bool:
    """Tell whether an event says that messages went to each person."""
    return (
        event.kind is EventKind.NOTIFIED
        and event.details.get("channel") in DIRECT_CHANNELS
        and says(event, "count")
    )
