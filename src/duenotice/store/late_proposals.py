"""Proposed versions that took so long to be merged that their dates no longer fit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice.diagnostics import Diagnostic
from duenotice.diagnostics import Severity
from duenotice.store.archive import read_archive

if TYPE_CHECKING:
    from datetime import date

    from duenotice.store.archive import Archive
    from duenotice.store.dating import RecordBook
    from duenotice.timeline import DatedVersion


def late_proposals(
    archive: Archive, book: RecordBook, today: date
) -> tuple[Diagnostic, ...]:
    """Warn of each proposed version that would be held if it were recorded today."""
    proposed = [v.label for v in archive.timeline.versions if v.published is None]
    if not proposed:
        return ()
    preview = replace(book, preview_day=today)
    timeline = read_archive(archive.tree, archive.statement_id, preview).timeline
    dated = (timeline[label] for label in proposed)
    return tuple(
        _late(archive, version, today)
        for version in dated
        if not version.is_broken and version.is_held(today)
    )


def _late(archive: Archive, version: DatedVersion, today: date) -> Diagnostic:
    return Diagnostic(
        code="proposal-late",
        severity=Severity.WARNING,
        message=f"recorded today, {today}, version {version.label} could take effect "
        f"from {version.earliest} on, and its date is {version.effective}",
        path=archive.layout.record_file(version.label),
        hint="Give it new dates with `release --again`, or it will be held.",
    )
