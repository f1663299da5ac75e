"""What can go wrong between the program and a place where files are."""

from __future__ import annotations

from typing import ClassVar

from duenotice.errors import DuenoticeError


class UnknownStorageError(DuenoticeError):
    """An address is of a kind that this machine can't reach."""

    def __init__(self, address: str, reason: str) -> None:
        """Give the address and the reason."""
        super().__init__(
            f'nothing here can reach "{address}": {reason}',
            hint="Give a path, or an address whose fsspec package is installed, as "
            "s3fs is for s3:// addresses.",
        )


class StorageError(DuenoticeError):
    """A file can't be read, written or removed."""

    def __init__(self, place: str, act: str, reason: str) -> None:
        """Say which, what was tried, and why it failed."""
        super().__init__(
            f'"{place}" can\'t be {act}: {reason}',
            hint="Look at the address, at the rights, and at the space that is left.",
        )


class FolderInUseError(DuenoticeError):
    """Another process makes messages in a folder."""

    hint: ClassVar[str] = (
        "Wait until it is done, or stop it; then the same command goes on from there."
    )

    def __init__(self, folder: str) -> None:
        """Name the folder."""
        super().__init__(f'another process makes messages in "{folder}"')


class ScratchError(DuenoticeError):
    """What has to wait on the disk for a while can't."""

    hint: ClassVar[str] = (
        "It takes about as much space as the file of members: make room there, or name "
        "another folder in TMPDIR. Look at the limits of the shell too (`ulimit -a`)."
    )

    def __init__(self, folder: str, reason: str) -> None:
        """Name the folder and the reason."""
        super().__init__(
            f'the members can\'t be sorted in the temporary folder "{folder}": {reason}'
        )
