"""Why no messages can be made of a version."""

from __future__ import annotations

from typing import TYPE_CHECKING
from typing import ClassVar

from duenotice.errors import DuenoticeError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from duenotice.diagnostics import Diagnostic
    from duenotice.model.label import VersionLabel


class NoSiteAddressError(DuenoticeError):
    """Messages lead to the notice on the web, and nobody says where that is."""

    hint: ClassVar[str] = (
        'In pyproject.toml write [tool.duenotice] site-address = "https://…/", the '
        "address of the site's first page, and commit it."
    )

    def __init__(self) -> None:
        """Say so."""
        super().__init__(
            "a message leads to the permanent page of its notice, and no setting says "
            "where the site stands on the web"
        )


class MessageDayError(DuenoticeError):
    """Messages are dated before anybody could know, or long before they go out."""

    hint: ClassVar[str] = "Give the day on which they go out, with --on."

    def __init__(self, dated: date, first: date, last: date) -> None:
        """Name the day, and the days between which it must be."""
        super().__init__(
            f"messages can't be dated {dated}: a day from {first} to {last} can be"
        )


class NothingToTellError(DuenoticeError):
    """A version of which people need not be told."""

    hint: ClassVar[str] = (
        "Messages are made of a version with a change that was announced in advance; "
        "`duenotice history` lists them."
    )

    def __init__(self, label: VersionLabel) -> None:
        """Name the version."""
        super().__init__(f"version {label} has no change that people must be told of")


class NotDueError(DuenoticeError):
    """A version that is not to be told of on the day."""

    def __init__(self, label: VersionLabel, status: str, hint: str) -> None:
        """Name the version and what it is."""
        super().__init__(
            f"no messages are made of version {label}: it is {status}", hint=hint
        )


class GateClosedError(DuenoticeError):
    """A version that has not passed the gate."""

    hint: ClassVar[str] = (
        "A message would name a day that may not hold. Settle what is open, commit it, "
        "and make the messages then."
    )

    def __init__(self, label: VersionLabel, found: Sequence[Diagnostic]) -> None:
        """Name the version and keep what is open."""
        super().__init__(
            f"no messages are made of version {label}: it has not passed the gate"
        )
        self.diagnostics = tuple(found)
        """What keeps it from taking effect, each with what to do."""
