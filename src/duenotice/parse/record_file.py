"""A version's record: the canonical form, its digest, and the chain of its events."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING
from typing import Any

from duenotice.model.record import Decision
from duenotice.model.record import Event
from duenotice.model.record import EventKind
from duenotice.model.record import Lock
from duenotice.model.record import LockedFile
from duenotice.model.record import LockedSection
from duenotice.model.record import Reach
from duenotice.model.record import Record
from duenotice.parse import scalars
from duenotice.parse.bytes_text import decode_text
from duenotice.parse.report import Report
from duenotice.parse.schema import Key
from duenotice.parse.schema import KeysKind
from duenotice.parse.schema import ListKind
from duenotice.parse.schema import MapKind
from duenotice.parse.schema import read_keys
from duenotice.parse.yaml_tree import write_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from duenotice.diagnostics import Diagnostic

_LOCKED_STATEMENT = KeysKind(
    '"lock.statement"',
    (
        Key("version", scalars.label(), "whose folder holds the copy", required=True),
        Key("sha256", scalars.content_hash(), "hash of the file", required=True),
    ),
)
_LOCKED_SECTION = KeysKind(
    "a locked section",
    (
        Key("id", scalars.identifier(), "the section's id", required=True),
        *_LOCKED_STATEMENT.keys,
    ),
)
_DECISION = KeysKind(
    "a decision",
    (
        Key("finding", scalars.text(), "the finding's id", required=True),
        Key("evidence", scalars.content_hash(), "hash of the words", required=True),
        Key("verdict", scalars.text(), "what was decided", required=True),
        Key("by", scalars.text(), "who decided", required=True),
        Key("on", scalars.day(), "when", required=True),
        Key("reason", scalars.text(), "why", required=True),
        Key("public", scalars.text(), "what the public may read of it"),
    ),
)
_EVENT = KeysKind(
    "an event",
    (
        Key("on", scalars.day(), "when", required=True),
        Key(
            "kind",
            scalars.choice(*(kind.value for kind in EventKind)),
            "what happened",
            required=True,
        ),
        Key(
            "previous", scalars.content_hash(), "hash of what is before", required=True
        ),
    ),
    open_ended=True,
)

RECORD = KeysKind(
    "record.yaml",
    (
        Key("version", scalars.label(), "the version's label", required=True),
        Key("published", scalars.day(), "the planned day", required=True),
        Key("effective", scalars.day(), "the first day in force", required=True),
        Key(
            "supersedes",
            scalars.label(nullable=True),
            "the version it takes the place of",
            required=True,
        ),
        Key(
            "reaches",
            scalars.choice(*(reach.value for reach in Reach)),
            "whether it applies to data already collected",
            required=True,
        ),
        Key(
            "required_by_law",
            scalars.nullable_text(),
            "why a law leaves no time",
            required=True,
        ),
        Key("decisions", ListKind(_DECISION), "verdicts on findings", required=True),
        Key(
            "lock",
            KeysKind(
                '"lock"',
                (
                    Key("statement", _LOCKED_STATEMENT, "the settings", required=True),
                    Key(
                        "locales",
                        MapKind(
                            scalars.LOCALE_FORM, "a locale", ListKind(_LOCKED_SECTION)
                        ),
                        "the sections, by locale",
                        required=True,
                    ),
                    Key(
                        "notices",
                        MapKind(
                            scalars.LOCALE_FORM, "a locale", scalars.content_hash()
                        ),
                        "the approved notices, by locale",
                        required=True,
                    ),
                ),
            ),
            "every text by its hash",
            required=True,
        ),
        Key(
            "previous",
            scalars.nullable_hash(),
            "digest of the version before",
            required=True,
        ),
        Key("digest", scalars.content_hash(), "hash of the above", required=True),
        Key("events", ListKind(_EVENT), "what happened later", required=True),
    ),
)


def content_sha256(data: bytes) -> str:
    """Give the hash of bytes in the form records use."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def parse_record(
    data: bytes, path: str
) -> tuple[Record | None, tuple[Diagnostic, ...]]:
    """Read a record: the record, or nothing and the reasons why.

    Whether it agrees with its digest is `record_faults`' question.
    """
    report = Report(path)
    text = decode_text(data, report)
    values = None if text is None else read_keys(text, RECORD, report)
    record = None if values is None else _record(values)
    if record is not None and not _has_dates(record):
        report.error(
            "value-invalid",
            'an event of the kind "rescheduled" has no date as "effective"',
            None,
            "Events are written by commands: bring the file back as it was.",
        )
        record = None
    return record, tuple(report.diagnostics)


def _has_dates(record: Record) -> bool:
    """Tell whether every rescheduling says to which day."""
    moved = (e for e in record.events if e.kind is EventKind.RESCHEDULED)
    return all(scalars.is_day(event.details.get("effective", "")) for event in moved)


def write_record(record: Record) -> str:
    """Give the text of a record's file."""
    values = _fixed_values(record)
    values["digest"] = record.digest
    values["events"] = [_event_values(event) for event in record.events]
    return write_yaml(values)


def record_digest(record: Record) -> str:
    """Hash everything of the record but the digest itself and the events."""
    return _canonical_hash(_fixed_values(record))


def event_hash(event: Event) -> str:
    """Hash an event, with the link to the one before."""
    return _canonical_hash(_event_values(event))


def last_hash(record: Record) -> str:
    """Give what the next event's `previous` must be."""
    return event_hash(record.events[-1]) if record.events else record.digest


def record_faults(record: Record) -> tuple[str, ...]:
    """Say where the record disagrees with its own digest and chain."""
    faults = []
    if record_digest(record) != record.digest:
        faults.append("its content doesn't match its digest")
    expected = record.digest
    for number, event in enumerate(record.events, start=1):
        if event.previous != expected:
            faults.append(
                f"event {number} ({event.kind} on {event.on}) doesn't follow from "
                "what stands before it"
            )
            break
        expected = event_hash(event)
    return tuple(faults)


def _canonical_hash(values: Mapping[str, object]) -> str:
    text = json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    # What is no text is refused where it would be written, with a message.
    return content_sha256(text.encode(errors="surrogatepass"))


def _fixed_values(record: Record) -> dict[str, Any]:
    return {
        "version": str(record.version),
        "published": record.published.isoformat(),
        "effective": record.effective.isoformat(),
        "supersedes": None if record.supersedes is None else str(record.supersedes),
        "reaches": record.reaches.value,
        "required_by_law": record.required_by_law,
        "decisions": [_decision_values(decision) for decision in record.decisions],
        "lock": {
            "statement": _locked_values(record.lock.statement),
            "locales": {
                locale: [{"id": one.id, **_locked_values(one)} for one in sections]
                for locale, sections in record.lock.locales.items()
            },
            "notices": dict(record.lock.notices),
        },
        "previous": record.previous,
    }


def _locked_values(locked: LockedFile) -> dict[str, str]:
    return {"version": str(locked.version), "sha256": locked.sha256}


def _decision_values(decision: Decision) -> dict[str, str]:
    values = {
        "finding": decision.finding,
        "evidence": decision.evidence,
        "verdict": decision.verdict,
        "by": decision.by,
        "on": decision.on.isoformat(),
        "reason": decision.reason,
    }
    if decision.public is not None:
        values["public"] = decision.public
    return values


def _event_values(event: Event) -> dict[str, str]:
    return {
        "on": event.on.isoformat(),
        "kind": event.kind.value,
        **event.details,
        "previous": event.previous,
    }


def _record(values: dict[str, Any]) -> Record:
    lock = values["lock"]
    return Record(
        version=values["version"],
        published=values["published"],
        effective=values["effective"],
        supersedes=values["supersedes"],
        reaches=Reach(values["reaches"]),
        required_by_law=values["required_by_law"],
        decisions=tuple(Decision(**one) for one in values["decisions"]),
        lock=Lock(
            statement=LockedFile(**lock["statement"]),
            locales={
                locale: tuple(LockedSection(**one) for one in sections)
                for locale, sections in lock["locales"].items()
            },
            notices=lock["notices"],
        ),
        previous=values["previous"],
        digest=values["digest"],
        events=tuple(_event(one) for one in values["events"]),
    )


def _event(values: dict[str, Any]) -> Event:
    details = {k: v for k, v in values.items() if k not in {"on", "kind", "previous"}}
    return Event(
        on=values["on"],
        kind=EventKind(values["kind"]),
        details=details,
        previous=values["previous"],
    )
