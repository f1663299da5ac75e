"""Why messages can't be made, or a run of them can't be believed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from typing import ClassVar

from duenotice.errors import DuenoticeError

if TYPE_CHECKING:
    from datetime import date

    from duenotice.mailing.member import Channel
    from duenotice.model.label import VersionLabel


class NoMailingSettingsError(DuenoticeError):
    """The file that says how members are read isn't there."""

    hint: ClassVar[str] = (
        "Write one, or name yours with --settings. It says who writes, and in which "
        "columns of the file of members each fact stands; for e-mail this is enough:\n"
        '  sender: {name: "Your organisation", email: privacy@your.example}\n'
        "  columns: {id: member_id, email: email}\n"
        "  channels: [email]\n"
        "docs/reference/mailing.md has all that it can hold."
    )

    def __init__(self, path: str, reason: str) -> None:
        """Name the file and the reason."""
        super().__init__(
            f'the settings "{path}" say how members are read, and can\'t be read '
            f"themselves: {reason}"
        )


class NoSenderEmailError(DuenoticeError):
    """E-mails come from an address, and nobody says from which."""

    hint: ClassVar[str] = (
        'Add "email" to "sender" in the settings, or name other channels with '
        "--channel."
    )

    def __init__(self) -> None:
        """Say so."""
        super().__init__("e-mails are to be made, and the sender has no e-mail address")


class NoDistributedError(DuenoticeError):
    """A cluster is asked for, and the package that reaches it isn't here."""

    hint: ClassVar[str] = "Install it: pip install 'duenotice[cluster]'."

    def __init__(self) -> None:
        """Say so."""
        super().__init__(
            "the package distributed, which reaches a cluster, is not here"
        )


class NoClusterError(DuenoticeError):
    """No scheduler answers."""

    hint: ClassVar[str] = (
        "Start one with `dask scheduler`, and workers with `dask worker ADDRESS`."
    )

    def __init__(self, address: str) -> None:
        """Name the address."""
        super().__init__(f'no scheduler answers at "{address}"')


class WorkersLostError(DuenoticeError):
    """The processes that did the work are gone."""

    hint: ClassVar[str] = (
        "What is made stays. Run the same command again to go on, with fewer --jobs or "
        "a smaller --partition-size if the memory was too small."
    )

    def __init__(self) -> None:
        """Say so."""
        super().__init__("a process that made messages ended before it was done")


class OtherPlanError(DuenoticeError):
    """A folder holds another run."""

    hint: ClassVar[str] = (
        "Name another folder with -o, or remove this one if nothing of it was sent."
    )

    def __init__(self, address: str, difference: str) -> None:
        """Say in what it differs."""
        super().__init__(f'"{address}" holds a run with {difference}')


class OtherFilesError(DuenoticeError):
    """A folder holds something else than a run."""

    hint: ClassVar[str] = "Name an empty folder, or one that isn't there yet, with -o."

    def __init__(self, address: str) -> None:
        """Name it."""
        super().__init__(f'"{address}" holds files that are of no run')


class BrokenPlanError(DuenoticeError):
    """The plan of a run isn't as it was written."""

    hint: ClassVar[str] = (
        "Name another folder with -o: what was made here goes on from nothing that "
        "can be relied on."
    )

    def __init__(self, address: str) -> None:
        """Name the run."""
        super().__init__(f'the plan of the run in "{address}" is not as it was written')


class OutdatedRunError(DuenoticeError):
    """The messages of a run tell something else than what was to be told."""

    hint: ClassVar[str] = (
        "If they went out on another day, give that one. Else make the messages anew "
        "with `duenotice notice`, into another folder: people have to be told what "
        "holds now."
    )

    def __init__(self, address: str, told: str, on: date) -> None:
        """Say what they tell, and on which day that was no longer so."""
        super().__init__(f'the messages in "{address}" {told} on {on}')


class SentBeforeMadeError(DuenoticeError):
    """Messages don't go out before the day that is written on them."""

    hint: ClassVar[str] = "Give the day on which they went out with --on."

    def __init__(self, address: str, dated: date, on: date) -> None:
        """Name both days."""
        super().__init__(
            f'the messages in "{address}" are dated {dated}: they didn\'t go out on '
            f"{on}"
        )


class AlteredRunError(DuenoticeError):
    """What a run is made with was changed while it went on."""

    hint: ClassVar[str] = "Run the same command again."

    def __init__(self, address: str) -> None:
        """Name the run."""
        super().__init__(f'what the run in "{address}" is made with was changed')


class PartitionError(DuenoticeError):
    """A partition could not be made, in whatever process."""


class CountsError(DuenoticeError):
    """Rows were lost, or came up twice."""

    hint: ClassVar[str] = (
        "Send nothing of this. Please report it: it is a fault of the program."
    )

    def __init__(self, rows: int, counted: int) -> None:
        """Give both counts."""
        super().__init__(
            f"{rows:,} rows were read, and {counted:,} made, rejected or suppressed"
        )


class NoRunError(DuenoticeError):
    """There is no complete run at an address."""

    hint: ClassVar[str] = (
        "Name the folder that `notice` wrote with -o. If its run was stopped, run the "
        "same command again: it goes on where it stopped."
    )

    def __init__(self, address: str, reason: str) -> None:
        """Name it and the reason."""
        super().__init__(f'"{address}" holds no complete run: {reason}')


class UnprovenError(DuenoticeError):
    """A run isn't what its record says, so it proves nothing."""

    hint: ClassVar[str] = "Run `duenotice verify --run` to see all that is wrong."

    def __init__(self, address: str, fault: str) -> None:
        """Name the first fault."""
        super().__init__(f'the run in "{address}" proves nothing: {fault}')


class OtherRunError(DuenoticeError):
    """A run is about another version."""

    hint: ClassVar[str] = "Name the version that the run was made for, or its own run."

    def __init__(self, address: str, made_for: str, label: VersionLabel) -> None:
        """Name both versions."""
        super().__init__(
            f'the run in "{address}" is about version {made_for}, not {label}'
        )


class UnrecordedRunError(DuenoticeError):
    """Nothing says that the messages of a run went out."""

    def __init__(self, address: str, label: VersionLabel) -> None:
        """Name the run and the version."""
        super().__init__(
            f'the record of version {label} doesn\'t name the run in "{address}" as '
            "proof",
            hint=f"Record it with `duenotice notified {label} --run {address} --on "
            "DATE`, and commit that.",
        )


class TrialRunError(DuenoticeError):
    """A run with some of the members proves nothing about the rest."""

    hint: ClassVar[str] = (
        "Make the messages without --limit and --sample, and send those."
    )

    def __init__(self, address: str) -> None:
        """Name it."""
        super().__init__(f'the run in "{address}" was a trial with some members only')


class NothingMadeError(DuenoticeError):
    """A run made no message, so nobody was told."""

    hint: ClassVar[str] = "Record only messages that went out."

    def __init__(self, address: str, channel: Channel | None = None) -> None:
        """Name it, and the channel that is asked for."""
        what = "no message" if channel is None else f"no message for {channel}"
        super().__init__(f'the run in "{address}" made {what}')
