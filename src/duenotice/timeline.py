"""Versions and a day in; which text is in force, and the status of each, out.

Everything here is derived: nothing about a status is ever stored. A question about a
day is answered with what was known on that day, so that an answer given then is
never changed by what happened later.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from duenotice.model.label import VersionLabel

_ONE_DAY = timedelta(days=1)


class Status(enum.StrEnum):
    """What a version is on a given day."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    """Not public: not recorded yet, or its published day is still to come."""
    SCHEDULED = "scheduled"
    HELD = "held"
    """Recorded, but it fails the gate and doesn't take effect."""
    IN_FORCE = "in-force"
    SUPERSEDED = "superseded"
    REPLACED = "replaced"
    """A later version took its place before it took effect."""
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescheduling:
    """From `known_on` on, the version takes effect on `effective`."""

    known_on: date
    effective: date


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

    def is_public(self, as_of: date) -> bool:
        """Tell whether the text can be read on a day."""
        return self.published is not None and self.published <= as_of

    def is_held(self, as_of: date) -> bool:
        """Tell whether it fails the gate, as known on a day."""
        return self.is_broken or self.effective_as_known(as_of) < self.earliest

    def may_take_effect(self, as_of: date) -> bool:
        """Tell whether only its date keeps it from being in force."""
        return (
            self.is_public(as_of)
            and not self.is_held(as_of)
            and not self.is_withdrawn(as_of)
        )

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
        return max(plan.effective, plan.known_on, self.published or date.min)

    def _plan(self, known_on: date) -> Rescheduling:
        """Give the effective date as known on a day, with the day it became known.

        A version that is in force can't be rescheduled: what says so is ignored. Of
        several that became known on one day the last one counts.
        """
        plan = Rescheduling(known_on=date.min, effective=self.effective)
        for day, moved in groupby(self.reschedulings, lambda one: one.known_on):
            if day > known_on or self._is_settled(plan, day):
                break
            *_, plan = moved
        return plan

    def _is_settled(self, plan: Rescheduling, on: date) -> bool:
        if self.published is None or self.is_broken or plan.effective < self.earliest:
            return False
        return max(plan.effective, plan.known_on, self.published) <= on


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days from `start` (inclusive) to `end` (exclusive) of one text in force."""

    label: VersionLabel
    start: date
    end: date | None


class Timeline:
    """All versions of a statement."""

    def __init__(self, versions: Iterable[DatedVersion]) -> None:
        """Take the versions in any order."""
        self.versions = tuple(sorted(versions, key=lambda version: version.label))
        self._by_label = {version.label: version for version in self.versions}

    def __getitem__(self, label: VersionLabel) -> DatedVersion:
        """Give a version by its label."""
        return self._by_label[label]

    def public(self, as_of: date) -> tuple[DatedVersion, ...]:
        """Give the versions that can be read on a day, in order."""
        return tuple(v for v in self.versions if v.is_public(as_of))

    def in_force(self, as_of: date) -> DatedVersion | None:
        """Give the version in force: the highest label that has taken effect."""
        return next(
            (
                version
                for version in reversed(self.versions)
                if version.may_take_effect(as_of) and version.begins(as_of) <= as_of
            ),
            None,
        )

    def scheduled(self, as_of: date) -> tuple[DatedVersion, ...]:
        """Give the versions that will take effect, in order."""
        return tuple(
            version
            for version in self.versions
            if self.status(version.label, as_of) is Status.SCHEDULED
        )

    def shown(self, as_of: date) -> DatedVersion | None:
        """Give the version that the statement's own page shows.

        That is the one in force; before the first effective date it is the first
        that is to come.
        """
        return self.in_force(as_of) or next(iter(self.scheduled(as_of)), None)

    def status(self, label: VersionLabel, as_of: date) -> Status:
        """Derive the status of a version."""
        version = self[label]
        if not version.is_public(as_of):
            return Status.PROPOSED
        if version.is_withdrawn(as_of):
            return Status.WITHDRAWN
        if version.is_broken:
            return Status.HELD
        if version is self.in_force(as_of):
            return Status.IN_FORCE
        if self._was_in_force(version, as_of):
            return Status.SUPERSEDED
        if self._rival(version, as_of) is not None:
            return Status.REPLACED
        return Status.HELD if version.is_held(as_of) else Status.SCHEDULED

    def successor(self, label: VersionLabel, as_of: date) -> DatedVersion | None:
        """Give the version that took, or is to take, the place of another.

        For one that was in force that is the next one in force; for one that never
        was, the version that will be in force instead of it.
        """
        version = self[label]
        if not self._was_in_force(version, as_of):
            return self._rival(version, as_of)
        periods = self.periods(as_of)
        labels = [period.label for period in periods]
        after = labels.index(label) + 1
        return self[labels[after]] if after < len(labels) else None

    def _rival(self, version: DatedVersion, as_of: date) -> DatedVersion | None:
        """Give the later version that is in force instead, or is to be.

        One that is held could still be given another date, until a later version is
        in force.
        """
        if version.is_held(as_of):
            in_force = self.in_force(as_of)
            is_later = in_force is not None and in_force.label > version.label
            return in_force if is_later else None
        begins = version.begins(as_of)
        rivals = [
            later
            for later in self.versions
            if later.label > version.label
            and later.may_take_effect(as_of)
            and later.begins(as_of) <= begins
        ]
        return rivals[-1] if rivals else None

    def periods(self, as_of: date) -> tuple[Period, ...]:
        """Give who was in force when, and as far as known who will be."""
        starts: list[tuple[VersionLabel, date]] = []
        for day in self._turning_days(as_of):
            version = self._expected(day, as_of)
            if version is not None and (not starts or starts[-1][0] != version.label):
                starts.append((version.label, day))
        ends = [start for _, start in starts[1:]]
        return tuple(
            Period(label=label, start=start, end=end)
            for (label, start), end in zip(starts, [*ends, None], strict=False)
        )

    def period(self, label: VersionLabel, as_of: date) -> Period | None:
        """Give the period in which a version is in force, where there is one."""
        return next((p for p in self.periods(as_of) if p.label == label), None)

    def next_change(self, as_of: date) -> date | None:
        """Give the next day on which, as far as known, a page will change."""
        days = [v.published for v in self.versions if v.published is not None]
        days += [version.begins(as_of) for version in self.scheduled(as_of)]
        return min((day for day in days if day > as_of), default=None)

    def next_public_change(self, as_of: date) -> date | None:
        """Give the next change that the public may know of: none of what is to come."""
        days = [version.begins(as_of) for version in self.scheduled(as_of)]
        return min((day for day in days if day > as_of), default=None)

    def _was_in_force(self, version: DatedVersion, as_of: date) -> bool:
        begins = version.begins(as_of)
        return begins <= as_of and self.in_force(begins) is version

    def _turning_days(self, as_of: date) -> list[date]:
        days: set[date] = set()
        for version in self.versions:
            if version.published is not None:
                days |= {version.published, version.begins(as_of)}
            days |= {one.known_on for one in version.reschedulings}
            if version.withdrawn_on is not None:
                days.add(version.withdrawn_on)
        return sorted(days)

    def _expected(self, day: date, as_of: date) -> DatedVersion | None:
        """Give who is in force: by then's knowledge, or for the future by today's."""
        if day <= as_of:
            return self.in_force(day)
        candidates = [
            version
            for version in self.versions
            if version.may_take_effect(as_of) and version.begins(as_of) <= day
        ]
        return candidates[-1] if candidates else None


def earliest_effective(published: date, lead_days: int) -> date:
    """Give the first day that is `lead_days` whole days after publication.

    >>> earliest_effective(date(2026, 11, 24), 30)
    datetime.date(2026, 12, 24)
    """
    return published + lead_days * _ONE_DAY
