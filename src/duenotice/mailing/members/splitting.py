"""Members divided into parcels, all rows of a member in one: in little memory."""

from __future__ import annotations

import contextlib
import hashlib
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from duenotice.mailing.members.buckets import Buckets
from duenotice.mailing.members.errors import RecipientsChangedError
from duenotice.mailing.members.member_id import id_number
from duenotice.mailing.members.member_id import readable_id
from duenotice.mailing.members.parcel import pack_parcel
from duenotice.mailing.members.parcel import parcel_content
from duenotice.mailing.members.parcel import write_ids
from duenotice.mailing.members.parcel import write_rows
from duenotice.mailing.members.scratch import scratch_file
from duenotice.mailing.members.selection import first_rows
from duenotice.mailing.members.selection import sampled_rows

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator

    from duenotice.mailing.members.column_form import ColumnForm
    from duenotice.mailing.members.column_form import Pick
    from duenotice.mailing.members.recipients import Extent
    from duenotice.mailing.members.recipients import Recipients
    from duenotice.mailing.members.row import Row
    from duenotice.mailing.members.suppression_list import SuppressionList

PARTITION_SIZE = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """How many members are told, and how many a parcel holds, more or less."""

    partition_size: int = PARTITION_SIZE
    limit: int | None = None
    """Only so many rows, the first ones."""

    sample: int | None = None
    """Only so many rows, from all over the file."""

    def partitions(self, extent: Extent) -> int:
        """Give the number of parcels for a file: at least one."""
        wanted = (one for one in (self.limit, self.sample) if one is not None)
        rows = min((extent.most_rows, *wanted))
        return max(1, -(-rows // self.partition_size))

    def rows(self, rows: Iterable[Row], pick_id: Pick) -> Iterator[Row]:
        """Give the rows that are told."""
        first = first_rows(rows, self.limit)
        if self.sample is None:
            return first
        return sampled_rows(first, self.sample, lambda row: _number(row, pick_id))


class Division:
    """Members divided into parcels, which wait in files of this process alone."""

    def __init__(
        self,
        extent: Extent,
        columns: tuple[str, ...],
        rows: Buckets[Row],
        ids: Buckets[str],
    ) -> None:
        """Take what was sorted, of which no more will come."""
        self.extent = extent
        self.rows = rows.finish()
        """How many there are."""

        ids.finish()
        self._columns = columns
        self._buckets = rows
        self._ids = ids

    @property
    def parcels(self) -> tuple[str, ...]:
        """Give the digest of each parcel's content, in the order of their numbers."""
        return tuple(self._digest(number) for number in range(self._buckets.count))

    def parcel(self, number: int) -> bytes:
        """Give a parcel as a worker reads it: the same bytes for the same members."""
        return pack_parcel(self._content(number))

    def _digest(self, number: int) -> str:
        digest = hashlib.sha256()
        for part in self._content(number):
            digest.update(part)
        return f"sha256:{digest.hexdigest()}"

    def _content(self, number: int) -> Iterator[bytes]:
        ids, rows = self._ids.parts(number), self._buckets.parts(number)
        return parcel_content(self._columns, ids, rows)


@contextlib.contextmanager
def divided(
    recipients: Recipients,
    *,
    id_form: ColumnForm,
    cut: Cut,
    listed: SuppressionList | None = None,
) -> Iterator[Division]:
    """Read all members, and divide them into parcels while this is open.

    Raises:
        RecipientsChangedError: They changed meanwhile.
        ScratchError: There is no room for them on the disk.
        DuenoticeError: They, or the list, can't be read.
    """
    extent = recipients.extent()
    partitions = cut.partitions(extent)
    columns = recipients.columns
    pick_id = id_form.bind_exact(columns)
    with scratch_file() as file, scratch_file() as ids_file:
        rows = Buckets(file, partitions, partial(write_rows, width=len(columns)))
        for row in cut.rows(recipients.rows(), pick_id):
            rows.add(_number(row, pick_id), row)
        if recipients.extent() != extent:
            raise RecipientsChangedError(recipients.address)
        ids = Buckets(ids_file, partitions, write_ids)
        for one in () if listed is None else listed.ids():
            ids.add(id_number(one), one)
        yield Division(extent, columns, rows, ids)


def _number(row: Row, pick_id: Pick) -> int:
    """Give a number by the member's id, or by the row where none can be read."""
    member_id = "" if row.fault else readable_id(pick_id(row.fields))
    return id_number(member_id or f"\0{row.number}")
