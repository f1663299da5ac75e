"""One file of members, of whichever kind it is."""

from __future__ import annotations

import posixpath
from typing import IO
from typing import TYPE_CHECKING
from typing import Protocol

from duenotice.mailing.members.csv_rows import CsvRows
from duenotice.mailing.members.mended_rejects import MendedRejects
from duenotice.mailing.members.mended_rejects import is_of_rejects

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Sequence

    from duenotice.mailing.members.parquet_rows import ParquetRows
    from duenotice.mailing.members.row import Record

_PARQUET = frozenset({".parquet", ".pq"})
_TEXT = frozenset({".csv", ".tsv", ".txt"})
_MARKS = frozenset({"_SUCCESS", "_metadata", "_common_metadata"})
"""What programs that write folders of files leave beside them."""


class RecipientTable(Protocol):
    """The columns of an open file, and its rows."""

    @property
    def columns(self) -> tuple[str, ...]:
        """Their names, in order."""

    @property
    def line(self) -> int:
        """The line of the row that was given last, or its number where are no lines."""

    @property
    def lines(self) -> int:
        """How many lines were read, or rows."""

    def records(self) -> Iterator[Record]:
        """Give each row, in order."""


def open_table(file: IO[bytes], address: str, needed: Sequence[str]) -> RecipientTable:
    """Read the columns of a file that is open at its beginning.

    Raises:
        DuenoticeError: It is no file of its kind.
    """
    if is_parquet(address):
        return open_parquet(file, address)
    table = CsvRows(file, address, needed)
    return MendedRejects(table) if is_of_rejects(table.columns) else table


def open_parquet(file: IO[bytes], address: str) -> ParquetRows:
    """Read the columns of a Parquet file.

    Raises:
        DuenoticeError: It is none, or nothing here reads it.
    """
    # Here, since pyarrow is large: whoever has a CSV file need not load it.
    from duenotice.mailing.members.parquet_rows import ParquetRows  # noqa: PLC0415

    return ParquetRows(file, address)


def is_parquet(path: str) -> bool:
    """Tell by its name whether a file is Parquet; any other single one is text."""
    return _ending(path) in _PARQUET


def is_table(path: str) -> bool:
    """Tell by its name whether a file in a folder holds members."""
    return _ending(path) in _PARQUET | _TEXT and not path.startswith("_temporary/")


def is_beside(path: str) -> bool:
    """Tell whether a file in a folder is hidden, or a mark of what wrote it."""
    is_hidden = any(part.startswith(".") for part in path.split("/"))
    return is_hidden or posixpath.basename(path) in _MARKS


def _ending(path: str) -> str:
    return posixpath.splitext(path)[1].lower()
