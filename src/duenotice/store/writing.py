"""Writing into the working tree: each file whole, or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from duenotice.errors import DuenoticeError

if TYPE_CHECKING:
    from collections.abc import Mapping


class OutsideProjectError(DuenoticeError):
    """A folder on the way to a file is a link."""

    hint = "Replace the link with a folder: texts must lie inside the project."

    def __init__(self, path: str) -> None:
        """Name the path."""
        super().__init__(f'"{path}" would be written through a link')


class WritingError(DuenoticeError):
    """A file can't be written."""

    hint = "Look at the folder's rights and at the space on the disk."

    def __init__(self, path: str, reason: str) -> None:
        """Name the file and the reason."""
        super().__init__(f'"{path}" can\'t be written: {reason}')


def write_files(root: Path, files: Mapping[str, str | None]) -> None:
    """Write files by path, and delete those without a text; empty folders go too.

    Raises:
        OutsideProjectError: A link leads elsewhere.
        WritingError: The file system refuses.
    """
    for path in files:
        _refuse_links(root, path)
    for path, text in files.items():
        try:
            if text is None:
                _delete(root, root / path)
            else:
                _write(root / path, text)
        except OSError as error:
            raise WritingError(path, error.strerror or str(error)) from error


def _refuse_links(root: Path, path: str) -> None:
    place = root
    for part in Path(path).parts:
        place /= part
        if part == ".." or place.is_symlink():
            raise OutsideProjectError(path)


def _write(target: Path, text: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".new")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode())
        Path(name).chmod(0o644)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _delete(root: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    for folder in target.parents:
        if folder == root or any(folder.iterdir()):
            return
        folder.rmdir()
