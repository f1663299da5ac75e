"""What a run came to, in words and as data: codes and counts, and never a person."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from duenotice.cli.output import counted
from duenotice.cli.output import table
from duenotice.mailing.messages.sms import sms_segments
from duenotice.mailing.runs import paths as run_paths

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping

    from duenotice.mailing.edition import Edition
    from duenotice.mailing.kit import Kit
    from duenotice.mailing.runs.partition_record import Tally
    from duenotice.mailing.runs.run import RunOutcome

SCHEMA = "duenotice/mailing/1"
EDITIONS_SCHEMA = "duenotice/editions/1"
_MOST_CODES = 5


def edition_lines(kit: Kit) -> Iterator[str]:
    """Say what the messages would be."""
    yield f"{kit.statement}: messages about version {kit.version}"
    rows = [("language", "since", "e-mail", "text message", "subject")]
    for edition in kit.editions.values():
        takes = sms_segments(edition)
        rows.append(
            (
                edition.locale,
                edition.baseline,
                f"{_email_size(edition) // 1024} KB",
                f"{counted(takes.count, 'segment')}, {takes.encoding.value}",
                edition.email.subject,
            )
        )
    for line in table(rows):
        yield f"  {line}"
    yield f"  in force on {kit.effective}; notice approved by {kit.approved_by}"


def editions_data(kit: Kit) -> dict[str, object]:
    """Give the same as JSON values."""
    return {
        "schema": EDITIONS_SCHEMA,
        "statement": kit.statement,
        "version": kit.version,
        "effective": kit.effective.isoformat(),
        "approved_by": kit.approved_by,
        "editions": [
            {
                "locale": edition.locale,
                "baseline": edition.baseline,
                "subject": edition.email.subject,
                "email_bytes": _email_size(edition),
                "sms_segments": sms_segments(edition).count,
                "sms_encoding": sms_segments(edition).encoding.value,
            }
            for edition in kit.editions.values()
        ],
    }


def _email_size(edition: Edition) -> int:
    """Count the bytes of the HTML, which a mail program may cut off."""
    return sum(len(piece.encode()) for piece in edition.email.html.pieces)


def run_lines(outcome: RunOutcome, address: str) -> Iterator[str]:
    """Say what was made, and of what nothing could be."""
    record = outcome.record
    plan, tally = record.plan, record.tally
    yield f"{address}: messages about version {plan.version} of {plan.statement}"
    rows = [
        ("read", f"{tally.read:,}", ""),
        ("made", f"{tally.made:,}", _by_channel(tally)),
        _left_out("rejected", tally.rejected),
        _left_out("suppressed", tally.suppressed),
        *_by_language(tally),
    ]
    for line in table(rows):
        yield f"  {line}"
    yield f"  proof {outcome.digest}"


def run_remarks(outcome: RunOutcome, address: str) -> Iterator[str]:
    """Say what is to be done about it."""
    record = outcome.record
    if not outcome.new:
        yield "Everything was made already: nothing was made twice."
    rejected = sum(record.tally.rejected.values())
    if rejected:
        place = f"{address.rstrip('/')}/{run_paths.REJECTS}"
        yield (
            f"warning: nothing was made for {counted(rejected, 'row')}: each stands in "
            f"{place} with the reason and what to do."
        )
    listed, met = record.tally.listed, record.tally.listed_met
    if record.plan.suppressed is not None:
        yield f"{met:,} of the {counted(listed, 'id')} on the list are in the file."
    without_text = record.tally.without_text
    if without_text:
        yield (
            f"warning: {counted(without_text, 'row')} asked for a language without a "
            "text and got the source language. If your file has codes of its own, list "
            'them under "languages" in the settings.'
        )
    if record.plan.options.is_trial:
        yield "This was a trial: it can't be recorded with `notified --run`."
    else:
        yield (
            f"Hand the files over. When they are sent: duenotice notified "
            f"{record.plan.version} --run {address} --on DATE"
        )


def run_data(outcome: RunOutcome, address: str) -> dict[str, object]:
    """Give it as JSON values."""
    record = outcome.record
    return {
        "schema": SCHEMA,
        "statement": record.plan.statement,
        "version": record.plan.version,
        "address": address,
        "proof": outcome.digest,
        "partitions": record.plan.partitions,
        "partitions_made_now": outcome.new,
        "counts": record.tally.data(),
    }


def _by_channel(tally: Tally) -> str:
    counts = tally.by_channel().items()
    return ", ".join(f"{channel} {count:,}" for channel, count in counts)


def _left_out(name: str, codes: Mapping[str, int]) -> tuple[str, str, str]:
    """Count what is left out, the commonest reasons first."""
    ordered = sorted(codes.items(), key=lambda one: (-one[1], one[0]))
    shown = [f"{code} {count:,}" for code, count in ordered[:_MOST_CODES]]
    if len(ordered) > _MOST_CODES:
        shown.append(f"{len(ordered) - _MOST_CODES} more reasons")
    return (name, f"{sum(codes.values()):,}", ", ".join(shown))


def _by_language(tally: Tally) -> Iterator[tuple[str, str, str]]:
    """Count messages by language, and say from which text they tell."""
    counts: Counter[str] = Counter()
    baselines: dict[str, Counter[str]] = {}
    for kind, count in sorted(tally.messages.items()):
        counts[kind.locale] += count
        baselines.setdefault(kind.locale, Counter())[kind.baseline] += count
    for locale, count in sorted(counts.items()):
        known = baselines[locale].items()
        since = ", ".join(
            f"since {label} {number:,}" for label, number in sorted(known)
        )
        yield (f"in {locale}", f"{count:,}", since)
