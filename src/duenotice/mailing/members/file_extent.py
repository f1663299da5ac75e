"""What one reading of a file's bytes tells."""

from __future__ import annotations

import hashlib
from typing import IO
from typing import NamedTuple

_BLOCK = 1 << 20


class FileExtent(NamedTuple):
    """A file in short."""

    digest: str
    """SHA-256, in hexadecimal digits."""

    lines: int
    """How many lines it has, the last one without an end too."""


def scan_file(file: IO[bytes]) -> FileExtent:
    """Read a file to its end, in little memory."""
    digest, lines, end = hashlib.sha256(), 0, b"\n"
    while block := file.read(_BLOCK):
        digest.update(block)
        lines += block.count(b"\n")
        end = block[-1:]
    return FileExtent(digest.hexdigest(), lines + (end != b"\n"))
