"""Versions and a day in; which text is in force, and the status of each, out.

Everything here is derived: nothing about a status is ever stored. A question about a
day is answered with what was known on that day, so that an answer given then is
never changed by what happened later.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from duenotice.timeline.readiness import Readiness
from duenotice.timeline.replacement import first_replacement

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from duenotice.model.label import VersionLabel
    from duenotice.timeline.dated_version import DatedVersion
    from duenotice.timeline.replacement import Replacement


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


class Timeline(Readiness):
    """All versions of a statement, from day to day."""

    def __init__(self, versions: Iterable[DatedVersion]) -> None:
        """Take the versions in any order."""
        super().__init__(versions)
        self._plain = Readiness(self.versions)
        self._replacements: dict[VersionLabel, Replacement | None] = {}

    def public(self, as_of: date) -> tuple[DatedVersion, ...]:
        """Give the versions that can be read on a day, in order."""
        return tuple(v for v in self.versions if v.is_public(as_of))

    def may_take_effect(self, version: DatedVersion, as_of: date) -> bool:
        """Tell whether only its date keeps a version from being in force."""
        is_ready = super().may_take_effect(version, as_of)
        return is_ready and self.replacer(version, as_of) is None

    def replacer(self, version: DatedVersion, as_of: date) -> DatedVersion | None:
        """Give what took the place of a version on an earlier day, if anything did.

        Such a version never comes back, whatever happens to what replaced it: people
        were last told of the other text.
        """
        label = version.label
        if label not in self._replacements:
            days = self._turning_days
            self._replacements[label] = first_replacement(self._plain, version, days)
        found = self._replacements[label]
        return None if found is None or as_of < found.since else found.by

    def _makes_way(
        self, earlier: DatedVersion, version: DatedVersion, as_of: date
    ) -> bool:
        if self.may_take_effect(earlier, as_of):
            return True
        is_its_place = self.replacer(earlier, as_of) is version and earlier.begins(
            as_of
        ) == version.begins(as_of)
        return is_its_place and super().may_take_effect(earlier, as_of)

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
        is_ready = self.may_take_effect(version, as_of)
        return Status.SCHEDULED if is_ready else Status.HELD

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
        in force. One that was replaced stays so, unless what replaced it is withdrawn:
        then neither takes effect, and it is held.
        """
        former = self.replacer(version, as_of)
        if former is not None or not self.is_held(version, as_of):
            rivals = self.rivals(version, as_of)
            if rivals or former is None:
                return rivals[-1] if rivals else None
        in_force = self.in_force(as_of)
        if in_force is not None and in_force.label > version.label:
            return in_force
        return None if former is None or former.is_withdrawn(as_of) else former

    def periods(self, as_of: date) -> tuple[Period, ...]:
        """Give who was in force when, and as far as known who will be."""
        starts: list[tuple[VersionLabel, date]] = []
        for day in self._turning_days:
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

    @cached_property
    def _turning_days(self) -> tuple[date, ...]:
        days = {day for one in self.versions for day in one.turning_days()}
        return tuple(sorted(days))

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
