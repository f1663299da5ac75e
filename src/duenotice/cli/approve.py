"""`duenotice approve`."""

from __future__ import annotations

from typing import Annotated

import typer

from duenotice.cli.output import answer
from duenotice.cli.output import remark
from duenotice.cli.output import show_diagnostics
from duenotice.cli.said import said
from duenotice.cli.session import Session
from duenotice.cli.session import StatementOption
from duenotice.cli.session import statement_of
from duenotice.release.approving import approve
from duenotice.store.project import read_statement
from duenotice.store.writing import write_files

HELP = (
    "Checks the notice in every language: it has to speak of every material finding, "
    "name the day, and leave nothing to be filled in. What is approved is fixed in the "
    "record. Of a version that is recorded already, it approves a corrected notice."
)
EXAMPLE = 'Example: duenotice approve 2026-11-24 --by "A. Editor"'


def run(
    context: typer.Context,
    version: Annotated[str, typer.Argument(help="A version label.")],
    by: Annotated[str, typer.Option(metavar="NAME", help="Who approves.")],
    statement: StatementOption = None,
) -> None:
    """Approve the notice of a version."""
    name = said(by, "--by")
    session: Session = context.obj
    archive = read_statement(session.project.on_disk(), statement)
    stored = archive.find(version)
    today = session.today(statement_of(archive))
    approved = approve(archive, stored, by=name, today=today)
    write_files(session.project.root, approved.changes.files)
    show_diagnostics(approved.remarks)
    names = ", ".join(approved.locales)
    answer(f"The notice of version {stored.label} ({names}) is approved by {name}.")
    if approved.is_event:
        answer("Recorded as an event: the notice was corrected.")
    remark("Commit notice and record together.")
