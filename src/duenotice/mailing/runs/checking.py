"""Whether a run is what its record says, file by file, and of the recorded version."""

from __future__ import annotations

import posixpath
from collections import Counter
from dataclasses import dataclass
from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice.mailing.canonical import NotAsWrittenError
from duenotice.mailing.canonical import digest_of
from duenotice.mailing.kit_json import read_kit
from duenotice.mailing.runs import paths as run_paths
from duenotice.mailing.runs.errors import NoRunError
from duenotice.mailing.runs.errors import UnprovenError
from duenotice.mailing.runs.made_files import is_as_made
from duenotice.mailing.runs.partition_record import MadeFile
from duenotice.mailing.runs.record import RunRecord
from duenotice.mailing.runs.recorded import recorded_faults
from duenotice.mailing.runs.recount import recount
from duenotice.mailing.runs.recount import recount_rejects
from duenotice.mailing.storage import Storage
from duenotice.model.label import VersionLabel

if TYPE_CHECKING:
    from collections.abc import Collection
    from collections.abc import Iterable
    from collections.abc import Iterator

    from duenotice.store.archive import Archive


_DELETED = (
    "the files with personal data ({count:,}) are all missing: messages, rejected and "
    "suppressed rows. With --without-personal-data, `duenotice verify --run` checks "
    "the rest."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunCheck:
    """What was found in a run."""

    record: RunRecord
    digest: str
    """Of `run.json`."""

    files: int
    """That were held against the record."""

    faults: tuple[str, ...]
    """Each in a sentence."""

    unchecked: int = 0
    """Files with personal data that were left out."""

    unchecked_here: int = 0
    """How many of these are there all the same."""


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
    except NotAsWrittenError as error:
        reason = f"{run_paths.RUN} is not as it was written"
        raise NoRunError(address, reason) from error


def check_run(
    address: str, archives: Collection[Archive], *, without_personal_data: bool = False
) -> RunCheck:
    """Hold a run against its record, and the record against the version.

    What is in its files is counted anew.

    Args:
        address: Where the run is.
        archives: Hold the version.
        without_personal_data: Leave out the files that hold such data: they may be
            deleted when the messages are sent.

    Raises:
        NoRunError: There is no complete run.
        DuenoticeError: It can't be read.
    """
    check = _compared(address, archives, is_partial=without_personal_data)
    if check.faults:
        return check
    storage = Storage(address)
    faults = list(_other_account(check, storage, archives))
    if not without_personal_data:
        faults += _other_contents(check.record, storage)
    return replace(check, faults=tuple(faults))


def proven_run(address: str, archive: Archive) -> tuple[RunRecord, str]:
    """Give the record of a run whose files are as they were made, and its digest.

    What is in them is counted anew: a record is written by whoever writes the files.

    Raises:
        UnprovenError: Something isn't as it was made.
        NoRunError: There is no complete run.
        DuenoticeError: It can't be read.
    """
    check = _compared(address, (archive,))
    faults = check.faults or tuple(_other_contents(check.record, Storage(address)))
    if faults:
        raise UnprovenError(address, faults[0])
    return check.record, check.digest


def _compared(
    address: str, archives: Collection[Archive], *, is_partial: bool = False
) -> RunCheck:
    record, digest = read_run(address)
    storage = Storage(address)
    present = set(storage.list())
    paths = {one.path for one in record.all_files()}
    unchecked = set(filter(run_paths.is_personal, paths)) if is_partial else set()
    faults = (
        *_other_version(record, archives),
        *_lost_rows(record),
        *_other_partitions(record),
        *_other_plan(record),
        *_other_files(record, storage, present, unchecked),
    )
    return RunCheck(
        record=record,
        digest=digest,
        files=len(paths - unchecked),
        faults=faults,
        unchecked=len(unchecked),
        unchecked_here=len(unchecked & present),
    )


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


def _other_account(
    check: RunCheck, storage: Storage, archives: Collection[Archive]
) -> Iterator[str]:
    """Look for what the version's record says otherwise of the run."""
    plan = check.record.plan
    kit = read_kit(storage.read(run_paths.KIT))
    for archive in archives:
        if archive.statement_id == plan.statement:
            version = archive.versions[VersionLabel.parse(plan.version)]
            yield from recorded_faults(check.record, check.digest, kit, version)


def _lost_rows(record: RunRecord) -> Iterator[str]:
    counted = record.tally.read
    if counted != record.plan.rows:
        yield f"{run_paths.RUN}: {record.plan.rows} rows were read, {counted} counted"


def _other_partitions(record: RunRecord) -> Iterator[str]:
    """Look for partitions that are missing, of another plan, or with others' files."""
    digest = record.plan.digest
    numbers = [one.number for one in record.partitions]
    if numbers != list(range(record.plan.partitions)):
        yield f"{run_paths.RUN}: it has not each partition once"
    for one in record.partitions:
        stem = run_paths.part_name(one.number)
        is_own = all(posixpath.basename(f.path).startswith(stem) for f in one.files)
        if one.plan != digest or not is_own:
            yield f"{run_paths.RUN}: partition {one.number} is of another run"
    paths = Counter(one.path for one in record.all_files())
    for path, count in sorted(paths.items()):
        if count > 1:
            yield f"{run_paths.RUN}: {path} is in it {count} times"


def _other_plan(record: RunRecord) -> Iterator[str]:
    """Look for the plan, and for what it was planned with, among the files."""
    plan = record.plan
    made = {one.path: one.sha256 for one in record.files}
    wanted = {run_paths.PLAN: digest_of(plan.file()), run_paths.KIT: plan.kit}
    for path, digest in wanted.items():
        if made.get(path) != digest:
            yield f"{run_paths.RUN}: {path} is not the one that was planned with"


def _other_files(
    record: RunRecord,
    storage: Storage,
    present: Collection[str],
    unchecked: Collection[str],
) -> Iterator[str]:
    made = {one.path: one for one in (*record.all_files(), *_markers(record))}
    wanted = {path: file for path, file in made.items() if path not in unchecked}
    personal = set(filter(run_paths.is_personal, wanted))
    if personal and personal.isdisjoint(present):
        yield _DELETED.format(count=len(personal))
        wanted = {path: file for path, file in wanted.items() if path not in personal}
    for path, file in sorted(wanted.items()):
        if path not in present:
            yield f"{path}: it is missing"
        elif not is_as_made(storage, file):
            yield f"{path}: it is not the file that was made"
    for path in sorted(set(present) - made.keys()):
        if not _is_beside(path):
            yield f"{path}: the run didn't make it"


def _other_contents(record: RunRecord, storage: Storage) -> Iterator[str]:
    """Count anew what is in the files."""
    for one in record.partitions:
        yield from recount(storage, one)
    yield from recount_rejects(storage, sum(record.tally.rejected.values()))


def _markers(record: RunRecord) -> Iterator[MadeFile]:
    """Give the markers, which hold nothing that isn't in the record."""
    for one in record.partitions:
        yield MadeFile.made_of(run_paths.marker(one.number), one.file())


def _is_beside(path: str) -> bool:
    """Tell whether a file may lie beside those that are made for others."""
    return path == run_paths.RUN or (path.startswith(".") and "/" not in path)
