"""On which days the publishing branch held a version's files and events.

What a record says counts from when the branch held it, and the texts that it names; a
notice counts for as long as the branch holds it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from datetime import date
from datetime import datetime
from itertools import accumulate
from itertools import groupby
from itertools import zip_longest
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from duenotice.model.record import EventKind
from duenotice.parse.record_file import content_sha256
from duenotice.parse.record_file import parse_record
from duenotice.timeline import Spell

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping
    from collections.abc import Sequence

    from duenotice.model.record import Event
    from duenotice.store.git import RecordedForm
    from duenotice.store.record_book import RecordBook
    from duenotice.store.version import StoredVersion


def day_of(form: RecordedForm, zone: ZoneInfo) -> date:
    """Give the day on which a commit was made, where a version's days begin."""
    return datetime.fromtimestamp(form.committed_at, UTC).astimezone(zone).date()


def zone_of(version: StoredVersion) -> ZoneInfo:
    """Give the zone of a version's days; of a broken one they don't count anyway."""
    return ZoneInfo("UTC" if version.faults else version.statement.time_zone)


def known_events(
    version: StoredVersion, book: RecordBook
) -> tuple[tuple[Event, date], ...]:
    """Give each event with the day since when it was known.

    That is the day it names, or the later one on which it first stood on the
    publishing branch: nobody can change afterwards what was in force before. No event
    is known before the one that it follows. (Whoever adopts a version vouches for its
    days; that event is dated by nothing else.)
    """
    events = version.record.events
    days = [event.on for event in events]
    if all(event.kind is EventKind.ADOPTED for event in events):
        return tuple(zip(events, days, strict=True))
    zone = zone_of(version)
    path = version.layout.record_file(version.label)
    counted = 0
    for form in book.forms(version):
        former, _ = parse_record(book.read_object(form.object_id), path)
        known = () if former is None else former.events
        while counted < min(len(known), len(events)):
            if known[counted] != events[counted]:
                break
            if not form.is_boundary:
                days[counted] = max(days[counted], day_of(form, zone))
            counted += 1
    return tuple(zip(events, accumulate(days, max), strict=True))


def file_days(version: StoredVersion, book: RecordBook) -> Iterator[date]:
    """Give the days on which the files in a version's own folder were first there.

    A file counts from when it had the bytes that the record names. One that never had
    them is a fault, and has no day.
    """
    for path, sha256 in version.own_files():
        forms = [one for one in book.history.get(path, ()) if not one.is_gone]
        # The only form that a file ever had needs no reading.
        first = (
            forms[0]
            if len(forms) == 1
            else next((one for one in forms if _sha256(one, book) == sha256), None)
        )
        if first is not None and not first.is_boundary:
            yield day_of(first, zone_of(version))


def spoiled(
    version: StoredVersion,
    book: RecordBook,
    approvals: Sequence[tuple[date, Mapping[str, str]]],
) -> tuple[Spell, ...]:
    """Give the days on which a notice was not the approved one on the branch.

    What only the files on the disk have otherwise is no fact of the branch.

    Args:
        version: The version.
        book: What the publishing branch knows.
        approvals: The hashes of notices by locale, each since a day.
    """
    locales = {locale for _, hashes in approvals for locale in hashes}
    notices = [_notice(version, book, approvals, one) for one in locales]
    days = sorted({day for one in notices for day, _ in (*one.approved, *one.held)})
    amiss = [(day, any(one.is_amiss(day) for one in notices)) for day in days]
    turns = [next(group) for _, group in groupby(amiss, lambda one: one[1])]
    return tuple(
        Spell(since=since, until=None if after is None else after[0])
        for (since, is_amiss), after in zip_longest(turns, turns[1:])
        if is_amiss
    )


@dataclass(frozen=True, slots=True)
class _Notice:
    """One locale's notice: what was approved, and what the branch held."""

    approved: Sequence[tuple[date, str]]
    held: Sequence[tuple[date, str | None]]

    def is_amiss(self, on: date) -> bool:
        """Tell whether it was not the approved one at the end of a day."""
        approved = [sha256 for day, sha256 in self.approved if day <= on]
        held = [sha256 for day, sha256 in self.held if day <= on]
        return bool(approved) and approved[-1:] != held[-1:]


def _notice(
    version: StoredVersion,
    book: RecordBook,
    approvals: Sequence[tuple[date, Mapping[str, str]]],
    locale: str,
) -> _Notice:
    zone = zone_of(version)
    path = version.layout.notice_file(version.label, locale)
    forms = book.history.get(path, ())
    # Before the first one the version isn't public, or somebody vouches for its days.
    days = accumulate((day_of(one, zone) for one in forms[1:]), max, initial=date.min)
    held = tuple(zip(days, (_sha256(one, book) for one in forms), strict=False))
    return _Notice(
        approved=tuple(
            (day, hashes[locale]) for day, hashes in approvals if locale in hashes
        ),
        held=held or ((date.min, version.cache.sha256(path, [])),),
    )


def _sha256(form: RecordedForm, book: RecordBook) -> str | None:
    """Give the hash of a file as a commit left it; nothing where that deleted it."""
    return None if form.is_gone else content_sha256(book.read_object(form.object_id))
