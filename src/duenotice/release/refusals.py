"""Why a version is not made, and what to do instead."""

from __future__ import annotations

from typing import TYPE_CHECKING
from typing import ClassVar

from duenotice.errors import DuenoticeError

if TYPE_CHECKING:
    from datetime import date

    from duenotice.model.label import VersionLabel


class NothingToReleaseError(DuenoticeError):
    """The draft says what the newest version says."""

    hint: ClassVar[str] = (
        "Change a section first. A version without a change would tell people nothing."
    )

    def __init__(self, label: VersionLabel) -> None:
        """Name the version."""
        super().__init__(f"the draft is the same as version {label}")


class ProposedVersionError(DuenoticeError):
    """A proposed version waits already."""

    hint: ClassVar[str] = (
        "Use `release --again` to stamp it anew with the draft as it is now, or "
        "`release --discard` to undo it."
    )

    def __init__(self, label: VersionLabel) -> None:
        """Name it."""
        super().__init__(f"version {label} is proposed already and not recorded yet")


class NoProposedVersionError(DuenoticeError):
    """There is nothing to stamp again or to discard."""

    hint: ClassVar[str] = (
        "A version can be stamped again or discarded until it stands on the "
        "publishing branch. After that, use `withdraw` or `reschedule`."
    )

    def __init__(self) -> None:
        """Say so."""
        super().__init__("no version is proposed")


class TooEarlyError(DuenoticeError):
    """The effective date leaves less time than was promised."""

    def __init__(self, effective: date, earliest: date, reason: str) -> None:
        """Give the earliest day and why."""
        super().__init__(
            f"{effective} is too early: the earliest effective date is {earliest} "
            f"({reason})",
            hint=f"Use --effective {earliest} or later. If a law leaves no time, give "
            "the reason with `release --required-by-law`: it waives the lead time, "
            "never the notice.",
        )


class TooFarError(DuenoticeError):
    """A day is further away than anybody plans."""

    hint: ClassVar[str] = "Look at the year: dates lie within the next ten years."

    def __init__(self, day: date, latest: date) -> None:
        """Give the day, and the last one that is taken."""
        super().__init__(
            f"{day} is too far away: the last day that is taken is {latest}"
        )


class LabelTakenError(DuenoticeError):
    """A label doesn't come after those there are."""

    def __init__(
        self, label: VersionLabel, newest: VersionLabel, free: VersionLabel
    ) -> None:
        """Name the newest version and the first free label."""
        super().__init__(
            f"version {label} would not come after version {newest}",
            hint=f"The first free label is {free}.",
        )


class LabelAheadError(DuenoticeError):
    """A text can't have been revised after it is published."""

    hint: ClassVar[str] = (
        "A version is named by the day it was last revised: use that day, or a later "
        "--published."
    )

    def __init__(self, label: VersionLabel, published: date) -> None:
        """Name both days."""
        super().__init__(
            f"version {label} would be published on {published}, before its date"
        )


class BackdatedError(DuenoticeError):
    """Nothing can be published before today."""

    hint: ClassVar[str] = (
        "Leave --published out. A text that was published before this project used "
        "duenotice is brought in with --adopt."
    )

    def __init__(self, published: date) -> None:
        """Name the day."""
        super().__init__(f"{published} has passed: nothing is published before today")


class DisclosureError(DuenoticeError):
    """A text would be public before its day, within a later one."""

    def __init__(self, label: VersionLabel, published: date) -> None:
        """Name the version that the draft goes on from, and its day."""
        super().__init__(
            f"version {label} is not public before {published}, and the draft holds "
            "its text",
            hint=f"Use --published {published} or later, or take the version back "
            f"first with `withdraw {label} --restore`.",
        )
