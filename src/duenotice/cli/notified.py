"""`duenotice notified`."""

from __future__ import annotations

import enum
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from typing import Annotated

import typer

from duenotice.cli.channel_words import channel_word
from duenotice.cli.output import answer
from duenotice.cli.output import remark
from duenotice.cli.said import optional_said
from duenotice.cli.session import Session
from duenotice.cli.session import StatementOption
from duenotice.cli.session import read_day
from duenotice.cli.session import statement_of
from duenotice.cli.told_report import sent_words
from duenotice.mailing.member import Channel as MadeChannel
from duenotice.mailing.runs.proof import tellings_of
from duenotice.release.telling import Told
from duenotice.release.telling import notified
from duenotice.release.telling import recorded_before
from duenotice.release.telling import recorded_beside
from duenotice.store.project import read_statement
from duenotice.store.writing import write_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.store.version import StoredVersion

HELP = (
    "A version that calls for a message to each person is held unless one of these "
    "says that the messages went out in time. `status` says by when. Say by which "
    "channel and how many, or name the run that made the messages."
)
EXAMPLE = "Example: duenotice notified 2026-11-24 --run mailing --on 2026-11-25"


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
    on: Annotated[
        str,
        typer.Option(metavar="DATE", help="The day on which the messages went out."),
    ],
    channel: Annotated[
        Channel | None,
        typer.Option(
            help="How people were told. With --run: only by this; default: by all that "
            "aren't recorded yet."
        ),
    ] = None,
    count: Annotated[int | None, typer.Option(min=1, help="How many.")] = None,
    proof: Annotated[
        str | None,
        typer.Option(
            "--run",
            metavar="ADDRESS",
            help="The run of `notice` that made the messages: it says by which "
            "channels and how many, and its digest stays as proof.",
        ),
    ] = None,
    by: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who sent them, or says so.")
    ] = None,
    statement: StatementOption = None,
) -> None:
    """Record that people were told of a version."""
    session: Session = context.obj
    archive = read_statement(session.project.on_disk(), statement)
    stored = archive.find(version)
    day = read_day(on, "--on")
    by = optional_said(by, "--by")
    tellings: tuple[Told, ...]
    if proof is None:
        tellings = (_stated(channel, count, on=day, by=by),)
    else:
        _refuse_count(count)
        wanted = None if channel is None else _made_channel(channel)
        tellings = tellings_of(proof, archive, stored, on=day, channel=wanted)
        tellings = tuple(replace(one, by=by or one.by) for one in tellings)
    today = session.today(statement_of(archive))
    happening = notified(archive, stored, tellings, today=today)
    write_files(session.project.root, happening.changes.files)
    before = recorded_before(stored.record, tellings)
    new = [one for one in tellings if one.channel not in before]
    for told in new:
        answer(
            f"Version {stored.label}: {told.count:,} told by "
            f"{channel_word(told.channel)} on {day}."
        )
    for name, sent in before.items():
        remark(f"Recorded before: told by {channel_word(name)} on {sent}.")
    for line in _remarks(stored, new):
        remark(line)
    remark("Commit the record: it counts once it is on the publishing branch.")


def _remarks(version: StoredVersion, new: list[Told]) -> Iterator[str]:
    """Say what looks like an oversight: people counted twice, and nobody named."""
    for event in recorded_beside(version.record, new):
        yield (
            f"warning: {channel_word(event.details['channel'])} is recorded already: "
            f"{sent_words(event)}. Both are counted."
        )
    if any(one.by is None for one in new):
        path = version.layout.record_file(version.label)
        yield (
            "warning: nobody is named who sent them. To name somebody, undo this in "
            f"{path} while it is in no commit, and say so with --by."
        )


def _stated(
    channel: Channel | None, count: int | None, *, on: date, by: str | None
) -> Told:
    """Take a person's word for it."""
    if channel is None or count is None:
        option = "--channel" if channel is None else "--count"
        message = "say by which channel and how many, or name the run with --run"
        raise typer.BadParameter(message, param_hint=option)
    return Told(channel=channel.value, on=on, count=count, by=by)


def _refuse_count(count: int | None) -> None:
    if count is not None:
        message = "the run says how many; leave one of both out"
        raise typer.BadParameter(message, param_hint="--count")


def _made_channel(channel: Channel) -> MadeChannel:
    """Give the channel of messages that a run makes."""
    if channel.value not in {one.value for one in MadeChannel}:
        message = f"no run makes messages for {channel.value}"
        raise typer.BadParameter(message, param_hint="--channel")
    return MadeChannel(channel.value)
