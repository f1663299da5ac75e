"""What is recorded of telling people: messages sent, and how they were asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.model.record import Event
from duenotice.model.record import EventKind
from duenotice.release.changes import ChangeSet
from duenotice.release.events import Happening
from duenotice.release.fates import NotPublicError
from duenotice.release.fates import ToldAheadError
from duenotice.release.fates import ToldTooEarlyError
from duenotice.release.fates import ToldTwiceError
from duenotice.release.fates import UnknownObligationError
from duenotice.release.sealing import add_events
from duenotice.release.sealing import is_proposed
from duenotice.store.faulty import FaultyTextError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from duenotice.model.record import Record
    from duenotice.store.archive import Archive
    from duenotice.store.version import StoredVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Word that people were sent messages."""

    channel: str
    on: date
    count: int
    by: str | None = None
    proof: str | None = None
    """Digest of the record of the run that made the messages."""

    def event(self) -> Event:
        """Give the event that says so."""
        details = {"channel": self.channel, "count": str(self.count)}
        if self.by is not None:
            details["by"] = self.by
        if self.proof is not None:
            details["proof"] = self.proof
        kind = EventKind.NOTIFIED
        return Event(on=self.on, kind=kind, details=details, previous="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """Word of how people were asked."""

    obligation: str
    how: str
    by: str


def notified(
    archive: Archive, version: StoredVersion, tellings: Sequence[Told], *, today: date
) -> Happening:
    """Record that people were sent messages about a version, by one channel or more.

    Of a run, what is recorded already is left out.

    Raises:
        FaultyTextError: The version has faults.
        NotPublicError: It isn't recorded yet: nobody can be told of it.
        ToldTooEarlyError: It was not public on the day that is given.
        ToldAheadError: The day is still to come.
        ToldTwiceError: All messages of that run are recorded already.
    """
    if version.faults:
        raise FaultyTextError(version.faults)
    published = archive.timeline[version.label].published
    if published is None:
        raise NotPublicError(version.label)
    for told in tellings:
        if told.on < published:
            raise ToldTooEarlyError(version.label, told.on, published)
        if told.on > today:
            raise ToldAheadError(told.on)
    before = recorded_before(version.record, tellings)
    new = [one for one in tellings if one.channel not in before]
    if not new:
        raise ToldTwiceError(version.label, before.values())
    return _recorded(archive, version, *(one.event() for one in new))


def recorded_before(record: Record, tellings: Sequence[Told]) -> dict[str, date]:
    """Give the channels by which the same messages went out before, and when.

    Those of a run go out once.
    """
    proofs = {(one.proof, one.channel) for one in tellings if one.proof is not None}
    return {
        event.details["channel"]: event.on
        for event in record.events
        if event.kind is EventKind.NOTIFIED
        and (event.details.get("proof"), event.details.get("channel")) in proofs
    }


def recorded_beside(record: Record, tellings: Sequence[Told]) -> tuple[Event, ...]:
    """Give other word of messages by the same channels, which may be the same ones."""
    proofs = {one.channel: one.proof for one in tellings}
    return tuple(
        event
        for event in record.events
        if event.kind is EventKind.NOTIFIED
        and (channel := event.details.get("channel", "")) in proofs
        and (proofs[channel] is None or event.details.get("proof") != proofs[channel])
    )


def meet_obligation(
    archive: Archive, version: StoredVersion, met: Met, *, today: date
) -> Happening:
    """Record how people were asked before a version takes effect.

    Raises:
        FaultyTextError: The version has faults.
        NotPublicError: It isn't recorded yet.
        UnknownObligationError: Nothing of that name is asked.
    """
    if version.faults:
        raise FaultyTextError(version.faults)
    if is_proposed(archive, version):
        raise NotPublicError(version.label)
    assessment = version.record.assessment
    obligations = () if assessment is None else assessment.obligations
    known = tuple(one.id for one in obligations)
    if met.obligation not in known:
        raise UnknownObligationError(met.obligation, version.label, known)
    event = Event(
        on=today,
        kind=EventKind.OBLIGATION_MET,
        details={"obligation": met.obligation, "how": met.how, "by": met.by},
        previous="",
    )
    return _recorded(archive, version, event)


def _recorded(archive: Archive, version: StoredVersion, *events: Event) -> Happening:
    changes = ChangeSet()
    add_events(archive, version, events, changes)
    return Happening(labels=(version.label,), changes=changes)
