"""The options of `duenotice notice`, and which of them go together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from duenotice.cli.mailing_faults import FILE
from duenotice.cli.output import ReportFormat
from duenotice.cli.session import is_given
from duenotice.mailing.member import Channel
from duenotice.mailing.messages.email_format import EmailFormat

SETTINGS = Path(FILE)
"""How the file of members is read, where nothing else is named."""

VersionArgument = Annotated[str, typer.Argument(help="A version label.")]
ChannelOption = Annotated[
    list[Channel] | None,
    typer.Option(help="Only these; default: all that members are told by."),
]
RecipientsOption = Annotated[
    str | None,
    typer.Option(
        metavar="ADDRESS",
        help="The members: a CSV or Parquet file, or a folder of them; a path, or "
        "any address that fsspec reaches.",
    ),
]
SettingsOption = Annotated[
    Path, typer.Option(metavar="FILE", help="How the file of members is read.")
]
OutputOption = Annotated[
    str | None,
    typer.Option(
        "-o",
        "--output",
        metavar="ADDRESS",
        help="Where all files go. They hold personal data: a folder that git would "
        "keep, or that is published, is refused.",
    ),
]
EmailFormatOption = Annotated[
    EmailFormat, typer.Option(help="How e-mails are handed over.")
]
LargePrintOption = Annotated[
    bool, typer.Option("--large-print", help="Set letters in large print.")
]
SuppressOption = Annotated[
    str | None,
    typer.Option(metavar="ADDRESS", help="The ids of members who get nothing."),
]
OnOption = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="The day on the messages; default: today."),
]
ByOption = Annotated[str | None, typer.Option(metavar="NAME", help="Who makes them.")]
JobsOption = Annotated[int, typer.Option(min=1, metavar="N", help="So many processes.")]
SchedulerOption = Annotated[
    str | None,
    typer.Option(metavar="ADDRESS", help="A Dask cluster instead, as tcp://host:8786."),
]
LimitOption = Annotated[
    int | None,
    typer.Option(min=1, metavar="N", help="A trial with the first N rows."),
]
SampleOption = Annotated[
    int | None,
    typer.Option(
        min=1, metavar="N", help="A trial with N rows from all over the file."
    ),
]
PartitionSizeOption = Annotated[
    int, typer.Option(min=1, metavar="N", help="Rows that are made at a time.")
]
SiteOption = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR",
        help="The site as it was built: links must lead to its files. Default: "
        "what a build would make.",
    ),
]
PreviewOption = Annotated[
    bool,
    typer.Option(
        "--preview",
        help="Write all messages for a sample member into -o, or a temporary "
        "folder, and open them in a browser.",
    ),
]
NoOpenOption = Annotated[
    bool, typer.Option("--no-open", help="With --preview: open no browser.")
]
WorktreeOption = Annotated[
    bool,
    typer.Option(
        "--worktree",
        help="Look at the messages with templates, theme and pyproject.toml as they "
        "lie on the disk; for members what is committed counts.",
    ),
]

ReportOption = Annotated[ReportFormat, typer.Option("--format", help="How to report.")]

_RECIPIENTS = "--recipients"
_PREVIEW = "--preview"
_OF_A_RUN = (
    "suppress",
    "email_format",
    "by",
    "jobs",
    "scheduler",
    "limit",
    "sample",
    "partition_size",
)
"""What says how the messages of all members are made."""

_EITHER = (("limit", "sample"), ("jobs", "scheduler"))


def refuse_combinations(context: typer.Context) -> None:
    """Refuse options of which one would be without effect.

    Raises:
        BadParameter: Naming the option, and what it doesn't go with.
    """
    given = {name for name in context.params if is_given(context, name)}
    for option, why in _unfit(given):
        raise typer.BadParameter(why, param_hint=option)


def _unfit(given: set[str]) -> Iterator[tuple[str, str]]:
    """List the options that don't go with the others, each with the reason."""
    for one, other in _EITHER:
        if {one, other} <= given:
            yield _written(other), f"it doesn't go with {_written(one)}"
    if "no_open" in given and "preview" not in given:
        yield "--no-open", f"it needs {_PREVIEW}"
    if "recipients" in given:
        yield from _unfit_beside_recipients(given)
    else:
        yield from _unfit_without_recipients(given)


def _unfit_beside_recipients(given: set[str]) -> Iterator[tuple[str, str]]:
    if "preview" in given:
        yield _PREVIEW, f"it is for a sample member, so it takes no {_RECIPIENTS}"
    if "worktree" in given:
        yield "--worktree", "messages to members are made of what is committed"
    if "output" not in given:
        yield "-o", "say where the files go"


def _unfit_without_recipients(given: set[str]) -> Iterator[tuple[str, str]]:
    for name in _OF_A_RUN:
        if name in given:
            yield _written(name), f"it needs {_RECIPIENTS}"
    if "preview" in given and "report" in given:
        yield "--format", f"it doesn't go with {_PREVIEW}, which makes a page"
    if "output" in given and "preview" not in given:
        yield "-o", f"it needs {_RECIPIENTS} or {_PREVIEW}"


def _written(name: str) -> str:
    return f"--{name.replace('_', '-')}"
