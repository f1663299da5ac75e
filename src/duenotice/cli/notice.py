"""`duenotice notice`."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import typer

from duenotice.cli import notice_options as options
from duenotice.cli.mailing_kit import MailingFile
from duenotice.cli.mailing_kit import Subject
from duenotice.cli.mailing_kit import Wanted
from duenotice.cli.mailing_kit import read_mailing_file
from duenotice.cli.mailing_kit import subject_of
from duenotice.cli.notice_preview import show_preview
from duenotice.cli.notice_report import edition_lines
from duenotice.cli.notice_report import editions_data
from duenotice.cli.notice_run import Mailing
from duenotice.cli.notice_run import make_messages
from duenotice.cli.output import ReportFormat
from duenotice.cli.output import answer
from duenotice.cli.output import answer_json
from duenotice.cli.output import remark
from duenotice.cli.output import show_diagnostics
from duenotice.cli.output_place import refuse_place_of_preview
from duenotice.cli.output_place import refuse_place_of_run
from duenotice.cli.output_place import remark_kept_members
from duenotice.cli.said import optional_said
from duenotice.cli.session import Session
from duenotice.cli.session import StatementOption
from duenotice.cli.session import optional_day
from duenotice.diagnostics import has_errors
from duenotice.mailing.member import Channel
from duenotice.mailing.members.splitting import PARTITION_SIZE
from duenotice.mailing.members.splitting import Cut
from duenotice.mailing.messages.email_format import EmailFormat
from duenotice.mailing.runs.options import RunOptions
from duenotice.mailing.runs.run import dated_before
from duenotice.mailing.storage import Storage

HELP = (
    "Without --recipients it lays the messages out, checks them and says what they "
    "would be. With a file of members it makes each member's messages into the folder "
    "-o, for the mail house and the services that send them: nothing is sent from "
    "here. A run that was stopped goes on when the same command is given again. Exit "
    "status 1 where nothing could be made."
)
EXAMPLE = (
    "Example: duenotice notice 2026-11-24 --recipients ../members.csv -o ../mailing "
    "--jobs 4"
)


def run(
    context: typer.Context,
    version: options.VersionArgument,
    channel: options.ChannelOption = None,
    recipients: options.RecipientsOption = None,
    settings: options.SettingsOption = options.SETTINGS,
    output: options.OutputOption = None,
    email_format: options.EmailFormatOption = EmailFormat.JSON,
    large_print: options.LargePrintOption = False,
    suppress: options.SuppressOption = None,
    on: options.OnOption = None,
    by: options.ByOption = None,
    jobs: options.JobsOption = 1,
    scheduler: options.SchedulerOption = None,
    limit: options.LimitOption = None,
    sample: options.SampleOption = None,
    partition_size: options.PartitionSizeOption = PARTITION_SIZE,
    site: options.SiteOption = None,
    preview: options.PreviewOption = False,
    no_open: options.NoOpenOption = False,
    worktree: options.WorktreeOption = False,
    statement: StatementOption = None,
    report: options.ReportOption = ReportFormat.TEXT,
) -> None:
    """Make the messages to members about a version."""
    session: Session = context.obj
    options.refuse_combinations(context)
    _refuse_place(session, output, recipients)
    read = _read_settings(settings, is_needed=recipients is not None)
    wanted = Wanted(
        version=version,
        statement=statement,
        dated=optional_day(on, "--on") or _dated_before(output, recipients),
        is_large_print=large_print,
        site=site,
        is_on_disk=worktree,
    )
    subject = subject_of(session, wanted, None if read is None else read.settings)
    _refuse_faulty(subject, is_preview=preview)
    channels = tuple(one for one in Channel if not channel or one in channel)
    if preview:
        show_preview(subject, output, channels, is_opened=not no_open)
    elif recipients is None or output is None or read is None:
        _show_editions(subject, report)
    else:
        cut = Cut(partition_size=partition_size, limit=limit, sample=sample)
        mailing = Mailing(
            recipients=recipients,
            output=output,
            suppress=suppress,
            options=RunOptions(
                channels=channels,
                email_format=email_format,
                large_print=large_print,
                cut=cut,
            ),
            by=optional_said(by, "--by"),
            jobs=jobs,
            scheduler=scheduler,
        )
        make_messages(mailing, subject.kit, read, report)


def _refuse_place(session: Session, output: str | None, recipients: str | None) -> None:
    if output is not None and recipients is not None:
        refuse_place_of_run(session, output, recipients)
        remark_kept_members(recipients)
    elif output is not None:
        refuse_place_of_preview(session, output)


def _read_settings(path: Path, *, is_needed: bool) -> MailingFile | None:
    """Read the settings; a look at the messages goes without where there are none."""
    if not is_needed and path == options.SETTINGS and not path.exists():
        return None
    return read_mailing_file(path)


def _dated_before(output: str | None, recipients: str | None) -> dt.date | None:
    """Give the day on the messages of a run that goes on."""
    if output is None or recipients is None:
        return None
    return dated_before(Storage(output))


def _refuse_faulty(subject: Subject, *, is_preview: bool) -> None:
    show_diagnostics((*subject.of_theme, *subject.found))
    if has_errors(subject.found):
        remark("Nothing is made until the messages say what they must.")
        raise typer.Exit(1)
    if has_errors(subject.of_theme) and not is_preview:
        remark(
            "Nothing is made until the theme is sound; --preview shows the messages."
        )
        raise typer.Exit(1)


def _show_editions(subject: Subject, report: ReportFormat) -> None:
    if report is ReportFormat.JSON:
        answer_json(editions_data(subject.kit))
        return
    for line in edition_lines(subject.kit):
        answer(line)
