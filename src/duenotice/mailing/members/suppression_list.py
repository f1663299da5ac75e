"""The list of members to whom nothing is sent: one id a line, or a column of a file."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from duenotice.mailing.members.csv_rows import CsvRows
from duenotice.mailing.members.errors import NoRecipientsError
from duenotice.mailing.members.errors import UnfitListError
from duenotice.mailing.members.file_extent import scan_file
from duenotice.mailing.members.member_id import readable_id

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Sequence

    from duenotice.mailing.storage import Storage

_USUAL = "id"


class SuppressionList:
    """The ids at an address. What it gives can be asked for again."""

    def __init__(self, storage: Storage, id_columns: Sequence[str]) -> None:
        """Take the address, and the columns that hold ids in the members' file.

        Ids stand in a column of the same name, or in one called `id`, or else in the
        first one, whose first line is taken for an id as well: where it is none,
        nobody has it.
        """
        self._storage = storage
        self._names = (*id_columns, _USUAL)

    def digest(self) -> str:
        """Give `sha256:…` of the file.

        Raises:
            StorageError: It can't be read.
        """
        with self._storage.open_read() as file:
            return f"sha256:{scan_file(file).digest}"

    def ids(self) -> Iterator[str]:
        """Give each id; an empty file has none.

        Raises:
            UnfitListError: One can't be read, and somebody would be told in error.
            DuenoticeError: The file can't be read at all.
        """
        with contextlib.suppress(NoRecipientsError), self._storage.open_read() as file:
            yield from self._ids(CsvRows(file, self._storage.address, self._names))

    def _ids(self, table: CsvRows) -> Iterator[str]:
        column = next((one for one in self._names if one in table.columns), None)
        index = 0 if column is None else table.columns.index(column)
        if column is None:
            yield self._id(table.columns[0], 0)
        for number, (fields, fault) in enumerate(table.records(), 1):
            yield self._id("" if fault else fields[index], number)

    def _id(self, written: str, number: int) -> str:
        member_id = readable_id(written)
        if not member_id:
            raise UnfitListError(self._storage.address, number)
        return member_id
