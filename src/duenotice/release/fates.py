"""The fate of a recorded version: why it can't be changed, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING
from typing import ClassVar

from duenotice.errors import DuenoticeError
from duenotice.timeline import Status

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Sequence
    from datetime import date

    from duenotice.model.label import VersionLabel

_WHY = {
    Status.IN_FORCE: "is in force",
    Status.SUPERSEDED: "has been in force",
    Status.WITHDRAWN: "was withdrawn already",
}


class UnrecordedError(DuenoticeError):
    """A proposed version is changed, not withdrawn."""

    hint: ClassVar[str] = (
        "Use `release --again` with other dates, or `release --discard`."
    )

    def __init__(self, label: VersionLabel) -> None:
        """Name it."""
        super().__init__(f"version {label} is not recorded yet")


class ToldTooEarlyError(DuenoticeError):
    """People can't have been told of a version before it was public."""

    hint: ClassVar[str] = "Give the day on which the messages went out."

    def __init__(self, label: VersionLabel, on: date, published: date) -> None:
        """Name both days."""
        super().__init__(
            f"on {on} version {label} was not public: it is since {published}"
        )


class ToldAheadError(DuenoticeError):
    """Messages are recorded once they are out."""

    hint: ClassVar[str] = "Record them on that day, or later."

    def __init__(self, on: date) -> None:
        """Name the day."""
        super().__init__(f"{on} is still to come")


class ToldTwiceError(DuenoticeError):
    """Messages that were made once go out once."""

    hint: ClassVar[str] = "There is nothing more to record of them."

    def __init__(self, label: VersionLabel, days: Iterable[date]) -> None:
        """Name the version, and the days on which they went out."""
        told = " and ".join(map(str, sorted(set(days))))
        super().__init__(
            f"the record of version {label} says already that these messages went out "
            f"on {told}"
        )


class UnknownObligationError(DuenoticeError):
    """Nothing of that name is asked of anybody."""

    def __init__(self, name: str, label: VersionLabel, known: Sequence[str]) -> None:
        """Name it, and what is asked."""
        super().__init__(
            f'version {label} has no obligation "{name}"',
            hint=f"It has: {', '.join(known) or 'none'}.",
        )


class NotPublicError(DuenoticeError):
    """People can be told of a version once it is recorded."""

    hint: ClassVar[str] = "Merge it into the publishing branch first."

    def __init__(self, label: VersionLabel) -> None:
        """Name it."""
        super().__init__(f"version {label} is not recorded yet")


class ProposalWaitsError(DuenoticeError):
    """A proposed version was worked out from what is scheduled now."""

    hint: ClassVar[str] = (
        "It was worked out from the dates as they are. Undo it with "
        "`release --discard`, which keeps the draft's text, and release it again "
        "afterwards."
    )

    def __init__(self, label: VersionLabel) -> None:
        """Name it."""
        super().__init__(f"version {label} is proposed and not recorded yet")


class SettledError(DuenoticeError):
    """People have been told, and it has come to pass: that stays as it was."""

    hint: ClassVar[str] = (
        "What has been stays as it was: release a new version instead."
    )

    def __init__(self, label: VersionLabel, status: Status, what: str) -> None:
        """Say what the version is and what can't be done."""
        super().__init__(f"version {label} {_WHY[status]} and can't be {what}")


class ReplacedError(DuenoticeError):
    """Another version has taken the place of this one."""

    def __init__(self, label: VersionLabel, successor: VersionLabel) -> None:
        """Name the other one."""
        super().__init__(
            f"version {label} was replaced by version {successor}",
            hint=f"Name version {successor} instead.",
        )


class SameDateError(DuenoticeError):
    """The date is what it was."""

    hint: ClassVar[str] = "Give another day."

    def __init__(self, label: VersionLabel, effective: date) -> None:
        """Name both."""
        super().__init__(f"version {label} takes effect on {effective} already")


class PassingError(DuenoticeError):
    """Versions take effect in the order of their labels."""

    hint: ClassVar[str] = (
        "Reschedule that one first, or give a day that keeps the order."
    )

    def __init__(
        self, label: VersionLabel, to: date, other: VersionLabel, effective: date
    ) -> None:
        """Name the version that would be passed."""
        super().__init__(
            f"on {to} version {label} would pass version {other}, which takes effect "
            f"on {effective}"
        )


class DraftDiffersError(DuenoticeError):
    """The draft holds changes that would be lost."""

    hint: ClassVar[str] = (
        "They would be lost. Withdraw without --restore, and undo by hand what should "
        "not stay."
    )

    def __init__(self, label: VersionLabel) -> None:
        """Name the version."""
        super().__init__(f"the draft holds other changes than those of version {label}")


class UncommittedError(DuenoticeError):
    """Work that isn't in git would be lost."""

    hint: ClassVar[str] = "Commit or stash these changes first."

    def __init__(self, paths: Sequence[str]) -> None:
        """Name the files."""
        names = "\n".join(f"  {path}" for path in paths)
        super().__init__(f"these changes are in no commit and would be lost:\n{names}")
