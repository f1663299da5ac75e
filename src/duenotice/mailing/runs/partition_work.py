"""What a worker is asked: whether a partition stands, and to make it.

What goes wrong comes back as a value: only what can be pickled comes back from another
process, and nothing of a member may go with it.
"""

from __future__ import annotations

import functools
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from duenotice.errors import DuenoticeError
from duenotice.mailing.canonical import NotAsWrittenError
from duenotice.mailing.runs import paths as run_paths
from duenotice.mailing.runs.made_files import is_as_made
from duenotice.mailing.runs.partition import make_partition
from duenotice.mailing.runs.partition_record import PartitionRecord
from duenotice.mailing.runs.workshop import open_workshop
from duenotice.mailing.storage import Storage

if TYPE_CHECKING:
    from duenotice.mailing.runs.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a partition was not made."""

    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Task:
    """One partition of one run."""

    address: str
    plan: str
    """Digest of the plan."""

    number: int


def make(task: Task) -> PartitionRecord | Failure:
    """Make a partition, whatever was there of it."""
    try:
        return make_partition(_workshop(task.address, task.plan), task.number)
    except DuenoticeError as error:
        return Failure(str(error), error.advice)
    except Exception as error:  # noqa: BLE001 - its words may be a member's
        return fault_of(error, task.number)


def standing(task: Task) -> PartitionRecord | None:
    """Give the record of a partition that is complete, and as it was made."""
    storage = Storage(task.address)
    path = run_paths.marker(task.number)
    if not storage.exists(path):
        return None
    try:
        record = PartitionRecord.read(storage.read(path))
    except NotAsWrittenError:
        return None
    is_asked_for = (record.plan, record.number) == (task.plan, task.number)
    if not is_asked_for or not record.has_its_files:
        return None
    stands = all(is_as_made(storage, one) for one in record.files)
    return record if stands else None


def fault_of(error: Exception, number: int) -> Failure:
    """Say where the program failed, and not at what: that may be a member's name."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(frame.filename).name}, line {frame.lineno}"
    return Failure(
        f"partition {number} failed with {type(error).__name__} in {place}",
        "What is made stays. Please report it: it is a fault of the program. The rows "
        "are told to nobody, since they may hold names.",
    )


@functools.lru_cache(maxsize=1)
def _workshop(address: str, plan: str) -> Workshop:
    return open_workshop(address, plan)
