"""`duenotice withdraw`."""

from __future__ import annotations

from typing import Annotated

import typer

from duenotice.cli.output import answer
from duenotice.cli.output import remark
from duenotice.cli.said import said
from duenotice.cli.session import Session
from duenotice.cli.session import StatementOption
from duenotice.cli.session import statement_of
from duenotice.release.events import withdraw
from duenotice.release.fates import UncommittedError
from duenotice.store.layout import VERSIONS
from duenotice.store.project import read_statement
from duenotice.store.writing import write_files

HELP = (
    "The version stays readable under its own address, marked as withdrawn. Versions "
    "whose place it had taken are withdrawn with it."
)
EXAMPLE = 'Example: duenotice withdraw 2026-11-24 --reason "the pilot was stopped"'


def run(
    context: typer.Context,
    version: Annotated[str, typer.Argument(help="A version label.")],
    reason: Annotated[
        str, typer.Option(metavar="TEXT", help="Why; it stays in the record.")
    ],
    restore: Annotated[
        bool,
        typer.Option(
            "--restore", help="Also put the text in force back into the draft."
        ),
    ] = False,
    statement: StatementOption = None,
) -> None:
    """Take back a version that is not yet in force."""
    session: Session = context.obj
    archive = read_statement(session.project.on_disk(), statement)
    if restore:
        _refuse_uncommitted(session, archive.layout.folder)
    happening = withdraw(
        archive,
        archive.find(version),
        today=session.today(statement_of(archive)),
        reason=said(reason, "--reason"),
        restore=restore,
    )
    write_files(session.project.root, happening.changes.files)
    for label in happening.labels:
        answer(f"Version {label} of {archive.statement_id} is withdrawn.")
    if not restore:
        remark(
            "The draft still has its text; with --restore the text in force would be "
            "put back."
        )
    remark(
        "Commit the record: the withdrawal counts once it is on the publishing branch."
    )


def _refuse_uncommitted(session: Session, folder: str) -> None:
    changed = [
        path
        for path in session.project.repository.changed_paths()
        if path.startswith(f"{folder}/")
        and not path.startswith(f"{folder}/{VERSIONS}/")
    ]
    if changed:
        raise UncommittedError(tuple(changed))
