"""What is known of a version's days: moves, conditions, messages, its notice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duenotice.model.label import VersionLabel
    from duenotice.model.record import Event

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

    void_on: date | None = None
    """Since when they name a day that is too late: the change was moved before it."""

    named: date | None = None
    """The effective day that they name."""

    version: VersionLabel | None = None
    """What they were about."""

    event: Event | None = None
    """What its record says of them."""

    def counts(self, known_on: date) -> bool:
        """Tell whether people know of the day, as known on a day."""
        is_void = self.void_on is not None and self.void_on <= known_on
        return self.known_on <= known_on and not is_void


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailing:
    """The messages that must reach each person before the change."""

    days: int
    """Between the messages and the effective day, at least."""

    tellings: tuple[Telling, ...] = ()

    def sent(self, known_on: date) -> tuple[Telling, ...]:
        """Give the messages that told people of the day, as known on a day."""
        return tuple(one for one in self.tellings if one.counts(known_on))

    def due_by(self, effective: date) -> date:
        """Give the last day on which they are in time."""
        return effective - self.days * _ONE_DAY

    def cleared_on(self, known_on: date, effective: date) -> date | None:
        """Give the day since when they are known to be in time, as known on a day.

        While there is still time, nothing has to be known. Nothing, where it is too
        late: on the effective day itself at the latest.
        """
        due = self.due_by(effective)
        known = [one.known_on for one in self.sent(known_on) if one.on <= due]
        if known:
            return min(known)
        return date.min if known_on <= due and known_on < effective else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """The days from `since` (inclusive) to `until` (exclusive) of something amiss."""

    since: date
    until: date | None = None
    """Nothing while it is not mended."""

    def holds(self, on: date, known_on: date) -> bool:
        """Tell whether it spans a day, as far as known on another one.

        Of what is not mended, nobody knows when it will be.
        """
        if self.since > min(on, known_on):
            return False
        return self.until is None or self.is_open(known_on) or on < self.until

    def is_open(self, known_on: date) -> bool:
        """Tell whether it is not mended yet, as known on a day."""
        return self.until is None or known_on < self.until
