"""Which versions are ready to take effect, by what is known on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from duenotice.model.label import VersionLabel
    from duenotice.timeline.dated_version import DatedVersion

_ONE_DAY = timedelta(days=1)


class Readiness:
    """All versions of a statement, each day taken by itself.

    What a version was on earlier days is for the timeline, which goes on from this.
    """

    def __init__(self, versions: Iterable[DatedVersion]) -> None:
        """Take the versions in any order."""
        self.versions = tuple(sorted(versions, key=lambda version: version.label))
        self._by_label = {version.label: version for version in self.versions}
        self._places = {one.label: place for place, one in enumerate(self.versions)}
        self._ready: dict[tuple[VersionLabel, date], bool] = {}

    def __getitem__(self, label: VersionLabel) -> DatedVersion:
        """Give a version by its label."""
        return self._by_label[label]

    def is_held(self, version: DatedVersion, as_of: date) -> bool:
        """Tell whether a version fails the gate, as known on a day."""
        return version.is_held(as_of) or not self.follows_its_baseline(version, as_of)

    def may_take_effect(self, version: DatedVersion, as_of: date) -> bool:
        """Tell whether only its date keeps a version from being in force."""
        key = (version.label, as_of)
        if key not in self._ready:
            self._ready[key] = (
                version.is_public(as_of)
                and not version.is_withdrawn(as_of)
                and not self.is_held(version, as_of)
            )
        return self._ready[key]

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
        damaged = self.damaged(version.against, as_of)
        return (
            damaged is not None
            and (before is None or before.label < damaged.label)
            and damaged.begins(as_of) < version.begins(as_of)
        )

    def damaged(self, label: VersionLabel, as_of: date) -> DatedVersion | None:
        """Give a version, as it was when sound, that only damage to its files holds.

        What was assessed against it doesn't fall with it, and what it replaced doesn't
        come back.
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
                for earlier in reversed(self.versions[: self._places[version.label]])
                if earlier.begins(as_of) <= last
                and self._makes_way(earlier, version, as_of)
            ),
            None,
        )

    def _makes_way(
        self, earlier: DatedVersion, version: DatedVersion, as_of: date
    ) -> bool:
        """Tell whether, but for a version, an earlier one would be in force."""
        del version  # it makes no difference on a day that is taken by itself
        return self.may_take_effect(earlier, as_of)

    def rivals(self, version: DatedVersion, as_of: date) -> tuple[DatedVersion, ...]:
        """Give the later versions that are in force instead of one, or are to be."""
        begins = version.begins(as_of)
        return tuple(
            later
            for later in self._later(version)
            if self.may_take_effect(later, as_of) and later.begins(as_of) <= begins
        )

    def damaged_rivals(
        self, version: DatedVersion, as_of: date
    ) -> tuple[DatedVersion, ...]:
        """Give those that would be, were it not for damage to their files."""
        begins = version.begins(as_of)
        return tuple(
            later
            for later in self._later(version)
            if (sound := self.damaged(later.label, as_of)) is not None
            and sound.begins(as_of) <= begins
        )

    def _later(self, version: DatedVersion) -> tuple[DatedVersion, ...]:
        return self.versions[self._places[version.label] + 1 :]
