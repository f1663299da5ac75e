"""`duenotice check`."""

from __future__ import annotations

from typing import Annotated

import typer

from duenotice.cli.output import ReportFormat
from duenotice.cli.output import answer
from duenotice.cli.output import answer_json
from duenotice.cli.output import diagnostic_data
from duenotice.cli.session import Session
from duenotice.cli.session import StatementOption
from duenotice.cli.session import statement_of
from duenotice.diagnostics import Diagnostic
from duenotice.diagnostics import Severity
from duenotice.diagnostics import sort_diagnostics
from duenotice.store.checking import check_draft
from duenotice.store.late_proposals import late_proposals
from duenotice.store.project import read_statements

HELP = (
    "Reads the working tree. Errors stop a release and give exit status 1; warnings "
    "do so with --strict."
)
EXAMPLE = "Example: duenotice check --strict"


def run(
    context: typer.Context,
    statement: StatementOption = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Let warnings fail too.")
    ] = False,
    report: Annotated[
        ReportFormat, typer.Option("--format", help="How to report.")
    ] = ReportFormat.TEXT,
) -> None:
    """Show the faults of the draft."""
    session: Session = context.obj
    found = _diagnostics(session, statement)
    errors = sum(one.severity is Severity.ERROR for one in found)
    warnings = len(found) - errors
    if report is ReportFormat.JSON:
        answer_json(
            {"schema": "duenotice/check/1", "diagnostics": diagnostic_data(found)}
        )
    else:
        for one in found:
            answer(str(one))
        answer(f"{_count(errors, 'error')}, {_count(warnings, 'warning')}")
    if errors or (strict and warnings):
        raise typer.Exit(1)


def _diagnostics(session: Session, wanted: str | None) -> tuple[Diagnostic, ...]:
    found: list[Diagnostic] = []
    source = session.project.on_disk()
    for archive in read_statements(source, wanted):
        today = session.today(statement_of(archive))
        found += late_proposals(archive, source[1], today)
        found += archive.draft.diagnostics
        found += archive.diagnostics
        found += check_draft(archive, as_of=today)
    return sort_diagnostics(found)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
