"""The file or the folder that holds the members: its columns, its rows, its digest."""

from __future__ import annotations

import contextlib
import hashlib
import json
from dataclasses import dataclass
from typing import IO
from typing import TYPE_CHECKING

from duenotice.mailing.members.errors import ColumnsDifferError
from duenotice.mailing.members.errors import MissingColumnsError
from duenotice.mailing.members.errors import MissingRecipientsError
from duenotice.mailing.members.errors import NoRecipientsError
from duenotice.mailing.members.errors import OtherFilesError
from duenotice.mailing.members.errors import RepeatedColumnError
from duenotice.mailing.members.file_extent import scan_file
from duenotice.mailing.members.recipient_table import is_beside
from duenotice.mailing.members.recipient_table import is_parquet
from duenotice.mailing.members.recipient_table import is_table
from duenotice.mailing.members.recipient_table import open_parquet
from duenotice.mailing.members.recipient_table import open_table
from duenotice.mailing.members.row import Row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Sequence

    from duenotice.mailing.members.recipient_table import RecipientTable
    from duenotice.mailing.members.row import Record
    from duenotice.mailing.storage import Storage


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """What the members' file is, in short."""

    digest: str
    """`sha256:…` of the file, or of the names and digests of a folder's files."""

    most_rows: int
    """As many rows as it has at most: of text, one for each line."""


class Recipients:
    """The members at an address. What it gives can be asked for again."""

    def __init__(self, storage: Storage, needed: Sequence[str]) -> None:
        """Look at the columns.

        Raises:
            MissingRecipientsError: There is nothing at the address.
            MissingColumnsError: A needed column isn't there.
            DuenoticeError: There are no members, or they can't be read.
        """
        self.address = storage.address
        self._storage = storage
        self._needed = tuple(needed)
        self._paths = _paths(storage)
        with self._table(self._paths[0]) as table:
            self.columns = table.columns
        self._check(self.columns)

    def extent(self) -> Extent:
        """Read all bytes, for their digest.

        Raises:
            DuenoticeError: They can't be read.
        """
        digests, rows = [], 0
        for path in self._paths:
            with self._storage.open_read(path) as file:
                digest, count = _scan(file, self._address(path))
            digests.append((path, digest))
            rows += count
        whole = digests[0][1] if self._paths == ("",) else _digest(digests)
        return Extent(digest=f"sha256:{whole}", most_rows=rows)

    def rows(self) -> Iterator[Row]:
        """Give each row, in order.

        Raises:
            DuenoticeError: They can't be read.
        """
        before = 0
        for path in self._paths:
            with self._table(path) as table:
                for fields, fault in self._arranged(table, path):
                    yield Row(before + table.line, fields, fault)
                before += table.lines

    def _arranged(self, table: RecipientTable, path: str) -> Iterator[Record]:
        """Give a file's rows with the fields in the order of the first file."""
        if table.columns == self.columns:
            yield from table.records()
            return
        if sorted(table.columns) != sorted(self.columns):
            raise ColumnsDifferError(self._address(self._paths[0]), self._address(path))
        order = [table.columns.index(name) for name in self.columns]
        for fields, fault in table.records():
            yield (fields if fault else tuple(fields[one] for one in order)), fault

    def _check(self, columns: tuple[str, ...]) -> None:
        address = self._address(self._paths[0])
        missing = [name for name in self._needed if name not in columns]
        if missing:
            raise MissingColumnsError(address, missing, columns)
        for name in self._needed:
            if columns.count(name) > 1:
                raise RepeatedColumnError(address, name)

    @contextlib.contextmanager
    def _table(self, path: str) -> Iterator[RecipientTable]:
        with self._storage.open_read(path) as file:
            yield open_table(file, self._address(path), self._needed)

    def _address(self, path: str) -> str:
        return f"{self.address.rstrip('/')}/{path}" if path else self.address


def _paths(storage: Storage) -> tuple[str, ...]:
    if not storage.exists():
        raise MissingRecipientsError(storage.address, storage.full_address)
    if not storage.is_folder():
        return ("",)
    found = tuple(one for one in storage.list() if not is_beside(one))
    others = [one for one in found if not is_table(one)]
    if others:
        raise OtherFilesError(storage.address, others)
    if not found:
        raise NoRecipientsError(storage.address)
    return found


def _digest(digests: list[tuple[str, str]]) -> str:
    return hashlib.sha256(json.dumps(digests).encode()).hexdigest()


def _scan(file: IO[bytes], address: str) -> tuple[str, int]:
    """Give the digest of a file, and how many rows it has at most."""
    digest, lines = scan_file(file)
    if is_parquet(address):
        file.seek(0)
        return digest, open_parquet(file, address).count
    # The first line has the names of the columns.
    return digest, max(0, lines - 1)
