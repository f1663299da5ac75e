"""`duenotice status`."""

from __future__ import annotations

from typing import Annotated

import typer

from duenotice.cli.output import ReportFormat
from duenotice.cli.output import answer
from duenotice.cli.output import answer_json
from duenotice.cli.session import AsOfOption
from duenotice.cli.session import Session
from duenotice.cli.session import StatementOption
from duenotice.cli.session import statement_of
from duenotice.cli.status_report import StatusReport
from duenotice.review.gate import gate
from duenotice.store.project import read_statements

HELP = (
    "Reads the versions from HEAD, and proposed ones and the draft from the working "
    "tree. Exit status 1 where a version is held or broken."
)
EXAMPLE = "Example: duenotice status --as-of 2027-12-01 --format json"


def run(
    context: typer.Context,
    as_of: AsOfOption = None,
    statement: StatementOption = None,
    report: Annotated[
        ReportFormat, typer.Option("--format", help="How to report.")
    ] = ReportFormat.TEXT,
) -> None:
    """Say what is in force and what is coming."""
    session: Session = context.obj
    source = session.project.overlaid()
    reports = []
    for archive in read_statements(source, statement):
        today = session.today(statement_of(archive))
        day = session.day(as_of, archive)
        held = gate(archive, source[1], day)
        reports.append(StatusReport(archive, day, today, held))
    if report is ReportFormat.JSON:
        data = [one.data() for one in reports]
        answer_json({"schema": "duenotice/status/1", "statements": data})
    else:
        answer("\n\n".join(one.text() for one in reports))
        for status in reports:
            status.remark_problems()
        session.remark_missing_branch()
    if any(status.has_problems for status in reports):
        raise typer.Exit(1)
