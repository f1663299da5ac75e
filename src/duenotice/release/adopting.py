"""Adopting versions that were published before the project used this program."""

from __future__ import annotations

from typing import TYPE_CHECKING
from typing import ClassVar

from duenotice.errors import DuenoticeError
from duenotice.review.schedule import Lead

if TYPE_CHECKING:
    from datetime import date

    from duenotice.model.label import VersionLabel
    from duenotice.release.request import Release
    from duenotice.release.version_maker import VersionMaker


class AdoptedAfterError(DuenoticeError):
    """The program's own versions come after all that was adopted."""

    hint: ClassVar[str] = "Only what came before it can be adopted."

    def __init__(self, label: VersionLabel) -> None:
        """Name the first of the program's own versions."""
        super().__init__(f"version {label} was published with this program already")


class AdoptionDatesError(DuenoticeError):
    """The dates of an adopted version are known, and can't be guessed."""

    hint: ClassVar[str] = "Give both days as they were."

    def __init__(self) -> None:
        """Say which dates are needed."""
        super().__init__("an adopted version needs --published and --effective")


class AdoptionScheduledError(DuenoticeError):
    """What is still to come is released, not adopted."""

    hint: ClassVar[str] = "Release it without --adopt."

    def __init__(self, day: date) -> None:
        """Name the day."""
        super().__init__(f"{day} is still to come, and an adopted version is past")


class AdoptionOrderError(DuenoticeError):
    """Versions are adopted in the order they had."""

    hint: ClassVar[str] = "Adopt versions in the order in which they took effect."

    def __init__(self, effective: date, before: VersionLabel, its_date: date) -> None:
        """Name the version before."""
        super().__init__(
            f"the effective date {effective} lies before that of version {before} "
            f"({its_date})"
        )


def adopt(maker: VersionMaker) -> Release:
    """Record the draft as a version that was published before.

    Raises:
        AdoptedAfterError: The program has published versions itself already.
        AdoptionDatesError: A date is missing.
        AdoptionScheduledError: A date is still to come.
        AdoptionOrderError: It took effect before the version adopted last.
    """
    request, archive = maker.request, maker.archive
    own = [v for v in archive.versions.values() if not v.record.is_adopted]
    if own:
        raise AdoptedAfterError(own[0].label)
    if request.published is None or request.effective is None:
        raise AdoptionDatesError
    latest = max(request.published, request.effective)
    if latest > request.today:
        raise AdoptionScheduledError(latest)
    newest = archive.newest
    if newest is not None and request.effective < newest.record.effective:
        raise AdoptionOrderError(
            request.effective, newest.label, newest.record.effective
        )
    facts = maker.facts(request.effective, None if newest is None else newest.label)
    fixed = maker.fix(maker.draft, facts, maker.copies(newest))
    lead = Lead(days=0, earliest=request.published, reason="adopted: published before")
    return maker.finish(lead, fixed)
