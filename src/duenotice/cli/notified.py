"""`duenotice notified`."""

from __future__ import annotations

import enum
from typing import Annotated

import typer

from duenotice.cli.output import answer
from duenotice.cli.output import remark
from duenotice.cli.session import Session
from duenotice.cli.session import StatementOption
from duenotice.cli.session import read_day
from duenotice.cli.session import statement_of
from duenotice.release.telling import Told
from duenotice.release.telling import notified
from duenotice.store.project import read_statement
from duenotice.store.writing import write_files

HELP = (
    "A version that calls for a message to each person is held unless one of these "
    "says that the messages went out in time. `status` says by when."
)
EXAMPLE = (
    "Example: duenotice notified 2026-11-24 --channel email --on 2026-11-25 --count "
    "12400000"
)


class Channel(enum.StrEnum):
    """How people are told."""

    SITE = "site"
    BANNER = "banner"
    EMAIL = "email"
    LETTER = "letter"
    SMS = "sms"
    APP = "app"


def run(
    context: typer.Context,
    version: Annotated[str, typer.Argument(help="A version label.")],
    channel: Annotated[Channel, typer.Option(help="How people were told.")],
    on: Annotated[
        str,
        typer.Option(metavar="DATE", help="The day on which the messages went out."),
    ],
    count: Annotated[int, typer.Option(min=1, help="How many.")],
    by: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who sent them, or says so.")
    ] = None,
    statement: StatementOption = None,
) -> None:
    """Record that people were told of a version."""
    session: Session = context.obj
    archive = read_statement(session.project.on_disk(), statement)
    told = Told(channel=channel.value, on=read_day(on, "--on"), count=count, by=by)
    stored = archive.find(version)
    today = session.today(statement_of(archive))
    happening = notified(archive, stored, told, today=today)
    write_files(session.project.root, happening.changes.files)
    answer(f"Version {stored.label}: {count:,} told by {told.channel} on {told.on}.")
    remark("Commit the record: it counts once it is on the publishing branch.")
