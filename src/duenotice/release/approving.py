"""The approval of a version's notice: the text that people are to read, and by whom."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace
from typing import TYPE_CHECKING
from typing import ClassVar

from duenotice.diagnostics import has_errors
from duenotice.errors import DuenoticeError
from duenotice.model.record import Approval
from duenotice.model.record import Event
from duenotice.model.record import EventKind
from duenotice.release.changes import ChangeSet
from duenotice.release.notices import hashes_of
from duenotice.release.notices import notices_of
from duenotice.release.sealing import add_events
from duenotice.release.sealing import is_proposed
from duenotice.release.sealing import reseal
from duenotice.review.notices import notice_faults
from duenotice.store.faulty import FaultyTextError
from duenotice.store.gate import NOTICE_KEY
from duenotice.store.gate import needs_notice
from duenotice.store.gate import notices_now

if TYPE_CHECKING:
    from datetime import date

    from duenotice.diagnostics import Diagnostic
    from duenotice.model.label import VersionLabel
    from duenotice.store.archive import Archive
    from duenotice.store.version import StoredVersion


class NothingToApproveError(DuenoticeError):
    """Nobody is told of a version's change."""

    hint: ClassVar[str] = "Corrections, first and adopted versions need no notice."

    def __init__(self, label: VersionLabel) -> None:
        """Name the version."""
        super().__init__(f"version {label} needs no notice")


class ApprovedError(DuenoticeError):
    """The notice is approved as it is."""

    hint: ClassVar[str] = "Change the notice first, if it should say something else."

    def __init__(self, label: VersionLabel) -> None:
        """Name the version."""
        super().__init__(f"the notice of version {label} is approved already")


@dataclass(frozen=True, slots=True, kw_only=True)
class Approved:
    """What an approval comes to."""

    locales: tuple[str, ...]
    is_event: bool
    remarks: tuple[Diagnostic, ...]
    """Warnings; they stop nothing."""

    changes: ChangeSet


def approve(
    archive: Archive, version: StoredVersion, *, by: str, today: date
) -> Approved:
    """Approve the notice of a version, in all its languages.

    After publication this is an event: a notice that was corrected.

    Raises:
        NothingToApproveError: The version needs no notice.
        ApprovedError: It was approved as it is.
        FaultyTextError: It has placeholders, is silent about a finding, or is missing.
    """
    _refuse_broken(version)
    if not needs_notice(version.record):
        raise NothingToApproveError(version.label)
    found = notice_faults(archive, version)
    if has_errors(found):
        raise FaultyTextError(found)
    hashes = hashes_of(notices_of(archive.layout, version))
    if hashes == notices_now(version.record):
        raise ApprovedError(version.label)
    changes = ChangeSet()
    is_event = not is_proposed(archive, version)
    if is_event:
        named = {f"{NOTICE_KEY}{one}": sha256 for one, sha256 in hashes.items()}
        event = Event(
            on=today,
            kind=EventKind.NOTICE_CORRECTED,
            details={"by": by, **named},
            previous="",
        )
        add_events(archive, version, (event,), changes)
    else:
        record = replace(
            version.record,
            approved=Approval(by=by, on=today),
            lock=replace(version.record.lock, notices=hashes),
        )
        reseal(archive, version, record, changes)
    return Approved(
        locales=tuple(hashes), is_event=is_event, remarks=found, changes=changes
    )


def _refuse_broken(version: StoredVersion) -> None:
    """Stop where the version is at fault, but for a notice that is another now."""
    faults = tuple(one for one in version.faults if one.code != "notice-changed")
    if faults:
        raise FaultyTextError(faults)
