"""`duenotice notice`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from duenotice import __version__
from duenotice.cli.mailing_kit import Subject
from duenotice.cli.mailing_kit import Wanted
from duenotice.cli.mailing_kit import read_mailing_settings
from duenotice.cli.mailing_kit import subject_of
from duenotice.cli.notice_preview import show_preview
from duenotice.cli.notice_progress import watching
from duenotice.cli.notice_report import edition_lines
from duenotice.cli.notice_report import editions_data
from duenotice.cli.notice_report import run_data
from duenotice.cli.notice_report import run_lines
from duenotice.cli.notice_report import run_remarks
from duenotice.cli.output import ReportFormat
from duenotice.cli.output import answer
from duenotice.cli.output import answer_json
from duenotice.cli.output import remark
from duenotice.cli.output import show_diagnostics
from duenotice.cli.said import optional_said
from duenotice.cli.session import Session
from duenotice.cli.session import StatementOption
from duenotice.cli.session import optional_day
from duenotice.diagnostics import has_errors
from duenotice.mailing.member import Channel
from duenotice.mailing.members.recipients import Recipients
from duenotice.mailing.members.settings import MailingSettings
from duenotice.mailing.members.splitting import PARTITION_SIZE
from duenotice.mailing.members.splitting import Cut
from duenotice.mailing.members.suppression_list import SuppressionList
from duenotice.mailing.messages.email_format import EmailFormat
from duenotice.mailing.runs.executors import crew_of
from duenotice.mailing.runs.options import RunOptions
from duenotice.mailing.runs.order import Order
from duenotice.mailing.runs.run import dated_before
from duenotice.mailing.runs.run import run_mailing
from duenotice.mailing.storage import Storage

HELP = (
    "Without --recipients it lays the messages out, checks them and says what they "
    "would be. With a file of members it makes each member's messages into the folder "
    "-o, for the mail house and the services that send them: nothing is sent from "
    "here. A run that was stopped goes on when the same command is given again. Exit "
    "status 1 where nothing could be made."
)
EXAMPLE = (
    "Example: duenotice notice 2026-11-24 --recipients members.csv -o ../mailing "
    "--jobs 4"
)

_SETTINGS = Path("mailing.yaml")


def run(
    context: typer.Context,
    version: Annotated[str, typer.Argument(help="A version label.")],
    channel: Annotated[
        list[Channel] | None,
        typer.Option(help="Only these; default: all that members are told by."),
    ] = None,
    recipients: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS",
            help="The members: a CSV or Parquet file, or a folder of them; a path, or "
            "any address that fsspec reaches.",
        ),
    ] = None,
    settings: Annotated[
        Path, typer.Option(metavar="FILE", help="How the file of members is read.")
    ] = _SETTINGS,
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar="ADDRESS",
            help="Where all files go. They hold personal data: keep them out of git.",
        ),
    ] = None,
    email_format: Annotated[
        EmailFormat, typer.Option(help="How e-mails are handed over.")
    ] = EmailFormat.JSON,
    large_print: Annotated[
        bool, typer.Option("--large-print", help="Set letters in large print.")
    ] = False,
    suppress: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="The ids of members who get nothing."),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day on the messages; default: today."),
    ] = None,
    by: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who makes them.")
    ] = None,
    jobs: Annotated[
        int, typer.Option(min=1, metavar="N", help="So many processes.")
    ] = 1,
    scheduler: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS", help="A Dask cluster instead, as tcp://host:8786."
        ),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="A trial with the first N rows."),
    ] = None,
    sample: Annotated[
        int | None,
        typer.Option(
            min=1, metavar="N", help="A trial with N rows from all over the file."
        ),
    ] = None,
    partition_size: Annotated[
        int, typer.Option(min=1, metavar="N", help="Rows that are made at a time.")
    ] = PARTITION_SIZE,
    site: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="The site as it was built: links must lead to its files. Default: "
            "what a build would make.",
        ),
    ] = None,
    preview: Annotated[
        bool,
        typer.Option(
            "--preview",
            help="Write all messages for a sample member into -o, or a temporary "
            "folder, and open them in a browser.",
        ),
    ] = False,
    no_open: Annotated[
        bool, typer.Option("--no-open", help="With --preview: open no browser.")
    ] = False,
    statement: StatementOption = None,
    report: Annotated[
        ReportFormat, typer.Option("--format", help="How to report.")
    ] = ReportFormat.TEXT,
) -> None:
    """Make the messages to members about a version."""
    session: Session = context.obj
    read = _read_settings(settings, is_needed=recipients is not None)
    dated = optional_day(on, "--on")
    if dated is None and output is not None and recipients is not None:
        dated = dated_before(Storage(output))
    wanted = Wanted(
        version=version,
        statement=statement,
        dated=dated,
        is_large_print=large_print,
        site=site,
    )
    subject = subject_of(session, wanted, None if read is None else read[0])
    show_diagnostics(subject.found)
    if has_errors(subject.found):
        remark("Nothing is made until the messages say what they must.")
        raise typer.Exit(1)
    channels = tuple(one for one in Channel if not channel or one in channel)
    if preview:
        show_preview(subject, output, channels, is_opened=not no_open)
        return
    if recipients is None or read is None:
        _show_editions(subject, report)
        return
    if output is None:
        message = "say where the files go"
        raise typer.BadParameter(message, param_hint="-o")
    files = _Files(recipients, output, suppress)
    options = RunOptions(
        channels=channels,
        email_format=email_format,
        large_print=large_print,
        cut=Cut(partition_size=partition_size, limit=limit, sample=sample),
    )
    order = _order(subject, read, files, options, optional_said(by, "--by"))
    _run(order, jobs, scheduler, report)


@dataclass(frozen=True, slots=True)
class _Files:
    """The addresses on the command line."""

    recipients: str
    output: str
    suppress: str | None


def _read_settings(
    path: Path, *, is_needed: bool
) -> tuple[MailingSettings, bytes] | None:
    """Read the settings; a look at the messages goes without where there are none."""
    if not is_needed and path == _SETTINGS and not path.exists():
        return None
    return read_mailing_settings(path)


def _order(
    subject: Subject,
    read: tuple[MailingSettings, bytes],
    files: _Files,
    options: RunOptions,
    by: str | None,
) -> Order:
    settings, data = read
    listed = None
    if files.suppress is not None:
        id_form = settings.columns.id
        listed = SuppressionList(Storage(files.suppress), id_form)
    return Order(
        address=files.output,
        kit=subject.kit,
        settings=settings,
        settings_file=data,
        recipients=Recipients(Storage(files.recipients), settings.needed),
        listed=listed,
        options=options,
        program=__version__,
        by=by,
    )


def _run(order: Order, jobs: int, scheduler: str | None, report: ReportFormat) -> None:
    try:
        with watching() as watch, crew_of(jobs, scheduler) as crew:
            outcome = run_mailing(order, crew, watch)
    except KeyboardInterrupt:
        remark("Stopped. What is made stays: the same command goes on from there.")
        raise typer.Exit(1) from None
    if report is ReportFormat.JSON:
        answer_json(run_data(outcome, order.address))
    else:
        for line in run_lines(outcome, order.address):
            answer(line)
    for line in run_remarks(outcome, order.address):
        remark(line)
    if not outcome.record.tally.made:
        raise typer.Exit(1)


def _show_editions(subject: Subject, report: ReportFormat) -> None:
    if report is ReportFormat.JSON:
        answer_json(editions_data(subject.kit))
        return
    for line in edition_lines(subject.kit):
        answer(line)
