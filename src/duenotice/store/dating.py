"""On which days a version was published, moved and withdrawn, by git's own account.

What a record says of a day is a plan. A day counts from when the publishing branch
held the record, or the event, that names it: nobody can change afterwards what was
in force before.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from duenotice.model.record import EventKind
from duenotice.store.appearing import day_of
from duenotice.store.appearing import file_days
from duenotice.store.appearing import known_events
from duenotice.store.appearing import spoiled
from duenotice.store.appearing import zone_of
from duenotice.store.gate import approvals
from duenotice.store.gate import corrections
from duenotice.store.gate import counted_findings
from duenotice.store.gate import holds_of
from duenotice.store.tellings import mailing_of
from duenotice.timeline import DatedVersion
from duenotice.timeline import Rescheduling
from duenotice.timeline import Timeline
from duenotice.timeline import earliest_effective

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Mapping
    from collections.abc import Sequence

    from duenotice.model.record import Event
    from duenotice.model.record import Record
    from duenotice.model.statement import NoticePolicy
    from duenotice.store.record_book import RecordBook
    from duenotice.store.version import StoredVersion
    from duenotice.timeline import Hold
    from duenotice.timeline import Mailing


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
    published = _published(version, book)
    events = known_events(version, book)
    withdrawn = [day for event, day in events if event.kind is EventKind.WITHDRAWN]
    holds = holds_of(record, events)
    policies = _policies(version, superseded)
    mailing = mailing_of(record, policies, events, published)
    told_on = _told_on(published, holds, corrections(record, events), record.effective)
    before = None if told_on is None else replaced_by(told_on, earlier)
    if before is not None and not before.told_as_much(record.reaches):
        before = None
    announced = _announced(version, told_on, before)
    if before is not None and announced.keys() <= before.announced.keys():
        holds, mailing = _carried_over(holds, mailing, before)
    return DatedVersion(
        label=record.version,
        published=published,
        effective=record.effective,
        earliest=_earliest(version, published, announced),
        reschedulings=_reschedulings(events),
        withdrawn_on=min(withdrawn, default=None),
        is_broken=bool(version.faults),
        against=None if record.assessment is None else record.assessment.against,
        is_first=record.supersedes is None and not record.is_adopted,
        holds=holds,
        spoiled=()
        if published is None
        else spoiled(version, book, tuple(approvals(record, events, published))),
        reaches=record.reaches,
        mailing=mailing,
        announced=announced,
        told_on=told_on,
        goes_on_from=None if before is None else before.label,
    )


def _published(version: StoredVersion, book: RecordBook) -> date | None:
    """Give the later of the planned day and the day of the first commit with it."""
    record, forms = version.record, book.forms(version)
    if not forms:
        day = book.preview_day
        return None if day is None else max(record.published, day)
    if record.is_adopted or is_unchecked(version, book):
        return record.published
    came = file_days(version, book)
    return max([record.published, day_of(forms[0], zone_of(version)), *came])


def _reschedulings(events: Iterable[tuple[Event, date]]) -> tuple[Rescheduling, ...]:
    return tuple(
        Rescheduling(
            known_on=known_on, effective=date.fromisoformat(event.details["effective"])
        )
        for event, known_on in events
        if event.kind is EventKind.RESCHEDULED
    )


def _told_on(
    published: date | None,
    holds: Sequence[Hold],
    corrected: Sequence[date],
    effective: date,
) -> date | None:
    """Give the day since when text and notice are public; nothing while one isn't.

    A notice that was approved with its record has spoken of each finding since. Of one
    that never was, only the last words before the effective day are known to.
    """
    notices = [one.met_on for one in holds if one.code == "notice-unapproved"]
    if published is None or None in notices:
        return None
    if notices:
        notices += [day for day in corrected if day < effective]
    return max([published, *(one for one in notices if one is not None)])


def _announced(
    version: StoredVersion, told_on: date | None, before: DatedVersion | None
) -> dict[tuple[str, str], date]:
    """Give since when people have been told of each finding, without a break.

    Args:
        version: The version.
        told_on: Since when its text and its notice are public.
        before: The version that it replaces, which may have told of the same words.
    """
    if told_on is None:
        return {}
    kept = {} if before is None else before.announced
    keys = [(one.id, one.evidence) for one in counted_findings(version.record)]
    return {key: min(told_on, kept.get(key, told_on)) for key in keys}


def _carried_over(
    holds: tuple[Hold, ...], mailing: Mailing | None, before: DatedVersion
) -> tuple[tuple[Hold, ...], Mailing | None]:
    """Take over what was done for a version with the same findings, and more.

    People who were told and asked need not be told and asked again for a typo.
    """
    met = {one.about: one.met_on for one in before.holds if one.waits}
    holds = tuple(
        replace(one, met_on=met.get(one.about)) if one.waits and not one.met_on else one
        for one in holds
    )
    if mailing is not None and before.mailing is not None:
        tellings = (*before.mailing.tellings, *mailing.tellings)
        mailing = replace(mailing, tellings=tellings)
    return holds, mailing


def replaced_by(day: date, earlier: Sequence[DatedVersion]) -> DatedVersion | None:
    """Give the version whose place one takes that is published on a day.

    That is the last one that waits for its effective day. One whose place was taken
    before is not told of any more.
    """
    waiting = [
        one
        for one in earlier
        if one.is_public(day) and not one.is_withdrawn(day) and one.begins(day) > day
    ]
    timeline = Timeline(earlier if waiting else ())
    current = (one for one in waiting if timeline.replacer(one, day) is None)
    return max(current, key=lambda one: one.label, default=None)


def _earliest(
    version: StoredVersion,
    published: date | None,
    announced: Mapping[tuple[str, str], date],
) -> date:
    """Give the day before which a version is held.

    A law that leaves no time has set all leads to nothing.
    """
    if version.record.is_adopted or published is None:
        return date.min
    if version.faults:
        return published
    return lead_over(version.record, published, announced)


def lead_over(
    record: Record, published: date, announced: Mapping[tuple[str, str], date]
) -> date:
    """Give the day on which the lead of each finding is over.

    It counts from its announcement, or from the publication of what wasn't announced.
    """
    days = (
        earliest_effective(
            announced.get((one.id, one.evidence), published), one.lead_days
        )
        for one in counted_findings(record)
    )
    return max([published, *days])


def _policies(
    version: StoredVersion, superseded: StoredVersion | None
) -> tuple[NoticePolicy, ...]:
    both = (version, superseded)
    return tuple(
        one.statement.notice for one in both if one is not None and not one.faults
    )
