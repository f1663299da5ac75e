"""Files of this process alone, for what has to wait on the disk."""

from __future__ import annotations

import contextlib
import tempfile
from typing import IO
from typing import TYPE_CHECKING

from duenotice.mailing.storage_errors import ScratchError

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextlib.contextmanager
def scratch_file() -> Iterator[IO[bytes]]:
    """Open an empty file that nobody else sees, and that is gone when this is closed.

    Raises:
        ScratchError: There is no room for one.
    """
    with telling_scratch():
        file = tempfile.TemporaryFile()  # noqa: SIM115 - it is closed below
    try:
        yield file
    finally:
        # What could not be written then can't be written now; it is told of already.
        with contextlib.suppress(OSError):
            file.close()


@contextlib.contextmanager
def telling_scratch() -> Iterator[None]:
    """Say in plain words that such a file can't be used.

    Raises:
        ScratchError: It is full, or a limit is reached.
    """
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ScratchError(_folder(), reason) from error


def _folder() -> str:
    try:
        return tempfile.gettempdir()
    except FileNotFoundError:  # there is none to which a file can be written
        return "/tmp"  # noqa: S108 - only named
