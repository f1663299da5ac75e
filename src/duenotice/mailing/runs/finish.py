"""The end of a run: what belongs to all of it, and the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.mailing.canonical import digest_of
from duenotice.mailing.member import Channel
from duenotice.mailing.members.rejection_reasons import REJECT_COLUMNS
from duenotice.mailing.messages.email_format import EmailFormat
from duenotice.mailing.messages.email_merge import merge_templates
from duenotice.mailing.output_files import table_file
from duenotice.mailing.runs import paths as run_paths
from duenotice.mailing.runs.made_files import file_at
from duenotice.mailing.runs.record import RunRecord

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Sequence

    from duenotice.mailing.runs.order import Order
    from duenotice.mailing.runs.partition_record import PartitionRecord
    from duenotice.mailing.runs.plan import Plan
    from duenotice.mailing.storage import Storage


def finish(
    order: Order, storage: Storage, plan: Plan, partitions: tuple[PartitionRecord, ...]
) -> tuple[RunRecord, str]:
    """Write the record of a run whose partitions are all made; give its digest too.

    What was needed only to make them is removed: it holds the rows of members.

    Raises:
        StorageError: Something can't be read, written or removed.
    """
    _gather_rejects(storage, order.recipients.columns, partitions)
    files = (
        *(run_paths.KIT, run_paths.PLAN, run_paths.REJECTS),
        *_write_templates(order, storage),
    )
    record = RunRecord(
        plan=plan,
        templates=order.kit.templates,
        approved_by=order.kit.approved_by,
        by=order.by,
        partitions=partitions,
        files=tuple(file_at(storage, path) for path in files),
    )
    content = record.file()
    storage.write(run_paths.RUN, content)
    storage.remove(run_paths.WORK)
    return record, digest_of(content)


def _write_templates(order: Order, storage: Storage) -> Iterator[str]:
    """Write what the service fills in itself, where e-mails are handed over so."""
    options = order.options
    is_merged = options.email_format is EmailFormat.MERGE
    if is_merged and Channel.EMAIL in options.channels:
        for name, content in sorted(merge_templates(order.kit).items()):
            path = f"{Channel.EMAIL.value}/{name}"
            storage.write(path, content)
            yield path


def _gather_rejects(
    storage: Storage, columns: Sequence[str], partitions: Sequence[PartitionRecord]
) -> None:
    """Put all rejects into one file, partition by partition."""
    names = table_file((*REJECT_COLUMNS, *columns), ())
    with storage.open_write(run_paths.REJECTS) as file:
        file.write(names)
        for path in _with_rejects(partitions):
            file.write(storage.read(path).removeprefix(names))


def _with_rejects(partitions: Sequence[PartitionRecord]) -> Iterator[str]:
    for one in partitions:
        if one.tally.rejected:
            yield run_paths.rejects(one.number)
