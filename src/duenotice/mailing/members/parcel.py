"""The rows of some members, as a worker gets them: all rows of each member in it.

A compressed file. Its first line is JSON: the columns, and how many ids follow to which
nothing is sent. Then come these, and the rows: number, fault, and a field for each
column. After each of all these stands a NUL, which none can hold: several times as fast
as JSON.
"""

from __future__ import annotations

import gzip
import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.mailing.members.row import Row

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator
    from collections.abc import Sequence

_END = "\0"
_BEFORE_FIELDS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """Rows in the order of their numbers."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    listed: frozenset[str]
    """Ids among those in it to which nothing is sent."""


def parcel_name(number: int) -> str:
    """Give the path of a parcel, where a run keeps what it works on.

    >>> parcel_name(12)
    '.duenotice-work/part-00012.gz'
    """
    return f".duenotice-work/part-{number:05}.gz"


def write_rows(rows: Iterable[Row], width: int) -> bytes:
    """Write rows with so many columns each."""
    values: list[str] = []
    for number, fields, fault in rows:
        values += (str(number), fault, *fields)
        if fault:
            values += [""] * (width - len(fields))
    return _END.join([*values, ""]).encode()


def write_ids(ids: Iterable[str]) -> bytes:
    """Write ids to which nothing is sent."""
    return "".join(f"{one}{_END}" for one in ids).encode()


def pack_parcel(
    columns: Sequence[str], listed: Iterable[bytes], rows: Iterable[bytes]
) -> bytes:
    """Put written ids and rows into a parcel: the same bytes for the same ones."""
    ids = b"".join(listed)
    head = {"columns": columns, "listed": ids.count(_END.encode())}
    content = io.BytesIO()
    with gzip.GzipFile(fileobj=content, mode="wb", compresslevel=1, mtime=0) as packed:
        packed.write(f"{json.dumps(head)}\n".encode())
        packed.write(ids)
        for written in rows:
            packed.write(written)
    return content.getvalue()


def read_parcel(data: bytes) -> Parcel:
    """Read a parcel."""
    first, _, rest = gzip.decompress(data).partition(b"\n")
    head = json.loads(first)
    columns, listed = tuple(head["columns"]), head["listed"]
    values = rest.decode().split(_END)
    return Parcel(
        columns=columns,
        rows=tuple(_rows(values[listed:], len(columns))),
        listed=frozenset(values[:listed]),
    )


def _rows(values: list[str], width: int) -> Iterator[Row]:
    for start in range(0, len(values) - 1, _BEFORE_FIELDS + width):
        number, fault, *fields = values[start : start + _BEFORE_FIELDS + width]
        yield Row(int(number), tuple(fields[:1] if fault else fields), fault)
