"""A file of pairs, as a command is given it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.errors import DuenoticeError
from duenotice.materiality.pair import read_pairs

if TYPE_CHECKING:
    from pathlib import Path

    from duenotice.materiality.pair import Pair


class PairsUnreadableError(DuenoticeError):
    """The file can't be read."""

    hint = "Give a file with one JSON object a line, in UTF-8."

    def __init__(self, file: Path, reason: str) -> None:
        """Name it and say why."""
        super().__init__(f"{file} can't be read: {reason}")


def read_pairs_file(file: Path) -> tuple[Pair, ...]:
    """Read all pairs of a file.

    Raises:
        DuenoticeError: It can't be read, or a line is no pair.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = "it is no UTF-8" if isinstance(error, ValueError) else error.strerror
        raise PairsUnreadableError(file, str(reason)) from error
    return tuple(read_pairs(text.split("\n")))
