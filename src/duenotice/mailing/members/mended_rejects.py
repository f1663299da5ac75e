"""Rejects that somebody mended, without what the program added to their rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.mailing.members.rejection_reasons import REJECT_COLUMNS
from duenotice.mailing.output_files import unmarked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Sequence

    from duenotice.mailing.members.csv_rows import CsvRows
    from duenotice.mailing.members.row import Record


def is_of_rejects(columns: Sequence[str]) -> bool:
    """Tell whether a file with these columns was written by the program."""
    return any(one in REJECT_COLUMNS for one in columns)


class MendedRejects:
    """The columns of the file that the members came from, and its rows."""

    def __init__(self, table: CsvRows) -> None:
        """Take the file of rejects."""
        self._table = table
        self._kept = [
            index
            for index, name in enumerate(table.columns)
            if name not in REJECT_COLUMNS
        ]
        self.columns = tuple(unmarked(table.columns[index]) for index in self._kept)

    @property
    def line(self) -> int:
        """Tell in which line the row begins that was given last."""
        return self._table.line

    @property
    def lines(self) -> int:
        """Count the lines that were read."""
        return self._table.lines

    def records(self) -> Iterator[Record]:
        """Give each row, in order."""
        for fields, fault in self._table.records():
            if fault:
                yield fields, fault
            else:
                yield tuple(unmarked(fields[index]) for index in self._kept), ""
