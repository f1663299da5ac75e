"""`duenotice history`."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer

from duenotice.cli.output import ReportFormat
from duenotice.cli.output import answer
from duenotice.cli.output import answer_json
from duenotice.cli.output import table
from duenotice.cli.session import AsOfOption
from duenotice.cli.session import Session
from duenotice.cli.session import StatementOption
from duenotice.errors import DuenoticeError
from duenotice.store.archive import Archive
from duenotice.store.project import read_statement
from duenotice.store.section_history import SectionChange
from duenotice.store.section_history import section_history
from duenotice.timeline import DatedVersion
from duenotice.timeline import Status

HELP = (
    "With SECTION it lists the versions that changed this section, under whatever id "
    "it had."
)
EXAMPLE = "Example: duenotice history web-logs"


class UnknownSectionError(DuenoticeError):
    """No version ever had such a section."""

    def __init__(self, section_id: str, known: tuple[str, ...]) -> None:
        """Name it and those there are."""
        super().__init__(
            f'no version has a section "{section_id}"',
            hint=f"Sections: {', '.join(known)}.",
        )


def run(
    context: typer.Context,
    section: Annotated[str | None, typer.Argument(help="A section's id.")] = None,
    as_of: AsOfOption = None,
    statement: StatementOption = None,
    report: Annotated[
        ReportFormat, typer.Option("--format", help="How to report.")
    ] = ReportFormat.TEXT,
) -> None:
    """List the versions of a statement, or of one section."""
    session: Session = context.obj
    archive = read_statement(session.project.overlaid(), statement)
    day = session.day(as_of, archive)
    is_json = report is ReportFormat.JSON
    if section is None:
        _list_versions(archive, day, is_json=is_json)
    else:
        _list_changes(archive, section, is_json=is_json)


def _list_versions(archive: Archive, day: dt.date, *, is_json: bool) -> None:
    newest_first = reversed(archive.timeline.versions)
    rows = [_version_data(archive, version, day) for version in newest_first]
    if is_json:
        data = {"schema": "duenotice/history/1", "statement": archive.statement_id}
        answer_json({**data, "as_of": day.isoformat(), "versions": rows})
        return
    if not rows:
        answer("No version has been made yet.")
        return
    head = ("VERSION", "STATUS", "PUBLISHED", "IN FORCE FROM", "UNTIL", "SECTIONS")
    lines = [
        (
            str(row["version"]),
            str(row["status"]),
            str(row["published"] or "-"),
            str(row["in_force_from"] or "-"),
            str(row["in_force_until"] or "-"),
            str(row["sections_changed"]),
        )
        for row in rows
    ]
    answer("\n".join(table([head, *lines])))


def _version_data(
    archive: Archive, version: DatedVersion, day: dt.date
) -> dict[str, object]:
    record = archive.versions[version.label].record
    status = archive.timeline.status(version.label, day)
    period = archive.timeline.period(version.label, day)
    source = next(iter(record.lock.locales.values()), ())
    shown = version.published if status is not Status.PROPOSED else None
    ends = None if period is None else period.end
    return {
        "version": str(version.label),
        "status": status.value,
        "published": None if shown is None else shown.isoformat(),
        "in_force_from": None if period is None else period.start.isoformat(),
        "in_force_until": None if ends is None else ends.isoformat(),
        "sections_changed": sum(one.version == version.label for one in source),
        "adopted": record.is_adopted,
        "digest": record.digest,
    }


def _list_changes(archive: Archive, section: str, *, is_json: bool) -> None:
    changes = section_history(archive, section)
    if not changes:
        known = {
            one.id
            for version in archive.versions.values()
            for locked in version.record.lock.locales.values()
            for one in locked
        }
        raise UnknownSectionError(section, tuple(sorted(known)))
    if is_json:
        data = [
            {
                "version": str(change.version),
                "section": change.section_id,
                "title": change.title,
                "what": change.what.value,
            }
            for change in changes
        ]
        head = {"schema": "duenotice/section-history/1", "section": section}
        answer_json({**head, "statement": archive.statement_id, "changes": data})
        return
    answer("\n".join(table([_change_row(change) for change in changes])))


def _change_row(change: SectionChange) -> tuple[str, str, str, str]:
    return (str(change.version), change.what.value, change.section_id, change.title)
