"""The rows of some members, as a worker gets them: all rows of each member in it.

A compressed file. Its first line is JSON: the columns, and how many ids follow to which
nothing is sent. Then come these, and the rows: number, fault, and a field for each
column. After each of all these stands a NUL, which none can hold: several times as fast
as JSON. The digest of a parcel is that of its content, since other machines may
compress otherwise.
"""

from __future__ import annotations

import gzip
import io
import json
import zlib
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from duenotice.mailing.canonical import NotAsWrittenError
from duenotice.mailing.canonical import as_written
from duenotice.mailing.canonical import digest_of
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


def parcel_content(
    columns: Sequence[str], listed: Iterable[bytes], rows: Iterable[bytes]
) -> Iterator[bytes]:
    """Put written ids and rows together, bit by bit."""
    ids = b"".join(listed)
    head = {"columns": columns, "listed": ids.count(_END.encode())}
    return chain((f"{json.dumps(head)}\n".encode(), ids), rows)


def pack_parcel(content: Iterable[bytes]) -> bytes:
    """Write a parcel: the same bytes for the same content."""
    written = io.BytesIO()
    with gzip.GzipFile(fileobj=written, mode="wb", compresslevel=1, mtime=0) as packed:
        for part in content:
            packed.write(part)
    return written.getvalue()


def read_parcel(data: bytes, digest: str) -> Parcel:
    """Read a parcel with a digest.

    Raises:
        NotAsWrittenError: It is another one, or broken.
    """
    try:
        content = gzip.decompress(data)
    except (EOFError, OSError, zlib.error) as error:
        raise NotAsWrittenError from error
    if digest_of(content) != digest:
        raise NotAsWrittenError
    with as_written():
        return _parcel(content)


def _parcel(content: bytes) -> Parcel:
    first, _, rest = content.partition(b"\n")
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
