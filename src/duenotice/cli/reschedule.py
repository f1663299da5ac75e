"""`duenotice reschedule`."""

from __future__ import annotations

from typing import Annotated

import typer

from duenotice.cli.output import answer
from duenotice.cli.output import remark
from duenotice.cli.said import said
from duenotice.cli.session import Session
from duenotice.cli.session import StatementOption
from duenotice.cli.session import read_day
from duenotice.cli.session import statement_of
from duenotice.cli.told_report import told_of_other_days
from duenotice.release.events import reschedule
from duenotice.store.gate import needs_notice
from duenotice.store.project import read_statement
from duenotice.store.writing import write_files

HELP = (
    "Later at will, though not past a later version; earlier only if the lead time "
    "still fits."
)
EXAMPLE = (
    "Example: duenotice reschedule 2026-11-24 --effective 2028-01-01 "
    '--reason "the vendor is late"'
)


def run(
    context: typer.Context,
    version: Annotated[str, typer.Argument(help="A version label.")],
    effective: Annotated[
        str, typer.Option(metavar="DATE", help="The new first day in force.")
    ],
    reason: Annotated[
        str, typer.Option(metavar="TEXT", help="Why; it stays in the record.")
    ],
    statement: StatementOption = None,
) -> None:
    """Move the effective date of a version."""
    session: Session = context.obj
    archive = read_statement(session.project.on_disk(), statement)
    stored = archive.find(version)
    to = read_day(effective, "--effective")
    happening = reschedule(
        archive,
        stored,
        today=session.today(statement_of(archive)),
        to=to,
        reason=said(reason, "--reason"),
    )
    write_files(session.project.root, happening.changes.files)
    for label in happening.labels:
        answer(f"Version {label} of {archive.statement_id} takes effect on {to}.")
    if needs_notice(stored.record):
        remark(
            f"Its notice names the day: correct it in "
            f"{archive.layout.home(stored.label)}/notice/, then: duenotice approve "
            f"{stored.label} --by NAME"
        )
    told = told_of_other_days(stored.record, to)
    if told:
        remark(
            f"People were told of {told}: they have to hear of the new day. When the "
            f"notice is approved: duenotice notice {stored.label} --recipients FILE "
            "-o DIR"
        )
    remark(
        "Commit the record: the new date counts once it is on the publishing branch."
    )
