"""Writing a record anew while it is proposed, and adding events afterwards."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice.parse.record_file import last_hash
from duenotice.parse.record_file import record_digest
from duenotice.parse.record_file import write_record

if TYPE_CHECKING:
    from duenotice.model.record import Event
    from duenotice.model.record import Record
    from duenotice.release.changes import ChangeSet
    from duenotice.store.archive import Archive
    from duenotice.store.version import StoredVersion


def is_proposed(archive: Archive, version: StoredVersion) -> bool:
    """Tell whether a version's record may still be written anew."""
    return archive.timeline[version.label].published is None


def reseal(
    archive: Archive, version: StoredVersion, record: Record, changes: ChangeSet
) -> None:
    """Write a proposed record anew, and link the proposed one that follows it."""
    sealed = replace(record, digest=record_digest(record))
    changes.write(archive.layout.record_file(version.label), write_record(sealed))
    for later in archive.versions.values():
        if later.record.previous == version.record.digest:
            linked = replace(later.record, previous=sealed.digest)
            reseal(archive, later, linked, changes)


def add_events(
    archive: Archive,
    version: StoredVersion,
    events: tuple[Event, ...],
    changes: ChangeSet,
) -> None:
    """Add events to a record, each chained to what stands before it."""
    record = version.record
    for event in events:
        chained = replace(event, previous=last_hash(record))
        record = replace(record, events=(*record.events, chained))
    changes.write(archive.layout.record_file(version.label), write_record(record))
