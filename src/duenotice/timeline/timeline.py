"""Versions and a day in; which text is in force, and the status of each, out.

Everything here is derived: nothing about a status is ever stored. A question about a
day is answered with what was known on that day, so that an answer given then is
never changed by what happened later.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from duenotice.model.label import VersionLabel
    from duenotice.timeline.dated_version import DatedVersion

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
        self._effectual: dict[tuple[VersionLabel, date], bool] = {}

    def __getitem__(self, label: VersionLabel) -> DatedVersion:
        """Give a version by its label."""
        return self._by_label[label]

    def public(self, as_of: date) -> tuple[DatedVersion, ...]:
        """Give the versions that can be read on a day, in order."""
        return tuple(v for v in self.versions if v.is_public(as_of))

    def is_held(self, version: DatedVersion, as_of: date) -> bool:
        """Tell whether a version fails the gate, as known on a day."""
        return version.is_held(as_of) or not self.follows_its_baseline(version, as_of)

    def may_take_effect(self, version: DatedVersion, as_of: date) -> bool:
        """Tell whether only its date keeps a version from being in force."""
        key = (version.label, as_of)
        if key not in self._effectual:
            self._effectual[key] = (
                version.is_public(as_of)
                and not version.is_withdrawn(as_of)
                and not self.is_held(version, as_of)
            )
        return self._effectual[key]

    def follows_its_baseline(self, version: DatedVersion, as_of: date) -> bool:
        """Tell whether it takes the place of the text that it was assessed against.

        Otherwise it would bring changes that nobody was told of.
        """
        if version.is_first:
            return self.baseline(version, as_of) is None
        if version.against is None:
            return True
        before = self.baseline(version, as_of)
        corrected = self._before(version, as_of, version.begins(as_of))
        if version.against in {one.label for one in (before, corrected) if one}:
            return True
        damaged = self._damaged(version.against, as_of)
        return (
            damaged is not None
            and (before is None or before.label < damaged.label)
            and damaged.begins(as_of) < version.begins(as_of)
        )

    def _damaged(self, label: VersionLabel, as_of: date) -> DatedVersion | None:
        """Give a version, as it was when sound, that only damage to its files holds.

        What was assessed against it doesn't fall with it.
        """
        version = self._by_label.get(label)
        if version is None or not version.is_broken:
            return None
        sound = replace(version, is_broken=False)
        is_gone = not sound.is_public(as_of) or sound.is_withdrawn(as_of)
        return None if is_gone or sound.is_held(as_of) else sound

    def baseline(self, version: DatedVersion, as_of: date) -> DatedVersion | None:
        """Give what is in force on the day before a version, as far as known."""
        return self._before(version, as_of, version.begins(as_of) - _ONE_DAY)

    def _before(
        self, version: DatedVersion, as_of: date, last: date
    ) -> DatedVersion | None:
        """Give what a version comes after, of those in force by a last day.

        By its own first day that is what it corrects on that very day.
        """
        return next(
            (
                earlier
                for earlier in reversed(self.versions)
                if earlier.label < version.label
                and self.may_take_effect(earlier, as_of)
                and earlier.begins(as_of) <= last
            ),
            None,
        )

    def in_force(self, as_of: date) -> DatedVersion | None:
        """Give the version in force: the highest label that has taken effect."""
        return next(
            (
                version
                for version in reversed(self.versions)
                if self.may_take_effect(version, as_of)
                and version.begins(as_of) <= as_of
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
        return Status.HELD if self.is_held(version, as_of) else Status.SCHEDULED

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
        if self.is_held(version, as_of):
            in_force = self.in_force(as_of)
            is_later = in_force is not None and in_force.label > version.label
            return in_force if is_later else None
        begins = version.begins(as_of)
        rivals = [
            later
            for later in self.versions
            if later.label > version.label
            and self.may_take_effect(later, as_of)
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
        for version in self.scheduled(as_of):
            days.append(version.begins(as_of))
            days += version.too_late_on(as_of)
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
            if self.may_take_effect(version, as_of) and version.begins(as_of) <= day
        ]
        return candidates[-1] if candidates else None
