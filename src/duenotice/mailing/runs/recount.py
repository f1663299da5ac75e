"""What is in the files of a partition, counted anew and held against its record."""

from __future__ import annotations

import gzip
import re
import zipfile
import zlib
from collections import Counter
from typing import IO
from typing import TYPE_CHECKING

from duenotice.errors import DuenoticeError
from duenotice.mailing.member import Channel
from duenotice.mailing.members.csv_rows import CsvRows
from duenotice.mailing.runs import paths as run_paths

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.mailing.runs.partition_record import PartitionRecord
    from duenotice.mailing.storage import Storage

_KEY = re.compile(rb'\{"key":"([0-9a-z]+)"')
"""Of a message that is a line, at its beginning."""

_INDEX_KEY = "key"
"""Of a letter, in the list that goes with it."""

_TABLE = ".csv"
_LINES = ".jsonl.gz"
_MAILS = ".zip"

_BROKEN = (*(EOFError, OSError, ValueError), zlib.error, zipfile.BadZipFile)


def recount(storage: Storage, one: PartitionRecord) -> Iterator[str]:
    """Say where the files of a partition hold another number than is recorded.

    Its members are in no other partition, so that whoever is told twice by a channel
    is found here.

    Args:
        storage: The run's.
        one: What the partition came to; its files are as they were made.
    """
    held: Counter[str] = Counter()
    for file in one.files:
        folder, _, name = file.path.partition("/")
        try:
            count, again = _count(storage, file.path)
        except (*_BROKEN, DuenoticeError):
            yield f"{file.path}: nobody can count what is in it"
            return
        if again:
            yield f"{file.path}: {again:,} of its messages are in it twice"
        if _is_counted(folder, name):
            held[folder] += count
    yield from _differences(held, _recorded(one), one.number)


def recount_rejects(storage: Storage, rejected: int) -> Iterator[str]:
    """Say whether the file of all rejects holds another number than is recorded."""
    try:
        count, _ = _count(storage, run_paths.REJECTS)
    except (*_BROKEN, DuenoticeError):
        yield f"{run_paths.REJECTS}: nobody can count what is in it"
        return
    if count != rejected:
        yield (
            f"{run_paths.REJECTS}: {rejected:,} rejects are recorded, and it holds "
            f"{count:,}"
        )


def _is_counted(folder: str, name: str) -> bool:
    """Tell whether a file has an entry for each thing: of letters, the index has."""
    return folder != Channel.LETTER.value or name.endswith(_TABLE)


def _recorded(one: PartitionRecord) -> Counter[str]:
    tally = one.tally
    return Counter(
        {
            **{channel.value: n for channel, n in tally.by_channel().items()},
            run_paths.REJECTS_FOLDER: sum(tally.rejected.values()),
            run_paths.SUPPRESSED_FOLDER: sum(tally.suppressed.values()),
        }
    )


def _differences(
    held: Counter[str], recorded: Counter[str], number: int
) -> Iterator[str]:
    for what in sorted({*held, *recorded}):
        if held[what] != recorded[what]:
            yield (
                f"{run_paths.marker(number)}: {recorded[what]:,} of {what} are "
                f"recorded, and the files hold {held[what]:,}"
            )


def _count(storage: Storage, path: str) -> tuple[int, int]:
    """Count what is in a file, and how many keys of messages come up again."""
    with storage.open_read(path) as file:
        if path.endswith(_LINES):
            return _lines(file)
        if path.endswith(_MAILS):
            names = zipfile.ZipFile(file).namelist()
            return len(names), len(names) - len(set(names))
        if path.endswith(_TABLE):
            return _rows(file, path)
    return 0, 0


def _lines(file: IO[bytes]) -> tuple[int, int]:
    lines = gzip.GzipFile(fileobj=file, mode="rb")
    keys = [found and found[1] for found in map(_KEY.match, lines)]
    return len(keys), len(keys) - len(set(keys))


def _rows(file: IO[bytes], path: str) -> tuple[int, int]:
    """Count rows; those of an index of letters have keys."""
    table = CsvRows(file, path, ())
    if _INDEX_KEY not in table.columns:
        return sum(1 for _ in table.records()), 0
    place = table.columns.index(_INDEX_KEY)
    keys = [fields[place : place + 1] for fields, _ in table.records()]
    return len(keys), len(keys) - len(set(keys))
