"""What a run came to, in words and as data: codes and counts, and never a person."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from duenotice.cli.channel_words import by_channel
from duenotice.cli.output import counted
from duenotice.cli.output import table
from duenotice.mailing.editions.sms import sms_segments
from duenotice.mailing.members.rejection_reasons import REASONS
from duenotice.mailing.members.rejection_reasons import Code
from duenotice.mailing.runs import paths as run_paths

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping

    from duenotice.mailing.edition import Edition
    from duenotice.mailing.kit import Kit
    from duenotice.mailing.runs.partition_record import Tally
    from duenotice.mailing.runs.record import RunRecord
    from duenotice.mailing.runs.run import RunOutcome

SCHEMA = "duenotice/mailing/1"
EDITIONS_SCHEMA = "duenotice/editions/1"

_MOST = 5
"""Languages that are named."""

_READERS = "to those who knew the text of"

REJECTED = {code: why.reason for code, why in REASONS.items()}
SUPPRESSED = {
    "duplicate": "a row above says the same",
    "knows": "the member joined, or was told, under the new text",
    "listed": "the id is on the list of who gets nothing",
    "not-selected": "the member is not among those to be told, or by none of the "
    "channels",
}
"""Why nothing was made of a row, by code."""


def edition_lines(kit: Kit) -> Iterator[str]:
    """Say what the messages would be."""
    yield f"{kit.statement}: messages about version {kit.version}"
    rows = [("language", "known text", "e-mail", "text message", "subject")]
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
    plan = outcome.record.plan
    yield f"{address}: messages about version {plan.version} of {plan.statement}"
    yield from (f"  {line}" for line in tally_lines(outcome.record.tally))
    yield f"  proof {outcome.digest}"


def tally_lines(tally: Tally) -> list[str]:
    """Count rows, members and messages, and all reasons why nothing was made."""
    return table(
        [
            ("read", counted(tally.read, "row")),
            ("made", _made(tally)),
            *_by_language(tally),
            *_in_large_print(tally),
            *_left_out("rejected", tally.rejected, REJECTED),
            *_left_out("suppressed", tally.suppressed, SUPPRESSED),
        ]
    )


def run_remarks(
    outcome: RunOutcome, address: str, by: str | None = None
) -> Iterator[str]:
    """Say what is to be done about it.

    Args:
        outcome: What the run came to.
        address: Where its files are.
        by: Who makes the messages, as the command line says now.
    """
    record = outcome.record
    if not outcome.new:
        yield "Everything was made already: nothing was made twice."
    if by is not None and by != record.by:
        yield f"The run's record stays as it is: made by {record.by or 'nobody named'}."
    rejected = sum(record.tally.rejected.values())
    if rejected:
        place = f"{address.rstrip('/')}/{run_paths.REJECTS}"
        yield (
            f"warning: nothing was made for {counted(rejected, 'row')}: each stands in "
            f"{place} with the reason and what to do."
        )
    listed, met = record.tally.listed, record.tally.listed_met
    if record.plan.suppressed is not None:
        were = "was" if met == 1 else "were"
        yield (
            f"Of {counted(listed, 'id')} on the list, {met:,} {were} found in the file "
            "of members."
        )
    yield from _other_languages(record.tally.without_text)
    if record.tally.rejected.get(Code.ROW_ENCODING):
        yield "warning: the file of members isn't all UTF-8. Write it anew as UTF-8."
    yield _next_step(record, address)


def _other_languages(without_text: Mapping[str, int]) -> Iterator[str]:
    """Name the languages that were asked for most."""
    if without_text:
        ordered = sorted(without_text.items(), key=lambda one: (-one[1], one[0]))
        most = ", ".join(f"{name} {count:,}" for name, count in ordered[:_MOST])
        more = ", …" if len(ordered) > _MOST else ""
        yield (
            f"warning: {counted(sum(without_text.values()), 'row')} asked for a "
            f"language without a text and got the source language: {most}{more}. If "
            'your file has codes of its own, list them under "languages" in the '
            "settings."
        )


def _next_step(record: RunRecord, address: str) -> str:
    if not record.tally.made:
        return "Nothing is to be sent."
    if record.plan.options.is_trial:
        return "This was a trial: it can't be recorded with `notified --run`."
    return (
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


def _made(tally: Tally) -> str:
    channels = {one.value: count for one, count in tally.by_channel().items()}
    if not channels:
        return "nothing"
    return f"for {counted(tally.made, 'member')}: {by_channel(channels)}"


def _by_language(tally: Tally) -> Iterator[tuple[str, str]]:
    """Count messages by language, and by the text that their readers knew."""
    known: dict[str, Counter[str]] = {}
    for kind, count in sorted(tally.messages.items()):
        known.setdefault(kind.locale, Counter())[kind.baseline] += count
    for locale, baselines in sorted(known.items()):
        messages = counted(baselines.total(), "message")
        if len(baselines) == 1:
            yield f"in {locale}", f"{messages} {_READERS} {next(iter(baselines))}"
            continue
        yield f"in {locale}", messages
        width = len(f"{max(baselines.values()):,}")
        for label, count in sorted(baselines.items()):
            yield "", f"{count:>{width},}  {_READERS} {label}"


def _in_large_print(tally: Tally) -> Iterator[tuple[str, str]]:
    if tally.large_print:
        yield "large print", counted(tally.large_print, "letter")


def _left_out(
    name: str, counts: Mapping[str, int], reasons: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Count rows of which nothing was made, by reason, the commonest first."""
    if not counts:
        yield name, "none"
        return
    yield name, counted(sum(counts.values()), "row")
    width = len(f"{max(counts.values()):,}")
    for code, count in sorted(counts.items(), key=lambda one: (-one[1], one[0])):
        why = reasons.get(code, "for another reason")
        yield "", f"{count:>{width},}  {why} ({code})"
