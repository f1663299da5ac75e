"""A version's days: when it was published, moved, cleared and withdrawn."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field
from datetime import date
from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from duenotice.model.record import Reach
from duenotice.timeline.facts import Rescheduling

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping

    from duenotice.model.label import VersionLabel
    from duenotice.timeline.facts import Hold
    from duenotice.timeline.facts import Mailing
    from duenotice.timeline.facts import Spell

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedVersion:
    """What the timeline needs to know of a version."""

    label: VersionLabel
    published: date | None
    """The real day; nothing while it is proposed."""

    effective: date
    """As first recorded."""

    earliest: date = date.min
    """The first day on which it may take effect, by its real published day."""

    reschedulings: tuple[Rescheduling, ...] = ()
    """In the order in which they became known."""

    withdrawn_on: date | None = None
    is_broken: bool = False
    """Its record or text doesn't match its digests."""

    against: VersionLabel | None = None
    """The version that its change was assessed against."""

    is_first: bool = False
    """Its record says that it follows no other: then none may be in force before."""

    holds: tuple[Hold, ...] = ()
    spoiled: tuple[Spell, ...] = ()
    """When its notice was not the approved one, in order."""

    reaches: Reach = Reach.ALL
    mailing: Mailing | None = None
    announced: Mapping[tuple[str, str], date] = field(default_factory=dict)
    """By id and evidence: since when a finding has stayed announced."""

    told_on: date | None = None
    """Since when its own text and notice are public; nothing while one isn't."""

    goes_on_from: VersionLabel | None = None
    """The version that waited when it came, and that had told of the same."""

    def effective_as_known(self, known_on: date) -> date:
        """Give the effective date as it was known on a day."""
        return self._plan(known_on).effective

    def is_withdrawn(self, known_on: date) -> bool:
        """Tell whether it was taken back before it took effect."""
        if self.withdrawn_on is None or self.withdrawn_on > known_on:
            return False
        return not self._has_begun(
            self._plan(self.withdrawn_on - _ONE_DAY), self.withdrawn_on
        )

    def is_spoiled(self, known_on: date) -> bool:
        """Tell whether its notice was lost before it took effect, and still is."""
        day = self._due_on(self._plan(known_on), known_on)
        return self._spared(day, known_on) is None

    def told_as_much(self, reaches: Reach) -> bool:
        """Tell whether what was said of its reach covers another one."""
        return reaches is Reach.NEW or self.reaches is Reach.ALL

    def is_public(self, as_of: date) -> bool:
        """Tell whether the text can be read on a day."""
        return self.published is not None and self.published <= as_of

    def is_held(self, as_of: date) -> bool:
        """Tell whether it fails the gate, as known on a day.

        Whether the text it was assessed against is the one before it is a question
        for the timeline.
        """
        effective = self.effective_as_known(as_of)
        return (
            self.is_broken
            or self.is_spoiled(as_of)
            or effective < self.earliest
            or self._cleared_on(as_of, effective) is None
        )

    def open_holds(self, as_of: date) -> tuple[Hold, ...]:
        """Give what is not met yet, as known on a day; also what may still wait."""
        return tuple(
            one for one in self.holds if one.met_on is None or one.met_on > as_of
        )

    def too_late_on(self, as_of: date) -> tuple[date, ...]:
        """Give the day on which messages that aren't out yet begin to hold it."""
        if self.mailing is None:
            return ()
        effective = self.effective_as_known(as_of)
        late = min(self.mailing.due_by(effective) + _ONE_DAY, effective)
        sent = self.mailing.cleared_on(as_of, effective)
        return (late,) if sent == date.min and as_of < late else ()

    def begins(self, known_on: date) -> date:
        """Give the day it takes effect: never before the date and the text are known.

        >>> from duenotice.model.label import VersionLabel
        >>> version = DatedVersion(
        ...     label=VersionLabel(date(2026, 11, 24)),
        ...     published=date(2026, 11, 24),
        ...     effective=date(2027, 1, 15),
        ...     reschedulings=(
        ...         Rescheduling(known_on=date(2027, 1, 3), effective=date(2027, 1, 1)),
        ...     ),
        ... )
        >>> version.effective_as_known(date(2027, 1, 3))
        datetime.date(2027, 1, 1)
        >>> version.begins(date(2027, 1, 3))
        datetime.date(2027, 1, 3)
        """
        day = self._due_on(self._plan(known_on), known_on)
        return self._spared(day, known_on) or day

    def turning_days(self) -> Iterator[date]:
        """Give each day on which an answer about it may become another."""
        if self.published is not None:
            yield self.published
        if self.withdrawn_on is not None:
            yield self.withdrawn_on
        effective = [self.effective, *(one.effective for one in self.reschedulings)]
        yield from effective
        yield from (one.known_on for one in self.reschedulings)
        yield from (one.met_on for one in self.holds if one.met_on is not None)
        for spell in self.spoiled:
            yield from (one for one in (spell.since, spell.until) if one is not None)
        if self.mailing is not None:
            yield from (one.known_on for one in self.mailing.tellings)
            void = (one.void_on for one in self.mailing.tellings)
            yield from (day for day in void if day is not None)
            due = (self.mailing.due_by(one) for one in effective)
            yield from (day + _ONE_DAY for day in due if day < date.max)

    def _plan(self, known_on: date) -> Rescheduling:
        """Give the effective date as known on a day, with the day it became known.

        A version that is in force can't be rescheduled: what says so is ignored. Of
        several that became known on one day the last one counts.
        """
        plan = Rescheduling(known_on=date.min, effective=self.effective)
        for day, moved in groupby(self.reschedulings, lambda one: one.known_on):
            if day > known_on or self._has_begun(plan, day):
                break
            *_, plan = moved
        return plan

    def _has_begun(self, plan: Rescheduling, on: date) -> bool:
        """Tell whether it took effect by a plan, on a day or before."""
        if (
            self.published is None
            or self.is_broken
            or plan.effective < self.earliest
            or self._cleared_on(on, plan.effective) is None
        ):
            return False
        begins = self._spared(self._due_on(plan, on), on)
        return begins is not None and begins <= on

    def _due_on(self, plan: Rescheduling, known_on: date) -> date:
        """Give the day it takes effect by a plan, if its notice stays as it was."""
        cleared = self._cleared_on(known_on, plan.effective) or date.min
        return max(plan.effective, plan.known_on, self.published or date.min, cleared)

    def _spared(self, day: date, known_on: date) -> date | None:
        """Give the first day from one on with the approved notice, as far as known.

        Nothing, where the notice is not the approved one, and was not on that day.
        """
        for spell in self.spoiled:
            if spell.holds(day, known_on):
                if spell.until is None or spell.is_open(known_on):
                    return None
                day = spell.until
        return day

    def _cleared_on(self, known_on: date, effective: date) -> date | None:
        """Give the day since when nothing holds it, as known on a day.

        Nothing, where something does.
        """
        days = [date.min]
        for hold in self.holds:
            if hold.met_on is not None and hold.met_on <= known_on:
                days.append(hold.met_on)
            elif not (hold.waits and known_on < effective):
                return None
        if self.mailing is not None:
            sent = self.mailing.cleared_on(known_on, effective)
            if sent is None:
                return None
            days.append(sent)
        return max(days)


def earliest_effective(published: date, lead_days: int) -> date:
    """Give the first day that is `lead_days` whole days after publication.

    >>> earliest_effective(date(2026, 11, 24), 30)
    datetime.date(2026, 12, 24)
    """
    return published + lead_days * _ONE_DAY
