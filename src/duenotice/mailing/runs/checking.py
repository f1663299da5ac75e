"""Whether a run is what its record says, file by file, and of the recorded version."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.mailing.canonical import digest_of
from duenotice.mailing.runs import paths as run_paths
from duenotice.mailing.runs.errors import NoRunError
from duenotice.mailing.runs.errors import UnprovenError
from duenotice.mailing.runs.made_files import is_as_made
from duenotice.mailing.runs.record import RunRecord
from duenotice.mailing.storage import Storage

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator

    from duenotice.store.archive import Archive


@dataclass(frozen=True, slots=True, kw_only=True)
class RunCheck:
    """What was found in a run."""

    record: RunRecord
    digest: str
    """Of `run.json`."""

    files: int
    faults: tuple[str, ...]
    """Each in a sentence."""


def read_run(address: str) -> tuple[RunRecord, str]:
    """Read the record of a complete run, and give its digest.

    Raises:
        NoRunError: There is none, or not the one that was written.
        DuenoticeError: It can't be read.
    """
    storage = Storage(address)
    if not storage.exists(run_paths.RUN):
        raise NoRunError(address, f"{run_paths.RUN} is missing")
    content = storage.read(run_paths.RUN)
    try:
        return RunRecord.read(content), digest_of(content)
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError) as error:
        reason = f"{run_paths.RUN} is not as it was written"
        raise NoRunError(address, reason) from error


def check_run(address: str, archives: Iterable[Archive]) -> RunCheck:
    """Hold a run against its record, and the record against the version.

    Raises:
        NoRunError: There is no complete run.
        DuenoticeError: It can't be read.
    """
    record, digest = read_run(address)
    storage = Storage(address)
    faults = (
        *_other_version(record, archives),
        *_lost_rows(record),
        *_other_files(record, storage),
    )
    return RunCheck(
        record=record,
        digest=digest,
        files=sum(1 for _ in record.all_files()),
        faults=faults,
    )


def proven_run(address: str, archive: Archive) -> tuple[RunRecord, str]:
    """Give the record of a run that is as it was made, and its digest.

    Raises:
        UnprovenError: Something isn't as it was made.
        NoRunError: There is no complete run.
        DuenoticeError: It can't be read.
    """
    check = check_run(address, (archive,))
    if check.faults:
        raise UnprovenError(address, check.faults[0])
    return check.record, check.digest


def _other_version(record: RunRecord, archives: Iterable[Archive]) -> Iterator[str]:
    """Look for the version that the messages are about, as it is recorded."""
    plan = record.plan
    name = f"version {plan.version} of {plan.statement}"
    archive = next((a for a in archives if a.statement_id == plan.statement), None)
    versions = {} if archive is None else archive.versions
    known = {str(label): one.record.digest for label, one in versions.items()}
    if plan.version not in known:
        yield f"{run_paths.RUN}: {name} is not recorded here"
    elif known[plan.version] != plan.version_digest:
        yield f"{run_paths.RUN}: {name} is recorded with another digest"


def _lost_rows(record: RunRecord) -> Iterator[str]:
    counted = record.tally.read
    if counted != record.plan.rows:
        yield f"{run_paths.RUN}: {record.plan.rows} rows were read, {counted} counted"
    numbers = [one.number for one in record.partitions]
    if numbers != list(range(record.plan.partitions)):
        yield f"{run_paths.RUN}: it has not each partition once"


def _other_files(record: RunRecord, storage: Storage) -> Iterator[str]:
    made = {one.path: one for one in record.all_files()}
    present = set(storage.list())
    for path, file in sorted(made.items()):
        if path not in present:
            yield f"{path}: it is missing"
        elif not is_as_made(storage, file):
            yield f"{path}: it is not the file that was made"
    for path in sorted(present - made.keys()):
        if not _is_beside(path):
            yield f"{path}: the run didn't make it"


def _is_beside(path: str) -> bool:
    """Tell whether a file may lie beside those that a run makes for others."""
    is_marker = path.startswith(f"{run_paths.MARKERS}/")
    is_hidden = any(part.startswith(".") for part in path.split("/"))
    return is_marker or is_hidden or path == run_paths.RUN
