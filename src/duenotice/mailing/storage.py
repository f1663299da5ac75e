"""Files at an address: a path of this machine, or whatever fsspec can reach.

The only module that imports fsspec. An address comes from the command line alone, never
from a file.
"""

from __future__ import annotations

import contextlib
import os
import posixpath
import re
from pathlib import Path
from typing import IO
from typing import TYPE_CHECKING
from typing import cast

from fsspec.core import url_to_fs
from fsspec.implementations.local import LocalFileSystem

from duenotice.mailing.storage_errors import StorageError
from duenotice.mailing.storage_errors import UnknownStorageError

if TYPE_CHECKING:
    from collections.abc import Iterator

_TEMPORARY = ".new"
_WRITTEN = re.compile(rf"\..+\.\d+{re.escape(_TEMPORARY)}")
"""The name of a file that is being written, with the number of the process."""


class Storage:
    """The files at one address, by their paths below it.

    The path `""` is the address itself: a file, or a folder.
    """

    def __init__(self, address: str) -> None:
        """Take an address, without looking whether anything is there.

        Raises:
            UnknownStorageError: Nothing here reaches such an address.
        """
        self.address = address
        try:
            self._files, self._root = url_to_fs(address)
        except (ImportError, ValueError) as error:
            raise UnknownStorageError(address, str(error)) from error
        self.is_local = isinstance(self._files, LocalFileSystem)

    @property
    def full_address(self) -> str:
        """Give the address for a process that stands in another folder."""
        return self._root if self.is_local else self.address

    def open_read(self, path: str = "") -> IO[bytes]:
        """Open a file for reading.

        Raises:
            StorageError: There is none, or it can't be read.
        """
        with self._telling(path, "read"):
            return cast("IO[bytes]", self._files.open(self._place(path), "rb"))

    def read(self, path: str = "") -> bytes:
        """Read a whole file.

        Raises:
            StorageError: There is none, or it can't be read.
        """
        with self._telling(path, "read"):
            return cast("bytes", self._files.cat_file(self._place(path)))

    def write(self, path: str, data: bytes) -> None:
        """Write a file whole: nobody ever sees a part of it under its name.

        Raises:
            StorageError: It can't be written.
        """
        place = self._place(path)
        with self._telling(path, "written"):
            if self.is_local:
                with _local_file(Path(place)) as file:
                    file.write(data)
            else:
                self._files.makedirs(posixpath.dirname(place), exist_ok=True)
                self._files.pipe_file(place, data)

    @contextlib.contextmanager
    def open_write(self, path: str) -> Iterator[IO[bytes]]:
        """Open a file for writing; it is there under its name once all is written.

        Raises:
            StorageError: It can't be written.
        """
        place = self._place(path)
        with self._telling(path, "written"):
            if self.is_local:
                with _local_file(Path(place)) as file:
                    yield file
            else:
                self._files.makedirs(posixpath.dirname(place), exist_ok=True)
                with self._files.open(place, "wb") as file:
                    yield file

    def exists(self, path: str = "") -> bool:
        """Tell whether a file or a folder is there.

        Raises:
            StorageError: Nobody can say.
        """
        with self._telling(path, "read"):
            self._files.invalidate_cache()
            return bool(self._files.exists(self._place(path)))

    def is_folder(self, path: str = "") -> bool:
        """Tell whether a folder is there.

        Raises:
            StorageError: Nobody can say.
        """
        with self._telling(path, "read"):
            return bool(self._files.isdir(self._place(path)))

    def list(self, folder: str = "") -> tuple[str, ...]:
        """List the files in a folder and in those below it, in order.

        Nothing where there is no folder; files that are being written are left out.

        Raises:
            StorageError: The folder can't be read.
        """
        return tuple(one for one in self._all(folder) if not _is_temporary(one))

    def remove(self, path: str) -> None:
        """Remove a file, or a folder and all that is in it; nothing is fine too.

        Raises:
            StorageError: It can't be removed.
        """
        with self._telling(path, "removed"), contextlib.suppress(FileNotFoundError):
            self._files.rm(self._place(path), recursive=True)

    def remove_leftovers(self) -> None:
        """Remove files that were being written when the program was killed.

        Raises:
            StorageError: One can't be removed.
        """
        for path in self._all(""):
            if _is_temporary(path):
                self.remove(path)

    def _all(self, folder: str) -> tuple[str, ...]:
        place = self._place(folder)
        with self._telling(folder, "read"):
            self._files.invalidate_cache()
            if not self._files.isdir(place):
                return ()
            found = self._files.find(place)
        start = len(self._root.rstrip("/")) + 1
        return tuple(sorted(one[start:] for one in found))

    def _place(self, path: str) -> str:
        return f"{self._root.rstrip('/')}/{path}" if path else self._root

    @contextlib.contextmanager
    def _telling(self, path: str, act: str) -> Iterator[None]:
        """Say in plain words what went wrong; the storage's own words may be long."""
        try:
            yield
        except OSError as error:
            place = f"{self.address.rstrip('/')}/{path}" if path else self.address
            reason = error.strerror or _reason(error)
            raise StorageError(place, act, reason) from error


def _reason(error: OSError) -> str:
    match error:
        case FileNotFoundError():
            return "no such file"
        case PermissionError():
            return "permission denied"
        case _:
            return type(error).__name__


def _is_temporary(path: str) -> bool:
    return _WRITTEN.fullmatch(posixpath.basename(path)) is not None


def _for_its_owner(path: str, flags: int) -> int:
    """Open a file that nobody else can read: it holds names and addresses."""
    return os.open(path, flags, 0o600)


@contextlib.contextmanager
def _local_file(target: Path) -> Iterator[IO[bytes]]:
    """Write beside the place, and put it there in one step."""
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".{target.name}.{os.getpid()}{_TEMPORARY}")
    try:
        with open(temporary, "wb", opener=_for_its_owner) as file:
            yield file
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
