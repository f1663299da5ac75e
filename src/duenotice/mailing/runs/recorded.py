"""A run held against what the version's record says of it."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from duenotice.mailing.runs import paths as run_paths
from duenotice.model.record import EventKind
from duenotice.store.gate import approvals
from duenotice.store.gate import notices_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping
    from datetime import date

    from duenotice.mailing.kit import Kit
    from duenotice.mailing.runs.record import RunRecord
    from duenotice.model.record import Event
    from duenotice.model.record import Record
    from duenotice.store.version import StoredVersion

_ONE_DAY = timedelta(days=1)


def recorded_faults(
    run: RunRecord, digest: str, kit: Kit, version: StoredVersion
) -> Iterator[str]:
    """Say where a version's record and a run of its messages don't agree.

    A run that the record doesn't name has not been sent: that is no fault.

    Args:
        run: The record of the run.
        digest: Its digest, by which events name it as their proof.
        kit: What the messages were made with.
        version: The version that they are about.
    """
    yield from _not_approved(run, kit, version.record)
    path = version.layout.record_file(version.label)
    events = [
        event
        for event in version.record.events
        if event.kind is EventKind.NOTIFIED and event.details.get("proof") == digest
    ]
    if events and run.plan.options.is_trial:
        yield f"{path}: it takes a trial with some members for proof"
    for fault in _contradictions(run, kit, events):
        yield f"{path}: {fault}"


def _not_approved(run: RunRecord, kit: Kit, record: Record) -> Iterator[str]:
    approved_by = "" if record.approved is None else record.approved.by
    if run.approved_by != approved_by:
        yield (
            f"{run_paths.RUN}: it says that {_named(run.approved_by)} approved the "
            f"notice, and the record of the version names {_named(approved_by)}"
        )
    if dict(kit.notices) not in _words_since(record, kit.dated):
        yield (
            f"{run_paths.KIT}: the messages have not the words that were approved on "
            f"{kit.dated}, or later"
        )


def _words_since(record: Record, day: date) -> Iterator[Mapping[str, str]]:
    """Give the hashes of the notices as they stood at any moment from a day on."""
    hashes = notices_on(record, day - _ONE_DAY)
    yield dict(hashes)
    dated = ((event, event.on) for event in record.events)
    for since, approved in approvals(record, dated):
        if since >= day:
            hashes |= approved
            yield dict(hashes)


def _contradictions(run: RunRecord, kit: Kit, events: list[Event]) -> Iterator[str]:
    made = {one.value: count for one, count in run.tally.by_channel().items()}
    channels = Counter(event.details.get("channel", "") for event in events)
    for channel, times in channels.items():
        if times > 1:
            yield f"it says {times} times that the run went out by {channel}"
    for event in events:
        channel, count = event.details.get("channel", ""), event.details.get("count")
        if channel not in made:
            yield f"it says that the run went out by {channel}, and it made none"
        elif count != str(made[channel]):
            yield (
                f"it says that {count} of the run went out by {channel}, and it made "
                f"{made[channel]}"
            )
        if event.on < kit.dated:
            yield (
                f"it says that the run went out by {channel} on {event.on}, and its "
                f"messages are dated {kit.dated}"
            )


def _named(by: str) -> str:
    return by or "nobody"
