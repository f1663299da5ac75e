"""Whether what stands recorded is still what was recorded."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice.diagnostics import Diagnostic
from duenotice.diagnostics import Severity
from duenotice.model.label import VersionLabel
from duenotice.parse.record_file import parse_record
from duenotice.parse.record_file import record_faults
from duenotice.store.draft import read_plain
from duenotice.store.layout import NOTICE
from duenotice.store.version import BrokenVersionError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator

    from duenotice.model.record import Record
    from duenotice.store.layout import StatementLayout
    from duenotice.store.record_book import RecordBook
    from duenotice.store.tree import Tree
    from duenotice.store.version import StoredVersion


def find_labels(
    layout: StatementLayout, tree: Tree, found: list[Diagnostic]
) -> list[VersionLabel]:
    """Find the versions' labels in order; report folders that have none."""
    labels = []
    for name in layout.version_names(tree.paths):
        try:
            labels.append(VersionLabel.parse(name))
        except ValueError:
            found.append(
                Diagnostic(
                    code="label-invalid",
                    severity=Severity.ERROR,
                    message=f'"{name}" is no version label',
                    path=f"{layout.folder}/versions/{name}",
                    hint="A version is named by its date, such as 2026-11-24, or "
                    "2026-11-24.2 for a second one on that day. Folders here are made "
                    "by `duenotice release`.",
                )
            )
    return sorted(labels)


def find_removed(
    layout: StatementLayout, tree: Tree, book: RecordBook, found: list[Diagnostic]
) -> dict[VersionLabel, Diagnostic]:
    """Find the recorded versions whose folder was taken away; report what is behind."""
    removed = {}
    present = layout.version_names(tree.paths)
    for name in layout.version_names(frozenset(book.history)):
        if name in present:
            continue
        try:
            label = VersionLabel.parse(name)
        except ValueError:
            continue  # that was no version then, and nobody misses it
        path = layout.record_file(label)
        if path not in book.history:
            continue  # its folder never had a record
        if path in book.held:
            message = f"version {label} was recorded, and its record is gone"
            removed[label] = _fault("record-removed", message, path)
        else:
            found.append(
                Diagnostic(
                    code="record-behind",
                    severity=Severity.WARNING,
                    message=f"the publishing branch has version {label}, and it is "
                    "not here",
                    path=path,
                    hint="Bring it in first: merge the publishing branch into this "
                    "one.",
                )
            )
    return removed


def last_recorded(
    layout: StatementLayout, label: VersionLabel, book: RecordBook
) -> Record | None:
    """Give a record as it was recorded, whatever the file says now.

    That is the first form that can be read, with the events that were added since.
    """
    path = layout.record_file(label)
    last: Record | None = None
    for form in book.history.get(path, ()):
        record, _ = parse_record(book.read_object(form.object_id), path)
        if record is None or record.version != label:
            continue
        if last is None or (is_same(last, record) and _follow(last, record)):
            last = record
    return last


def is_same(one: Record, other: Record) -> bool:
    """Tell whether two records say the same but for their events."""
    return one == replace(other, events=one.events)


def read_record(
    layout: StatementLayout, tree: Tree, label: VersionLabel, found: list[Diagnostic]
) -> Record | None:
    """Read a version's record, or report why not."""
    path = layout.record_file(label)
    if path not in tree.paths:
        found.append(_fault("record-missing", f"version {label} has no record", path))
        return None
    data = read_plain(tree, path, found)
    if data is None:
        return None
    record, faults = parse_record(data, path)
    found += faults
    if record is not None and record.version != label:
        found.append(
            _fault(
                "record-misplaced",
                f"the record is of version {record.version}, but lies in the folder "
                f"of {label}",
                path,
            )
        )
        return None
    return record


def digest_faults(
    version: StoredVersion, previous: Record | None
) -> Iterator[Diagnostic]:
    """Compare a record with its own digests and with the record before it."""
    record, path = version.record, _path(version)
    for fault in record_faults(record):
        yield _fault("record-changed", f"the record was edited: {fault}", path)
    if record.previous != (None if previous is None else previous.digest):
        before = "no version" if previous is None else f"version {previous.version}"
        message = f"the record doesn't follow from the record before it ({before})"
        yield _fault("chain-broken", message, path)


def rewriting_faults(version: StoredVersion, book: RecordBook) -> Iterator[Diagnostic]:
    """Find a record whose content or events were recorded otherwise."""
    forms, path = book.forms(version), _path(version)
    if not forms:
        return
    record = version.record
    parsed = (parse_record(book.read_object(one.object_id), path)[0] for one in forms)
    former = [one for one in parsed if one is not None]
    if former and former[0].digest != record.digest:
        message = f"version {version.label} was recorded with another content"
        yield _fault("record-rewritten", message, path)
    elif former and record.is_adopted and not former[0].is_adopted:
        message = f"version {version.label} was recorded, and not adopted"
        yield _fault("events-rewritten", message, path)
    elif not _only_grew([*former, record]):
        if _only_grew(former) and _follow(record, former[-1]):
            yield _behind(version, former[-1])
        else:
            message = f"an event of version {version.label} was changed or taken away"
            yield _fault("events-rewritten", message, path)


def _only_grew(records: list[Record]) -> bool:
    """Tell whether each form has the events of the one before, and perhaps more."""
    return all(_follow(one, other) for one, other in itertools.pairwise(records))


def _follow(record: Record, later: Record) -> bool:
    return later.events[: len(record.events)] == record.events


def _behind(version: StoredVersion, newest: Record) -> Diagnostic:
    """Warn where the publishing branch knows more than these files."""
    event = newest.events[-1]
    return Diagnostic(
        code="events-behind",
        severity=Severity.WARNING,
        message=f"the publishing branch has a newer event of version {version.label}: "
        f"{event.kind.value} on {event.on}",
        path=_path(version),
        hint="Bring it in first: merge the publishing branch into this one.",
    )


def adoption_faults(
    version: StoredVersion, earlier: Iterable[StoredVersion]
) -> Iterator[Diagnostic]:
    """Find an adopted version among those that the program published itself."""
    if version.record.is_adopted and not all(v.record.is_adopted for v in earlier):
        message = (
            f"version {version.label} was adopted after the program's own versions"
        )
        yield _fault("adopted-late", message, _path(version))


def unlocked_files(
    layout: StatementLayout, tree: Tree, versions: Iterable[StoredVersion]
) -> Iterator[Diagnostic]:
    """Find what lies in a version's folder and belongs to no version."""
    known = list(versions)
    expected = {path for version in known for path, _ in version.locked_files()}
    expected |= {_path(version) for version in known}
    homes = {f"{layout.home(version.label)}/" for version in known}
    for path in sorted(tree.paths - expected):
        home = layout.version_folder(path)
        if home in homes and not path.startswith(f"{home}{NOTICE}/"):
            yield Diagnostic(
                code="file-unlocked",
                severity=Severity.WARNING,
                message="no record names this file, so it is never published",
                path=path,
                hint="Delete it: a version's folder holds what `release` wrote and "
                "nothing else.",
            )


def _path(version: StoredVersion) -> str:
    return version.layout.record_file(version.label)


def _fault(code: str, message: str, path: str) -> Diagnostic:
    return Diagnostic(
        code=code,
        severity=Severity.ERROR,
        message=message,
        path=path,
        hint=BrokenVersionError.hint,
    )
