"""Files at an address: a path of this machine, or whatever fsspec can reach.

The only module that imports fsspec. An address comes from the command line alone, never
from a file.
"""

from __future__ import annotations

import contextlib
import posixpath
from pathlib import Path
from typing import IO
from typing import TYPE_CHECKING
from typing import cast

from fsspec.core import url_to_fs
from fsspec.implementations.local import LocalFileSystem
from fsspec.spec import AbstractFileSystem

from duenotice.diagnostics import visible
from duenotice.mailing.local_files import LOCK
from duenotice.mailing.local_files import hold_folder
from duenotice.mailing.local_files import is_temporary
from duenotice.mailing.local_files import refuse_pipe
from duenotice.mailing.local_files import remove_all
from duenotice.mailing.local_files import whole_file
from duenotice.mailing.storage_errors import StorageError
from duenotice.mailing.storage_errors import UnknownStorageError

if TYPE_CHECKING:
    from collections.abc import Iterator

_OURS = ("builtins", "duenotice.")
_MOST_WORDS = 200


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
        except Exception as error:  # each kind of address fails in a way of its own
            raise UnknownStorageError(address, _first_line(error)) from error
        self.is_local = isinstance(self._files, LocalFileSystem)
        self.is_detour = "::" in address or (
            not self.is_local and _is_around(self._files)
        )
        """It leads to the files of this machine, or of a store, through another."""

        self._made: set[str] = set()
        """Folders that are there for sure."""

    @property
    def full_address(self) -> str:
        """Give the address for a process that stands in another folder."""
        return self._root if self.is_local else self.address

    @contextlib.contextmanager
    def open_read(self, path: str = "") -> Iterator[IO[bytes]]:
        """Open a file for reading.

        Raises:
            StorageError: There is none, or it can't be read, to its end.
        """
        with self._telling(path, "read"):
            self._refuse_pipe(path)
            with self._files.open(self._place(path)) as file:
                yield file

    def read(self, path: str = "") -> bytes:
        """Read a whole file.

        Raises:
            StorageError: There is none, or it can't be read.
        """
        with self._telling(path, "read"):
            self._refuse_pipe(path)
            return cast("bytes", self._files.cat_file(self._place(path)))

    def write(self, path: str, data: bytes) -> None:
        """Write a file whole: nobody ever sees a part of it under its name.

        Raises:
            StorageError: It can't be written.
        """
        place = self._place(path)
        with self._telling(path, "written"):
            if self.is_local:
                with whole_file(Path(place), self._folder) as file:
                    file.write(data)
            else:
                self._make_folder(posixpath.dirname(path))
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
                with whole_file(Path(place), self._folder) as file:
                    yield file
            else:
                self._make_folder(posixpath.dirname(path))
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

    def names(self) -> frozenset[str]:
        """Give the names of the files and folders in the folder at the address.

        However many lie below, it is quick. Nothing where there is no folder.

        Raises:
            StorageError: The folder can't be read.
        """
        with self._telling("", "read"):
            self._files.invalidate_cache()
            if not self._files.isdir(self._root):
                return frozenset()
            found = self._files.ls(self._root, detail=False)
        names = {posixpath.basename(one.rstrip("/")) for one in found}
        return frozenset(one for one in names - {LOCK, ""} if not is_temporary(one))

    def list(self, folder: str = "") -> tuple[str, ...]:
        """List the files in a folder and in those below it, in order.

        Nothing where there is no folder; files that are being written are left out,
        and the one by which a folder is held.

        Raises:
            StorageError: The folder can't be read.
        """
        return tuple(
            one
            for one in self._all(folder)
            if one != LOCK and not is_temporary(posixpath.basename(one))
        )

    def remove(self, path: str) -> None:
        """Remove a file, or a folder and all that is in it; nothing is fine too.

        Raises:
            StorageError: It can't be removed.
        """
        with self._telling(path, "removed"), contextlib.suppress(FileNotFoundError):
            if self.is_local:
                remove_all(Path(self._place(path)))
            else:
                self._files.rm(self._place(path), recursive=True)

    def remove_leftovers(self) -> None:
        """Remove files that were being written when the program was killed.

        Raises:
            StorageError: One can't be removed.
        """
        for path in self._all(""):
            if is_temporary(posixpath.basename(path)):
                self.remove(path)

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """Keep all other processes from writing here, as long as this is open.

        What is no folder of this machine can't be held: there two processes may write
        the same files, each of them whole.

        Raises:
            FolderInUseError: Another process holds it.
            StorageError: The folder can't be made.
        """
        if not self.is_local:
            yield
            return
        with contextlib.ExitStack() as stack:
            with self._telling("", "written"):
                stack.enter_context(hold_folder(self._folder))
            yield

    def _refuse_pipe(self, path: str) -> None:
        if self.is_local:
            refuse_pipe(Path(self._place(path)))

    def _make_folder(self, folder: str) -> None:
        """Make a folder that is missing, but never what the address lies in.

        On an object store that would be a bucket that anybody might look into.
        """
        if folder not in self._made:
            if folder:
                self._make_folder(posixpath.dirname(folder))
            with contextlib.suppress(FileExistsError):
                self._files.mkdir(self._place(folder), create_parents=False)
            self._made.add(folder)

    @property
    def _folder(self) -> Path:
        return Path(self._root)

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
            reason = error.strerror or _reason(error)
            raise StorageError(self._shown(path), act, reason) from error
        except Exception as error:
            # Each kind of storage has errors of its own, which none of ours are.
            if self.is_local or type(error).__module__.startswith(_OURS):
                raise
            raise StorageError(self._shown(path), act, _first_line(error)) from error

    def _shown(self, path: str) -> str:
        return f"{self.address.rstrip('/')}/{path}" if path else self.address


def _is_around(files: object) -> bool:
    """Tell whether a file system stands before another one, as a cache does."""
    return isinstance(getattr(files, "fs", None), AbstractFileSystem)


def _reason(error: OSError) -> str:
    match error:
        case FileNotFoundError():
            return "no such file"
        case PermissionError():
            return "permission denied"
        case _:
            return type(error).__name__


def _first_line(error: Exception) -> str:
    """Give the words of an error, cut: some hold a whole answer of a server."""
    words = " ".join(str(error).split())[:_MOST_WORDS]
    return visible(words) or type(error).__name__
