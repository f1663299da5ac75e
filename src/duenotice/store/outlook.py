"""Which text is in force, and which ones are to follow it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from duenotice.model.label import VersionLabel
    from duenotice.store.archive import Archive
    from duenotice.store.version import StoredVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """The texts in force from a day on, in their order."""

    in_force: StoredVersion | None
    """On that day."""

    coming: tuple[StoredVersion, ...]
    """Recorded, whether public or not yet, and to be in force later."""

    @property
    def pending(self) -> StoredVersion | None:
        """Give the last of those that are to come."""
        return self.coming[-1] if self.coming else None

    def before(self, label: VersionLabel) -> StoredVersion | None:
        """Give the text that a version follows."""
        earlier = [one for one in self.coming if one.label < label]
        if earlier:
            return earlier[-1]
        is_earlier = self.in_force is not None and self.in_force.label < label
        return self.in_force if is_earlier else None


def look_ahead(archive: Archive, today: date) -> Outlook:
    """Give what is in force today, and what will be by all that is recorded."""
    timeline, versions = archive.timeline, archive.versions
    in_force = timeline.in_force(today)
    days = [v.published for v in timeline.versions if v.published is not None]
    periods = timeline.periods(max([*days, today]))
    return Outlook(
        in_force=None if in_force is None else versions[in_force.label],
        coming=tuple(versions[p.label] for p in periods if p.start > today),
    )
