"""Whether a proposed version follows the newest one that is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.diagnostics import Diagnostic
from duenotice.diagnostics import Severity
from duenotice.model.label import VersionLabel
from duenotice.store.integrity import last_recorded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.model.record import Record
    from duenotice.store.archive import Archive
    from duenotice.store.record_book import RecordBook


def chain_faults(archive: Archive, book: RecordBook) -> tuple[Diagnostic, ...]:
    """Report proposed versions that were made without the newest recorded one.

    Merged as they are, they would stand in one chain with it, and say nothing of it.
    """
    newest = _newest_recorded(archive, book)
    if newest is None or not archive.proposed:
        return ()
    first = archive.proposed[0].record
    if first.previous == newest.digest and first.version > newest.version:
        return ()
    return (_other(archive, first, newest.version),)


def _newest_recorded(archive: Archive, book: RecordBook) -> Record | None:
    labels = sorted(_labels(archive, book), reverse=True)
    found = (last_recorded(archive.layout, label, book) for label in labels)
    return next((one for one in found if one is not None), None)


def _labels(archive: Archive, book: RecordBook) -> Iterator[VersionLabel]:
    for name in archive.layout.version_names(frozenset(book.history)):
        try:
            yield VersionLabel.parse(name)
        except ValueError:
            continue  # that was no version


def _other(archive: Archive, record: Record, newest: VersionLabel) -> Diagnostic:
    return Diagnostic(
        code="previous-other",
        severity=Severity.ERROR,
        message=f"version {record.version} doesn't follow version {newest}, the newest "
        "that is recorded",
        path=archive.layout.record_file(record.version),
        hint="Another version was recorded meanwhile. Merge the base into this branch, "
        "then `release --again`.",
    )
