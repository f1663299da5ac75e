"""Folders and files of this machine that nobody but their owner reads."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import re
import secrets
import shutil
from typing import IO
from typing import TYPE_CHECKING

from duenotice.mailing.storage_errors import FolderInUseError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOCK = ".duenotice-lock"
"""The file by which a folder is held. It is empty, and goes when it is let go; where
the program was killed, it stays, and holds nothing."""

_LINKED = "a link is in its way"

_TEMPORARY = re.compile(r"\..+\.[0-9a-f]{16}\.new")


def is_temporary(name: str) -> bool:
    """Tell whether a file of a name was being written when a program was killed.

    >>> is_temporary(".run.json.0123456789abcdef.new"), is_temporary(".notes.new")
    (True, False)
    """
    return _TEMPORARY.fullmatch(name) is not None


def remove_all(path: Path) -> None:
    """Remove a file, a link, or a folder and all that is in it; nothing is fine too."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def refuse_pipe(path: Path) -> None:
    """Refuse what would have the program wait, or read without an end.

    Raises:
        OSError: It is neither a file nor a folder; what isn't there is left to others.
    """
    if path.exists() and not path.is_file() and not path.is_dir():
        raise OSError(errno.EINVAL, "it is no file", str(path))


@contextlib.contextmanager
def whole_file(target: Path, folder: Path) -> Iterator[IO[bytes]]:
    """Write beside the place, and put it there in one step.

    Args:
        target: The place.
        folder: It lies in this one; what is missing from here on is made.
    """
    _make_folder(target.parent, folder)
    # By chance, since workers on several machines may write into one folder.
    temporary = target.with_name(f".{target.name}.{secrets.token_hex(8)}.new")
    try:
        with open(temporary, "xb", opener=_for_its_owner) as file:
            yield file
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


@contextlib.contextmanager
def hold_folder(folder: Path) -> Iterator[None]:
    """Hold a folder for this process, however that ends.

    Raises:
        FolderInUseError: Another process holds it.
    """
    _make_folder(folder, folder)
    lock = folder / LOCK
    file = _locked(lock)
    try:
        yield
    finally:
        # While it is held: who opens it from now on finds another one.
        lock.unlink(missing_ok=True)
        os.close(file)


def _locked(lock: Path) -> int:
    while True:
        file = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _is_at(file, lock):
                return file
        except BlockingIOError as error:
            os.close(file)
            raise FolderInUseError(str(lock.parent)) from error
        except BaseException:
            os.close(file)
            raise
        os.close(file)


def _is_at(file: int, path: Path) -> bool:
    """Tell whether an open file is still the one at its path."""
    try:
        return os.path.samestat(os.fstat(file), path.stat())
    except FileNotFoundError:
        return False


def _make_folder(folder: Path, top: Path) -> None:
    """Make folders for their owner alone; those above the top one as is usual.

    A link below the top one would lead to where nobody said that files may be.
    """
    is_below = top in folder.parents
    if is_below:
        _make_folder(folder.parent, top)
        if folder.is_symlink():
            raise OSError(errno.ELOOP, _LINKED, str(folder))
    if folder.is_dir():
        return
    if not is_below:
        folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)


def _for_its_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
