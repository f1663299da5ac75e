"""Whether people may be told of a version on a day: never before it passed the gate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.diagnostics import Severity
from duenotice.mailing.editions.errors import GateClosedError
from duenotice.mailing.editions.errors import NotDueError
from duenotice.mailing.editions.errors import NothingToTellError
from duenotice.publish.public_kind import PublicKind
from duenotice.publish.public_kind import public_kind
from duenotice.review.audit import audited
from duenotice.review.gate import gate
from duenotice.store.version import BrokenVersionError
from duenotice.timeline import Status

if TYPE_CHECKING:
    from datetime import date

    from duenotice.store.archive import Archive
    from duenotice.store.customs import Customs
    from duenotice.store.record_book import RecordBook
    from duenotice.store.version import StoredVersion

_OVER = frozenset({Status.SUPERSEDED, Status.REPLACED, Status.WITHDRAWN})
"""Of which nothing is told any more, whatever changed."""

_HINTS = {
    Status.DRAFT: "Release it first.",
    Status.PROPOSED: (
        "Messages lead to its public page: merge and commit it, and wait for the day "
        "on which it is published."
    ),
    Status.HELD: "`duenotice status` says why it is held.",
    Status.SUPERSEDED: "Tell people of the version in force, or of the one to come.",
    Status.REPLACED: "Tell people of the version that took its place.",
    Status.WITHDRAWN: "Nothing changes, so there is nothing to tell.",
}


def refuse_unready(
    archive: Archive,
    book: RecordBook,
    version: StoredVersion,
    customs: Customs,
    as_of: date,
) -> None:
    """Stop where a version isn't public, isn't to take effect, or is not cleared.

    Args:
        archive: What HEAD holds.
        book: What the publishing branch knows.
        version: The version.
        customs: The rules, by which its record is assessed once more.
        as_of: The day on which the messages are made.

    Raises:
        BrokenVersionError: Its files aren't what its record says.
        NothingToTellError: There is no change that people must be told of.
        GateClosedError: Something keeps it from taking effect.
        NotDueError: It isn't public yet, or no longer to come.
    """
    if version.faults:
        raise BrokenVersionError(version.label, version.faults)
    _refuse_past(archive.timeline.status(version.label, as_of), version)
    if public_kind(version.record) is not PublicKind.ANNOUNCED:
        raise NothingToTellError(version.label)
    held, faults = audited(archive, customs, as_of)
    record = archive.layout.record_file(version.label)
    folder = record.rpartition("/")[0]
    found = [one for one in faults if one.path.startswith(f"{folder}/")]
    found += (one for one in gate(archive, book, as_of) if one.path == record)
    errors = [one for one in found if one.severity is Severity.ERROR]
    if errors:
        raise GateClosedError(version.label, errors)
    status = held.timeline.status(version.label, as_of)
    if status in _HINTS:
        raise NotDueError(version.label, status.value, _HINTS[status])


def _refuse_past(status: Status, version: StoredVersion) -> None:
    if status in _OVER:
        raise NotDueError(version.label, status.value, _HINTS[status])
