"""A version's days: when it was published, moved, cleared and withdrawn."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field
from datetime import date
from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from duenotice.model.record import Reach

if TYPE_CHECKING:
    from collections.abc import Mapping

    from duenotice.model.label import VersionLabel

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescheduling:
    """From `known_on` on, the version takes effect on `effective`."""

    known_on: date
    effective: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """Something that must be met before a version takes effect."""

    code: str
    """Its name among the gate's conditions, such as `finding-undecided`."""

    about: str = ""
    """Which finding, locale or obligation."""

    met_on: date | None = None
    """The day since when it is known to be met."""

    waits: bool = False
    """It may be met until the effective day: it holds nothing before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Word that people were sent messages."""

    known_on: date
    on: date
    """The day on which the messages went out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailing:
    """The messages that must reach each person before the change."""

    days: int
    """Between the messages and the effective day, at least."""

    tellings: tuple[Telling, ...] = ()

    def due_by(self, effective: date) -> date:
        """Give the last day on which they are in time."""
        return effective - self.days * _ONE_DAY

    def cleared_on(self, known_on: date, effective: date) -> date | None:
        """Give the day since when they are known to be in time, as known on a day.

        While there is still time, nothing has to be known. Nothing, where it is too
        late: on the effective day itself at the latest.
        """
        due = self.due_by(effective)
        in_time = [one.known_on for one in self.tellings if one.on <= due]
        known = [day for day in in_time if day <= known_on]
        if known:
            return min(known)
        return date.min if known_on <= due and known_on < effective else None


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
    spoiled_on: date | None = None
    """Since when its notice is not the approved one; nothing while it is."""

    reaches: Reach = Reach.ALL
    mailing: Mailing | None = None
    announced: Mapping[tuple[str, str], date] = field(default_factory=dict)
    """By id and evidence: since when a finding has stayed announced."""

    def effective_as_known(self, known_on: date) -> date:
        """Give the effective date as it was known on a day."""
        return self._plan(known_on).effective

    def is_withdrawn(self, known_on: date) -> bool:
        """Tell whether it was taken back before it took effect."""
        if self.withdrawn_on is None or self.withdrawn_on > known_on:
            return False
        return not self._is_settled(
            self._plan(self.withdrawn_on - _ONE_DAY), self.withdrawn_on
        )

    def is_spoiled(self, known_on: date) -> bool:
        """Tell whether its notice was lost before it took effect."""
        if self.spoiled_on is None or self.spoiled_on > known_on:
            return False
        return not self._has_begun(self._plan(self.spoiled_on), self.spoiled_on)

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
        plan = self._plan(known_on)
        cleared = self._cleared_on(known_on, plan.effective) or date.min
        return max(plan.effective, plan.known_on, self.published or date.min, cleared)

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

    def _is_settled(self, plan: Rescheduling, on: date) -> bool:
        return self._has_begun(plan, on) and not self.is_spoiled(on)

    def _has_begun(self, plan: Rescheduling, on: date) -> bool:
        """Tell whether it took effect by a plan, had its notice stayed as it was."""
        cleared = self._cleared_on(on, plan.effective)
        if (
            self.published is None
            or self.is_broken
            or plan.effective < self.earliest
            or cleared is None
        ):
            return False
        return max(plan.effective, plan.known_on, self.published, cleared) <= on

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
