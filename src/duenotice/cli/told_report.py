"""What `status` says of messages: how many went out when, and whether they count."""

from __future__ import annotations

import enum
from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from duenotice.cli.channel_words import by_channel
from duenotice.cli.channel_words import proof_words
from duenotice.cli.output import days_between
from duenotice.model.record import EventKind
from duenotice.model.statement import DIRECT_CHANNELS
from duenotice.store.gate import notices_on
from duenotice.store.tellings import days_named

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator
    from datetime import date

    from duenotice.model.label import VersionLabel
    from duenotice.model.record import Event
    from duenotice.model.record import Record
    from duenotice.timeline import DatedVersion
    from duenotice.timeline import Mailing
    from duenotice.timeline import Telling


class Uncounted(enum.StrEnum):
    """Why word of messages doesn't clear a version."""

    MOVED = "moved"
    """They name a day, and the change was moved to an earlier one."""

    LATE = "late"
    """They went out after the last day."""

    UNKNOWN_YET = "unknown-yet"
    """It was recorded later than on the day that is asked about."""

    NOT_TO_EACH = "not-to-each"
    """They didn't go to each person, aren't counted, or told of what wasn't public."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """One word of messages, weighed."""

    event: Event
    version: VersionLabel
    """What the messages were about: this version, or one whose place it took."""

    named: date | None
    """The effective day that they name."""

    uncounted: Uncounted | None = None
    is_reworded: bool = False
    """The notice was corrected since."""

    @property
    def channel(self) -> str:
        return self.event.details.get("channel", "")

    @property
    def count(self) -> int | None:
        return _count_of(self.event)

    @property
    def proof(self) -> str | None:
        return self.event.details.get("proof")


class ToldReport:
    """The messages about a version, as known on a day."""

    def __init__(self, version: DatedVersion, record: Record, day: date) -> None:
        """Take the version, its record, and the day that is asked about."""
        self.version = version
        self.record = record
        self.day = day
        self.mailing = version.mailing
        self.effective = version.effective_as_known(day)

    @property
    def due(self) -> date | None:
        """Give the last day for messages; nothing where none are called for."""
        return None if self.mailing is None else self.mailing.due_by(self.effective)

    def rows(self) -> list[tuple[str, str, str]]:
        """Say by when messages must be out, or which are, and which don't count."""
        if self.mailing is None:
            return []
        told = [one for one in self._weighed(self.mailing) if self._is_known(one)]
        lines = [*self._grouped(told)]
        if all(one.uncounted is not None for one in told):
            lines.insert(0, self._due_words(self.mailing))
        first, *others = lines
        return [
            ("messages", str(self.version.label), first),
            *(("", "", line) for line in others),
        ]

    def data(self) -> list[dict[str, object]]:
        """Give every word of messages as data."""
        told = (*self._weighed(self.mailing), *self._others())
        return [self._data(one) for one in told if one.event.on <= self.day]

    def _data(self, one: _Told) -> dict[str, object]:
        why = None if self.mailing is None else one.uncounted
        return {
            "channel": one.event.details.get("channel"),
            "on": one.event.on.isoformat(),
            "count": one.count,
            "effective": None if one.named is None else one.named.isoformat(),
            "proof": one.proof,
            "version": str(one.version),
            "counts": None if self.mailing is None else why is None,
            "uncounted_because": None if why is None else why.value,
            "reworded_since": one.is_reworded,
        }

    def _is_known(self, one: _Told) -> bool:
        return one.uncounted is not Uncounted.UNKNOWN_YET

    def _weighed(self, mailing: Mailing | None) -> Iterator[_Told]:
        """Give what may tell each person, of the versions before it first."""
        for one in () if mailing is None else mailing.tellings:
            if one.event is not None and one.version is not None:
                yield _Told(
                    event=one.event,
                    version=one.version,
                    named=one.named,
                    uncounted=self._uncounted(one),
                    is_reworded=one.version == self.version.label
                    and self._is_reworded(one.on),
                )

    def _others(self) -> Iterator[_Told]:
        """Give what is recorded beside that."""
        tellings = () if self.mailing is None else self.mailing.tellings
        weighed = [one.event for one in tellings]
        events = self.record.events
        named = days_named(self.record.effective, events)
        for event, day in zip(events, named, strict=True):
            if event.kind is EventKind.NOTIFIED and event not in weighed:
                yield _Told(
                    event=event,
                    version=self.version.label,
                    named=day,
                    uncounted=Uncounted.NOT_TO_EACH,
                    is_reworded=self._is_reworded(event.on),
                )

    def _uncounted(self, telling: Telling) -> Uncounted | None:
        if telling.known_on > self.day:
            return Uncounted.UNKNOWN_YET
        if not telling.counts(self.day):
            return Uncounted.MOVED
        is_late = self.due is not None and telling.on > self.due
        return Uncounted.LATE if is_late else None

    def _is_reworded(self, on: date) -> bool:
        """Tell whether a notice has other words than on the day of the messages."""
        now = notices_on(self.record, self.day)
        then = notices_on(self.record, on)
        return any(now.get(locale) != sha256 for locale, sha256 in then.items())

    def _due_words(self, mailing: Mailing) -> str:
        due = mailing.due_by(self.effective)
        is_over = self.day > due or self.day >= self.effective
        words = "had to be out by" if is_over else "must be out by"
        return f"{words} {due}, {days_between((due - self.day).days)}"

    def _grouped(self, told: Iterable[_Told]) -> Iterator[str]:
        """Put together what went out on one day with one proof."""
        ordered = sorted(told, key=self._group)
        for group, several in groupby(ordered, key=self._group):
            counts: Counter[str] = Counter()
            for one in several:
                counts[one.channel] += one.count or 0
            yield f"{by_channel(counts)} on {self._words(group)}"

    def _group(self, told: _Told) -> _Group:
        """Give the line that one belongs to."""
        named = self.effective if told.named is None else told.named
        return _Group(
            uncounted="" if told.uncounted is None else told.uncounted.value,
            on=told.event.on,
            version=told.version,
            proof=told.proof or "",
            named=named,
            is_reworded=told.is_reworded,
        )

    def _words(self, group: _Group) -> str:
        words = f"{group.on}, {proof_words(group.proof)}"
        if group.version != self.version.label:
            words += f", about version {group.version}"
        if group.named != self.effective:
            words += f", told of {group.named}, moved to {self.effective} since"
        if group.uncounted == Uncounted.MOVED:
            return f"{words}: doesn't count, the change was moved to an earlier day"
        if group.is_reworded:
            words += ", in words that were corrected since"
        if group.uncounted == Uncounted.LATE:
            words += f": too late, the last day was {self.due}"
        return words


def told_of_other_days(record: Record, to: date) -> str:
    """Say how many were told of which other days than one; nothing where nobody was."""
    told: dict[date, Counter[str]] = {}
    named = days_named(record.effective, record.events)
    for event, day in zip(record.events, named, strict=True):
        channel = event.details.get("channel", "")
        if event.kind is EventKind.NOTIFIED and channel in DIRECT_CHANNELS:
            told.setdefault(day, Counter())[channel] += _count_of(event) or 0
    return " and ".join(
        f"{day} ({by_channel(counts)})" for day, counts in told.items() if day != to
    )


def sent_words(event: Event) -> str:
    """Say how many messages went out when, and what stands for it.

    >>> from datetime import date
    >>> from duenotice.model.record import Event
    >>> told = {"channel": "email", "count": "412000"}
    >>> day, kind = date(2026, 11, 24), EventKind.NOTIFIED
    >>> sent_words(Event(on=day, kind=kind, details=told, previous=""))
    '412,000 on 2026-11-24, by word'
    """
    count = _count_of(event)
    many = "" if count is None else f"{count:,} "
    return f"{many}on {event.on}, {proof_words(event.details.get('proof'))}"


def _count_of(event: Event) -> int | None:
    """Read a count, which an old record may not have."""
    text = event.details.get("count", "")
    return int(text) if text.isascii() and text.isdigit() else None


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class _Group:
    """What messages have in common that are told in one line."""

    uncounted: str
    """Empty where they count: those come first."""

    on: date
    version: VersionLabel
    proof: str
    named: date
    is_reworded: bool
