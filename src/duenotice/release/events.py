"""What happens to a recorded version's date: it is withdrawn, or moved."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice.model.record import Event
from duenotice.model.record import EventKind
from duenotice.parse.statement_file import splice_published_text
from duenotice.release.amending_refusals import NoTextInForceError
from duenotice.release.changes import ChangeSet
from duenotice.release.dates import refuse_far
from duenotice.release.fates import DraftDiffersError
from duenotice.release.fates import PassingError
from duenotice.release.fates import ProposalWaitsError
from duenotice.release.fates import ReplacedError
from duenotice.release.fates import SameDateError
from duenotice.release.fates import SettledError
from duenotice.release.fates import UnrecordedError
from duenotice.release.refusals import TooEarlyError
from duenotice.release.sealing import add_events
from duenotice.store.faulty import FaultyTextError
from duenotice.store.outlook import look_ahead
from duenotice.store.whole_text import text_of_draft
from duenotice.store.whole_text import text_of_version
from duenotice.timeline import Rescheduling
from duenotice.timeline import Status
from duenotice.timeline import Timeline
from duenotice.timeline import earliest_effective

if TYPE_CHECKING:
    from datetime import date

    from duenotice.model.label import VersionLabel
    from duenotice.model.statement import Statement
    from duenotice.store.archive import Archive
    from duenotice.store.version import StoredVersion
    from duenotice.timeline import DatedVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """What an event comes to."""

    labels: tuple[VersionLabel, ...]
    """The version, then those whose place it had taken and that go with it."""

    changes: ChangeSet


def withdraw(
    archive: Archive, version: StoredVersion, *, today: date, reason: str, restore: bool
) -> Happening:
    """Take back a version that is not yet in force.

    Args:
        archive: The working tree's.
        version: The version.
        today: The day of the event.
        reason: Why; it stays in the record.
        restore: Also put the text in force back into the draft.

    Raises:
        FaultyTextError: The version, or the draft, has faults.
        UnrecordedError: It is proposed: it is discarded, not withdrawn.
        ProposalWaitsError: Another one is proposed that goes on from it.
        ReplacedError: Another version has taken its place.
        SettledError: It is, or was, in force, or was withdrawn already.
        DraftDiffersError: The draft holds changes that would be lost.
        NoTextInForceError: There is no text to put back.
    """
    _refuse_settled(archive, version, today, "withdrawn")
    changes = ChangeSet()
    if restore:
        _restore(archive, version, today, changes)
    event = Event(
        on=today, kind=EventKind.WITHDRAWN, details={"reason": reason}, previous=""
    )
    return _record(archive, version, event, changes)


def reschedule(
    archive: Archive, version: StoredVersion, *, today: date, to: date, reason: str
) -> Happening:
    """Move the effective date of a version that is not yet in force.

    Raises:
        SameDateError: It takes effect on that day already.
        TooEarlyError: The lead time would not fit any more.
        TooFarError: The day is more than ten years ahead.
        PassingError: It would pass another version.
    """
    _refuse_settled(archive, version, today, "rescheduled")
    refuse_far(to, today)
    _refuse_disorder(archive, version, today, to)
    event = Event(
        on=today,
        kind=EventKind.RESCHEDULED,
        details={"effective": to.isoformat(), "reason": reason},
        previous="",
    )
    return _record(archive, version, event, ChangeSet())


def _record(
    archive: Archive, version: StoredVersion, event: Event, changes: ChangeSet
) -> Happening:
    """Add an event to the version and to those it had taken the place of.

    Otherwise one of them would step into the gap.
    """
    timeline = archive.timeline
    along = [
        archive.versions[other.label]
        for other in timeline.versions
        if timeline.status(other.label, event.on) is Status.REPLACED
        and (rival := timeline.successor(other.label, event.on)) is not None
        and rival.label == version.label
    ]
    for one in (version, *along):
        add_events(archive, one, (event,), changes)
    labels = (version.label, *(one.label for one in along))
    return Happening(labels=labels, changes=changes)


def _refuse_settled(
    archive: Archive, version: StoredVersion, today: date, what: str
) -> None:
    if version.faults:
        raise FaultyTextError(version.faults)
    timeline, label = archive.timeline, version.label
    published = timeline[label].published
    if published is None:
        raise UnrecordedError(label)
    for other in archive.proposed:
        raise ProposalWaitsError(other.label)
    day = max(today, published)
    status = timeline.status(label, day)
    successor = timeline.successor(label, day)
    if status is Status.REPLACED and successor is not None:
        raise ReplacedError(label, successor.label)
    if status not in {Status.SCHEDULED, Status.HELD}:
        raise SettledError(label, status, what)


def _refuse_disorder(
    archive: Archive, version: StoredVersion, today: date, to: date
) -> None:
    timeline, label = archive.timeline, version.label
    dated = timeline[label]
    now = dated.effective_as_known(today)
    if to == now:
        raise SameDateError(label, to)
    earliest, reason = _earliest(archive, version, today, is_sooner=to < now)
    if to < earliest:
        raise TooEarlyError(to, earliest, reason)
    day = max(today, dated.published or today)
    later = [one for one in timeline.scheduled(day) if one.label > label]
    # With the new date, another version may take the place of an earlier one again.
    moved = _with_date(timeline, dated, Rescheduling(known_on=today, effective=to))
    earlier = [one for one in moved.scheduled(day) if one.label < label]
    for other in (*earlier, *later):
        limit = other.effective_as_known(today)
        if (other.label > label and to > limit) or (other.label < label and to < limit):
            raise PassingError(label, to, other.label, limit)


def _with_date(timeline: Timeline, dated: DatedVersion, to: Rescheduling) -> Timeline:
    moved = replace(dated, reschedulings=(*dated.reschedulings, to))
    return Timeline(moved if one is dated else one for one in timeline.versions)


def _earliest(
    archive: Archive, version: StoredVersion, today: date, *, is_sooner: bool
) -> tuple[date, str]:
    """Give the first day to which a version can be moved, and why.

    Messages that are out name the day that was planned: before that day, people have to
    be told anew.
    """
    dated = archive.timeline[version.label]
    days = [(today, "today"), (dated.earliest, "people must have that much notice")]
    if dated.mailing is not None:
        sent = () if is_sooner else dated.mailing.sent(today)
        told = min((one.on for one in sent), default=today)
        first = earliest_effective(told, dated.mailing.days)
        days.append((first, "messages must be out that long before"))
    return max(days, key=lambda one: one[0])


def _restore(
    archive: Archive, version: StoredVersion, today: date, changes: ChangeSet
) -> None:
    """Put the text that the version follows into the draft; policy stays the draft's.

    That is the text in force, or another scheduled one that takes effect before.
    """
    draft = text_of_draft(archive.draft)
    if not draft.says_the_same(text_of_version(version)):
        raise DraftDiffersError(version.label)
    former = look_ahead(archive, today).before(version.label)
    if former is None:
        raise NoTextInForceError
    layout = archive.layout
    for locale, sections in archive.draft.sections.items():
        for section_id in sections:
            changes.delete(layout.section_file(locale, section_id))
    for locale in former.record.lock.locales:
        for section_id, file in former.section_files(locale).items():
            changes.write(layout.section_file(locale, section_id), file.text)
    ours, theirs = draft.statement, former.statement_file
    if _read(ours.statement) != _read(theirs.statement):
        spliced = splice_published_text(ours.text, theirs.text)
        changes.write(layout.statement_file(), spliced)


def _read(statement: Statement) -> tuple[object, ...]:
    """Give what people read of the settings; its languages are those of its files."""
    return (statement.published_text(), statement.locales)
