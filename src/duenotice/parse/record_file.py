"""A version's record: the canonical form, its digest, and the chain of its events."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import TYPE_CHECKING

from duenotice.model.record import EventKind
from duenotice.parse import scalars
from duenotice.parse.bytes_text import decode_text
from duenotice.parse.record_schema import RECORD
from duenotice.parse.record_values import event_values
from duenotice.parse.record_values import fixed_values
from duenotice.parse.record_values import record_of
from duenotice.parse.report import Report
from duenotice.parse.schema import read_keys
from duenotice.parse.yaml_tree import write_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from duenotice.diagnostics import Diagnostic
    from duenotice.model.record import Event
    from duenotice.model.record import Record


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
    record = None if values is None else record_of(values)
    if record is not None and not _has_dates(record):
        report.error(
            "value-invalid",
            'an event of the kind "rescheduled" has no date as "effective"',
            None,
            "Events are written by commands: bring the file back as it was.",
        )
        record = None
    twice = "" if record is None else _decided_twice(record)
    if twice:
        report.error(
            "value-invalid",
            f"the finding {twice} has two decisions",
            None,
            "Keep the one that counts: `duenotice decide` takes the place of an "
            "earlier decision.",
        )
        record = None
    return record, tuple(report.diagnostics)


def _has_dates(record: Record) -> bool:
    """Tell whether every rescheduling says to which day."""
    moved = (e for e in record.events if e.kind is EventKind.RESCHEDULED)
    return all(scalars.is_day(event.details.get("effective", "")) for event in moved)


def _decided_twice(record: Record) -> str:
    """Give the finding with two decisions, of which readers would take one or other."""
    counted = Counter(one.finding for one in record.decisions)
    return next((one for one, times in counted.items() if times > 1), "")


def write_record(record: Record) -> str:
    """Give the text of a record's file."""
    values = fixed_values(record)
    values["digest"] = record.digest
    values["events"] = [event_values(event) for event in record.events]
    return write_yaml(values)


def record_digest(record: Record) -> str:
    """Hash everything of the record but the digest itself and the events."""
    return _canonical_hash(fixed_values(record))


def event_hash(event: Event) -> str:
    """Hash an event, with the link to the one before."""
    return _canonical_hash(event_values(event))


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
