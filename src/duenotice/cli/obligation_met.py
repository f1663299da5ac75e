"""`duenotice obligation-met`."""

from __future__ import annotations

from typing import Annotated

import typer

from duenotice.cli.output import answer
from duenotice.cli.output import remark
from duenotice.cli.said import said
from duenotice.cli.session import Session
from duenotice.cli.session import StatementOption
from duenotice.cli.session import statement_of
from duenotice.release.telling import Met
from duenotice.release.telling import meet_obligation
from duenotice.store.project import read_statement
from duenotice.store.writing import write_files

HELP = (
    "A change that needs a choice or consent doesn't take effect before this says how "
    "people were asked, and what became of their answers. `check` and `status` name "
    "what is open."
)
EXAMPLE = (
    'Example: duenotice obligation-met 2026-11-24 choice-people --by "A. Editor" '
    '--how "Opt-outs until 2026-12-30 are applied: ticket 4711."'
)


def run(
    context: typer.Context,
    version: Annotated[str, typer.Argument(help="A version label.")],
    obligation: Annotated[
        str, typer.Argument(help="What was asked, and whom: choice-people, say.")
    ],
    how: Annotated[
        str, typer.Option(metavar="TEXT", help="How; it stays in the record.")
    ],
    by: Annotated[str, typer.Option(metavar="NAME", help="Who says so.")],
    statement: StatementOption = None,
) -> None:
    """Record how people were asked before a change."""
    met = Met(obligation=obligation, how=said(how, "--how"), by=said(by, "--by"))
    session: Session = context.obj
    archive = read_statement(session.project.on_disk(), statement)
    stored = archive.find(version)
    today = session.today(statement_of(archive))
    happening = meet_obligation(archive, stored, met, today=today)
    write_files(session.project.root, happening.changes.files)
    answer(f"Version {stored.label}: {obligation} is met (by {by}).")
    remark("Commit the record: it counts once it is on the publishing branch.")
