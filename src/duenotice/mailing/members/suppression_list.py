"""The list of members to whom nothing is sent: one id a line, or columns of a file."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from duenotice.mailing.members.column_form import ColumnForm
from duenotice.mailing.members.csv_rows import CsvRows
from duenotice.mailing.members.errors import ListColumnsError
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

    def __init__(self, storage: Storage, id_form: ColumnForm) -> None:
        """Take the address, and where ids stand in the members' file.

        They stand in columns of the same names, or in one called `id`. A list of one
        column needs no name: its first line is taken for an id as well, and where it is
        none, nobody has it.
        """
        self._storage = storage
        self._form = id_form

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
            names = (*self._form.columns, _USUAL)
            yield from self._ids(CsvRows(file, self._storage.address, names))

    def _ids(self, table: CsvRows) -> Iterator[str]:
        form = self._found(table.columns)
        if form is None and len(table.columns) > 1:
            raise ListColumnsError(self._storage.address, self._form.columns)
        if form is None:
            yield self._id(table.columns[0], 0)
        pick = _first if form is None else form.bind_exact(table.columns)
        for number, (fields, fault) in enumerate(table.records(), 1):
            yield self._id("" if fault else pick(fields), number)

    def _found(self, columns: Sequence[str]) -> ColumnForm | None:
        """Give where ids stand among these columns, if they have a known name."""
        if all(columns.count(one) == 1 for one in self._form.columns):
            return self._form
        return ColumnForm.parse(_USUAL) if columns.count(_USUAL) == 1 else None

    def _id(self, written: str, number: int) -> str:
        member_id = readable_id(written)
        if not member_id:
            raise UnfitListError(self._storage.address, number)
        return member_id


def _first(fields: Sequence[str]) -> str:
    return fields[0]
