"""The rows of a Parquet file, as text. The only module that imports pyarrow."""

from __future__ import annotations

from datetime import date
from datetime import datetime
from datetime import time
from decimal import Decimal
from typing import IO
from typing import TYPE_CHECKING
from typing import Any

from duenotice.mailing.members.broken_row import broken
from duenotice.mailing.members.broken_row import fault_of
from duenotice.mailing.members.errors import BrokenParquetError
from duenotice.mailing.members.errors import ParquetSupportError
from duenotice.mailing.members.rejection_reasons import Code

try:
    import pyarrow as pa
    from pyarrow import compute
    from pyarrow.parquet import ParquetFile
except ImportError:  # it is an extra
    pa = None

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.mailing.members.row import Record

_BATCH = 4_096
_BETWEEN = "\0"
_NOT_PYTHON = (ValueError, OverflowError, KeyError)
"""What is raised for a time that Python can't say, or whose zone isn't known."""


class ParquetRows:
    """The columns of an open file, and its rows."""

    def __init__(self, file: IO[bytes], address: str) -> None:
        """Read what the file says about itself.

        Raises:
            ParquetSupportError: pyarrow isn't there.
            BrokenParquetError: It is no such file, or not the whole of one.
        """
        if pa is None:
            raise ParquetSupportError(address)
        self._address = address
        try:
            self._file = ParquetFile(file)
        except (pa.ArrowException, OSError) as error:
            raise BrokenParquetError(address) from error
        self.columns = tuple(self._file.schema_arrow.names)
        self.count = self._file.metadata.num_rows
        self.line = 0
        """The number of the row that was given last, from 1."""

    @property
    def lines(self) -> int:
        """Count the rows that were read."""
        return self.line

    def records(self) -> Iterator[Record]:
        """Give the fields of each row, in order, with the row's fault if it has one.

        Raises:
            BrokenParquetError: A part of it can't be read.
        """
        try:
            for batch in self._file.iter_batches(_BATCH):
                for text in _joined(batch.columns):
                    self.line += 1
                    yield self._record(text)
        except (pa.ArrowException, OSError) as error:
            raise BrokenParquetError(self._address) from error

    def _record(self, text: str) -> Record:
        fields = tuple(text.split(_BETWEEN))
        if len(fields) != len(self.columns):
            return broken(text, Code.ROW_NUL)
        whole = text.replace(_BETWEEN, " ")
        fault = fault_of(whole, fields)
        return broken(whole, fault) if fault else (fields, "")


def _joined(columns: list[Any]) -> list[str]:
    """Give each row's fields as one text: much faster than one by one."""
    texts = [compute.fill_null(_texts(column), "") for column in columns]
    between = pa.scalar(_BETWEEN, pa.large_string())
    joined = compute.binary_join_element_wise(*texts, between)
    try:
        rows: list[str] = joined.to_pylist()
    except UnicodeDecodeError:  # nobody checks texts when a file is written
        written = joined.cast(pa.large_binary()).to_pylist()
        return [one.decode("utf-8", "surrogateescape") for one in written]
    return rows


def _texts(column: Any) -> Any:  # noqa: ANN401 - pyarrow has no types
    kind = column.type
    if pa.types.is_dictionary(kind):
        kind = kind.value_type
    if any(is_kind(kind) for is_kind in _plain_kinds()):
        return column.cast(pa.large_string())
    return pa.array(map(_text, _values(column)), pa.large_string())


def _values(column: Any) -> Any:  # noqa: ANN401 - pyarrow has no types
    """Give values as Python's; what it hasn't got, such as the year 20000, as �."""
    kind = column.type
    if pa.types.is_timestamp(kind) and kind.unit == "ns":
        column = column.cast(pa.timestamp("us", kind.tz), safe=False)
    try:
        return column.to_pylist()
    except _NOT_PYTHON:
        return map(_value, column)


def _value(scalar: Any) -> object:  # noqa: ANN401 - pyarrow has no types
    try:
        return scalar.as_py()
    except _NOT_PYTHON:
        return "\ufffd"


def _plain_kinds() -> tuple[Any, ...]:
    """Give what tells types that pyarrow itself writes as people would."""
    types = pa.types
    return types.is_string, types.is_large_string, types.is_integer, types.is_date


def _text(value: object) -> str:
    """Write a value as people would: whole numbers plain, days without a time."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case bytes():
            return value.decode("utf-8", "replace")
        case float() | Decimal():
            return _number(value)
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case list():
            return " ".join(map(_text, value))
        case _:
            return str(value)


def _number(value: float | Decimal) -> str:
    """Write a number; ids become fractions where a table has gaps."""
    if value != value:  # noqa: PLR0124 - what isn't equal to itself is no number
        return ""
    return str(int(value)) if value == value // 1 else str(value)
