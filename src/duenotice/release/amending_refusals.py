"""Why a fix is not made while another version is scheduled, and what to do instead."""

from __future__ import annotations

from typing import TYPE_CHECKING
from typing import ClassVar

from duenotice.diagnostics import Severity
from duenotice.errors import DuenoticeError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from duenotice.diagnostics import Diagnostic
    from duenotice.model.label import VersionLabel
    from duenotice.review.schedule import Lead


class AmendsError(DuenoticeError):
    """A scheduled version waits, and it isn't said what the release changes."""

    def __init__(self, pending: VersionLabel, effective: date) -> None:
        """Name the scheduled version."""
        super().__init__(
            f"version {pending} is scheduled to take effect on {effective}",
            hint="Say what this release changes: `--amends pending` puts a corrected "
            "version in its place, with the same effective date; `--amends in-force` "
            "also corrects the text in force today; or give an --effective date after "
            f"{effective} for a change that comes later.",
        )


class NothingPendingError(DuenoticeError):
    """`--amends` was given, and no version is scheduled."""

    hint: ClassVar[str] = (
        "Leave `--amends` out: the release then follows the text in force."
    )

    def __init__(self) -> None:
        """Say so."""
        super().__init__("there is no scheduled version to amend")


class NothingSharedError(DuenoticeError):
    """The fix touches only what the scheduled version brings."""

    hint: ClassVar[str] = (
        "Use `--amends pending`: the text in force doesn't have these words."
    )

    def __init__(self) -> None:
        """Say so."""
        super().__init__("the fix changes nothing in the text in force")


class ManyPendingError(DuenoticeError):
    """A fix of the text in force would take the place of a scheduled version."""

    def __init__(self, first: VersionLabel, pending: VersionLabel) -> None:
        """Name the scheduled versions."""
        super().__init__(
            f"version {first} is scheduled to take effect before version {pending}, "
            "and a fix of the text in force would take its place",
            hint=f"Use `--amends pending`, or wait until version {first} is in force.",
        )


class MergedFaultsError(DuenoticeError):
    """The fix leans on what only the scheduled version has."""

    hint: ClassVar[str] = (
        "The text in force lacks what the fix refers to: use `--amends pending`, or "
        "word the fix so that it fits both texts."
    )

    def __init__(self, found: Sequence[Diagnostic]) -> None:
        """Show each fault."""
        errors = [str(one) for one in found if one.severity is Severity.ERROR]
        super().__init__(
            "\n".join(["the text in force would have faults with this fix:", *errors])
        )


class NoTextInForceError(DuenoticeError):
    """No version is in force yet."""

    hint: ClassVar[str] = "Leave out what would change or restore the text in force."

    def __init__(self) -> None:
        """Say so."""
        super().__init__("no version is in force yet")


class KeptDateError(DuenoticeError):
    """A fix keeps the date that was announced."""

    def __init__(self, pending: VersionLabel, effective: date) -> None:
        """Name the scheduled version and its date."""
        super().__init__(
            f"a fix keeps the effective date of version {pending}, {effective}",
            hint="Leave --effective out, or move the date with "
            f"`reschedule {pending}`.",
        )


class FixTooLateError(DuenoticeError):
    """The scheduled version takes effect before the fix is published."""

    hint: ClassVar[str] = "Release the fix as a version of its own, without --amends."

    def __init__(self, published: date, effective: date) -> None:
        """Name both days."""
        super().__init__(
            f"the fix would be published on {published}, after the scheduled version "
            f"takes effect on {effective}"
        )


class FixTooEarlyError(DuenoticeError):
    """The fix brings something that people must be told of before."""

    def __init__(self, pending: VersionLabel, effective: date, lead: Lead) -> None:
        """Name the scheduled version, its date, and the first permitted day."""
        super().__init__(
            f"with this fix the earliest effective date is {lead.earliest} "
            f"({lead.reason}), and version {pending} takes effect on {effective}",
            hint=f"Move the date first with `reschedule {pending} --effective "
            f"{lead.earliest}`, or release the fix as a version of its own, with an "
            "--effective date after it.",
        )


class FixMaterialError(DuenoticeError):
    """A fix of the text in force takes effect today, and can't change what counts."""

    hint: ClassVar[str] = (
        "Release it as a version of its own, with its own notice; or use `--amends "
        "pending` where it belongs to the scheduled text alone."
    )

    def __init__(self, in_force: VersionLabel, findings: Sequence[str]) -> None:
        """Name the text in force and the findings."""
        named = "\n".join(f"  {one}" for one in findings)
        super().__init__(
            f"the fix changes in version {in_force}, which is in force, what people "
            f"must be told of before:\n{named}"
        )
