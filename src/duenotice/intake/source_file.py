"""The bytes of a source: from a file, or from standard input; never without end."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from duenotice.errors import DuenoticeError
from duenotice.intake.decoding import MAX_BYTES
from duenotice.intake.decoding import SourceTooLargeError

if TYPE_CHECKING:
    from typing import BinaryIO


class SourceUnreadableError(DuenoticeError):
    """The source isn't there, or can't be read."""

    hint = "Give the path of a text, a Markdown file or a web page."

    def __init__(self, name: str, reason: str) -> None:
        """Name it and the reason."""
        super().__init__(f'"{name}" can\'t be read: {reason}')


def read_file(name: str) -> bytes:
    """Read a file.

    A pipe or a device is refused: it may never end, or never begin.

    Raises:
        SourceUnreadableError: It isn't there, or is no file.
        SourceTooLargeError: It is larger than any statement.
    """
    try:
        # Were it a pipe, opening it would wait for somebody to write.
        handle = os.open(Path(name), os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(handle, "rb") as file:
            mode = os.fstat(handle).st_mode
            if not stat.S_ISREG(mode):
                raise SourceUnreadableError(name, "it is no file")
            return read_stream(file, name)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SourceUnreadableError(name, reason) from error


def read_stream(stream: BinaryIO, name: str) -> bytes:
    """Read a stream, and stop where it is too long.

    Raises:
        SourceTooLargeError: It is larger than any statement.
    """
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise SourceTooLargeError(name, MAX_BYTES)
    return data
