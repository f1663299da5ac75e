"""What a release means for people, and what is left to do before it is merged."""

from __future__ import annotations

import textwrap
from datetime import timedelta
from typing import TYPE_CHECKING

from duenotice.cli.output import counted
from duenotice.materiality.finding import Outcome
from duenotice.materiality.levels import Level
from duenotice.store.gate import needs_notice
from duenotice.store.gate import open_findings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.model.record import Record
    from duenotice.model.record import RecordedAssessment
    from duenotice.release.request import Release
    from duenotice.store.archive import Archive

_WIDTH = 78
"""Columns that are left of 80 where the lines are set in by two."""


def outcome_of(record: Record) -> str | None:
    """Give the gravest that was found; nothing where there was nothing to assess."""
    if record.assessment is None:
        return None
    return _outcome(record.assessment).value


def release_lines(record: Record) -> Iterator[str]:
    """Say what was found, and how people must be told."""
    assessment = record.assessment
    if assessment is None:
        return
    yield f"outcome    {_outcome(assessment).value}{_counts(assessment)}"
    level = Level[assessment.level]
    if level >= Level.L2:
        told = f"notice     {level.name}, {level.word}. {level.asks}"
        yield from textwrap.wrap(told, _WIDTH, subsequent_indent=" " * 11)
    if level >= Level.L3:
        days = assessment.direct_days
        due = record.effective - timedelta(days=days)
        noun = f"{counted(days, 'day')} before" if days else "the effective day"
        yield f"messages   must be out by {due}, {noun}"
    for one in assessment.obligations:
        yield f"asked      {one.id}, until the day before"
    if level >= Level.L2:
        reach = {"all": "data already collected too", "new": "only data collected then"}
        yield f"reaches    {reach[record.reaches.value]} (--reaches)"


def next_steps(archive: Archive, release: Release) -> Iterator[str]:
    """Say what to do now, in the order in which it is best done."""
    for record in release.records:
        if ids := open_findings(record):
            yield (
                f"Decide: duenotice decide {record.version} {' '.join(ids)} --verdict "
                'editorial --by NAME --reason "…" (or --verdict material)'
            )
        if needs_notice(record) and record.approved is None:
            folder = f"{archive.layout.home(record.version)}/notice"
            yield (
                f"Finish the notice in {folder}/, then: duenotice approve "
                f"{record.version} --by NAME"
            )
    folder = archive.layout.home(release.records[-1].version)
    yield f"Look at {folder}/, then commit it together with the stamped sections."


def _outcome(assessment: RecordedAssessment) -> Outcome:
    found = [Outcome(one.outcome) for one in assessment.findings]
    return max(found, key=lambda one: one.rank, default=Outcome.EDITORIAL)


def _counts(assessment: RecordedAssessment) -> str:
    changes: dict[str, set[str]] = {}
    for one in assessment.findings:
        changes.setdefault(one.outcome, set()).add(one.change or one.id)
    counts = [
        f"{len(changes[outcome.value])} {word}"
        for outcome, word in (
            (Outcome.MATERIAL, "material"),
            (Outcome.NEEDS_REVIEW, "to review"),
        )
        if outcome.value in changes
    ]
    return f" ({', '.join(counts)})" if counts else ": nobody has to be told before"
