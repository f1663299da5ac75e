"""On which days a version was published, moved and withdrawn, by git's own account.

What a record says of a day is a plan. A day counts from when the publishing branch
held the record, or the event, that names it: nobody can change afterwards what was
in force before.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC
from datetime import date
from datetime import datetime
from itertools import accumulate
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from duenotice.model.record import EventKind
from duenotice.parse.record_file import parse_record
from duenotice.store.git import RecordedForm
from duenotice.timeline import DatedVersion
from duenotice.timeline import Rescheduling
from duenotice.timeline import earliest_effective

if TYPE_CHECKING:
    from collections.abc import Callable

    from duenotice.model.record import Record
    from duenotice.store.version import StoredVersion

RecordHistory = Mapping[str, Sequence[RecordedForm]]
"""Each record's forms on the publishing branch, oldest first, by path."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordBook:
    """What the publishing branch knows about records."""

    history: RecordHistory
    read_object: Callable[[str], bytes]
    """Reads a former form of a record."""

    held: frozenset[str] = frozenset()
    """The records that files at this commit can't lack, unless they were taken away.

    What the history knows beyond them is newer than the commit: it is behind.
    """

    preview_day: date | None = None
    """Take each proposed version for one that is recorded on this day."""

    def forms(self, version: StoredVersion) -> Sequence[RecordedForm]:
        """Give the forms that a version's record had, oldest first."""
        return self.history.get(version.layout.record_file(version.label), ())


NO_HISTORY = RecordBook(history={}, read_object=lambda _: b"")
"""Of a tree without git: every record is proposed."""


def is_unchecked(version: StoredVersion, book: RecordBook) -> bool:
    """Tell whether only the record says when a version was published.

    So it is where the clone is shallow and the history ends with the version there
    already. (Of an adopted version nothing else is expected.)
    """
    forms = book.forms(version)
    return bool(forms) and forms[0].is_boundary and not version.record.is_adopted


def date_version(
    version: StoredVersion,
    book: RecordBook,
    *,
    superseded: StoredVersion | None = None,
    earlier: Sequence[DatedVersion] = (),
) -> DatedVersion:
    """Give what the timeline needs to know of a version.

    Args:
        version: The version.
        book: What the publishing branch knows.
        superseded: The version that its record says it supersedes.
        earlier: Those with lower labels.
    """
    record = version.record
    forms = book.forms(version)
    zone = _time_zone(version)
    published = _published(version, book, zone)
    known = _event_days(version, book, forms, zone)
    withdrawn = [
        day
        for event, day in zip(record.events, known, strict=True)
        if event.kind is EventKind.WITHDRAWN
    ]
    return DatedVersion(
        label=record.version,
        published=published,
        effective=record.effective,
        earliest=date.min
        if published is None
        else _earliest(version, superseded, published, earlier),
        reschedulings=_reschedulings(record, known),
        withdrawn_on=min(withdrawn, default=None),
        is_broken=bool(version.faults),
    )


def _published(version: StoredVersion, book: RecordBook, zone: ZoneInfo) -> date | None:
    """Give the later of the planned day and the day of the first commit with it."""
    record, forms = version.record, book.forms(version)
    if not forms:
        day = book.preview_day
        return None if day is None else max(record.published, day)
    if record.is_adopted or is_unchecked(version, book):
        return record.published
    return max(record.published, _day(forms[0], zone))


def _reschedulings(record: Record, known: list[date]) -> tuple[Rescheduling, ...]:
    found = []
    for event, day in zip(record.events, known, strict=True):
        if event.kind is EventKind.RESCHEDULED:
            effective = date.fromisoformat(event.details["effective"])
            found.append(Rescheduling(known_on=day, effective=effective))
    return tuple(found)


def _earliest(
    version: StoredVersion,
    superseded: StoredVersion | None,
    published: date,
    earlier: Sequence[DatedVersion],
) -> date:
    """Give the day before which a version that was published late is held.

    The lead that the record gave itself must still be there, as far as the notice
    policy asks for it: its own, or that of the version it supersedes. A version that
    keeps the date of a scheduled one has the lead of that: its fix starts none anew.
    """
    record = version.record
    if record.is_adopted:
        return date.min
    if record.required_by_law is not None or version.faults:
        return published
    kept = [
        one.earliest
        for one in earlier
        if one.may_take_effect(published)
        and published < one.begins(published) == record.effective
    ]
    if kept:
        return max(published, *kept)
    given = (record.effective - record.published).days
    asked = [
        one.statement.notice.lead_days
        for one in (version, superseded)
        if one is not None and not one.faults
    ]
    return earliest_effective(published, max(min(given, max(asked)), 0))


def _event_days(
    version: StoredVersion,
    book: RecordBook,
    forms: Sequence[RecordedForm],
    zone: ZoneInfo,
) -> list[date]:
    """Give for each event the day since when it was known.

    That is the day it names, or the later one on which it first stood on the
    publishing branch: nobody can change afterwards what was in force before. No event
    is known before the one that it follows. (Whoever adopts a version vouches for its
    days; that event is dated by nothing else.)
    """
    events = version.record.events
    days = [event.on for event in events]
    if all(event.kind is EventKind.ADOPTED for event in events):
        return days
    path = version.layout.record_file(version.label)
    counted = 0
    for form in forms:
        former, _ = parse_record(book.read_object(form.object_id), path)
        known = () if former is None else former.events
        while counted < min(len(known), len(events)):
            if known[counted] != events[counted]:
                break
            if not form.is_boundary:
                days[counted] = max(days[counted], _day(form, zone))
            counted += 1
    return list(accumulate(days, max))


def _day(form: RecordedForm, zone: ZoneInfo) -> date:
    return datetime.fromtimestamp(form.committed_at, UTC).astimezone(zone).date()


def _time_zone(version: StoredVersion) -> ZoneInfo:
    """Give the zone of a version's days; of a broken one they don't count anyway."""
    return ZoneInfo("UTC" if version.faults else version.statement.time_zone)
