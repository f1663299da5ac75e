"""The file that a command's answer goes to, where one is named."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from duenotice.errors import DuenoticeError

if TYPE_CHECKING:
    from collections.abc import Iterable


class OutputUnwritableError(DuenoticeError):
    """The answer can't be written to the file."""

    hint = "Give another name with --output."

    def __init__(self, path: Path, reason: str) -> None:
        """Name the file and the reason."""
        super().__init__(f'"{path}" can\'t be written: {reason}')


def write_output(target: Path, data: bytes, *, inputs: Iterable[Path]) -> None:
    """Write an answer to a file, whole or not at all.

    Args:
        target: The file; one that is there is exchanged.
        data: The answer.
        inputs: Files and folders that the answer is about.

    Raises:
        OutputUnwritableError: It is an input, no file, or the system refuses.
    """
    try:
        _refuse(target, inputs)
        _exchange(target, data)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise OutputUnwritableError(target, reason) from error


def _refuse(target: Path, inputs: Iterable[Path]) -> None:
    whole = target.resolve()
    for path in inputs:
        if whole == path.resolve():
            raise OutputUnwritableError(target, "it is one of the compared texts")
        if path.resolve() in whole.parents:
            raise OutputUnwritableError(target, f"it lies in {path.name}/")
    if target.is_symlink():
        raise OutputUnwritableError(target, "it is a link")
    if target.exists() and not target.is_file():
        raise OutputUnwritableError(target, "it is no file")
    for path in inputs:
        if target.exists() and path.exists() and target.samefile(path):
            raise OutputUnwritableError(target, "it is one of the compared texts")


def _exchange(target: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".new")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
