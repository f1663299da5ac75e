"""The messages to all members, made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from duenotice import __version__
from duenotice.cli.notice_progress import watching
from duenotice.cli.notice_report import run_data
from duenotice.cli.notice_report import run_lines
from duenotice.cli.notice_report import run_remarks
from duenotice.cli.output import ReportFormat
from duenotice.cli.output import answer
from duenotice.cli.output import answer_json
from duenotice.cli.output import remark
from duenotice.mailing.member import Channel
from duenotice.mailing.members.recipients import Recipients
from duenotice.mailing.members.suppression_list import SuppressionList
from duenotice.mailing.messages.letter_trial import try_letters
from duenotice.mailing.runs.executors import crew_of
from duenotice.mailing.runs.order import Order
from duenotice.mailing.runs.run import run_mailing
from duenotice.mailing.storage import Storage

if TYPE_CHECKING:
    from duenotice.cli.mailing_kit import MailingFile
    from duenotice.mailing.kit import Kit
    from duenotice.mailing.runs.options import RunOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailing:
    """A run as the command line asks for it."""

    recipients: str
    output: str
    suppress: str | None
    options: RunOptions
    by: str | None
    jobs: int
    scheduler: str | None


def make_messages(
    mailing: Mailing, kit: Kit, read: MailingFile, report: ReportFormat
) -> None:
    """Make the messages, and say what was made.

    Raises:
        Exit: Nothing was, or somebody stopped it.
        DuenoticeError: It can't be done.
    """
    order = _order(mailing, kit, read)
    if Channel.LETTER in mailing.options.channels and read.settings.columns.address:
        try_letters(kit)
    try:
        with watching() as watch, crew_of(mailing.jobs, mailing.scheduler) as crew:
            outcome = run_mailing(order, crew, watch)
    except KeyboardInterrupt:
        remark("Stopped. What is made stays: the same command goes on from there.")
        raise typer.Exit(1) from None
    if report is ReportFormat.JSON:
        answer_json(run_data(outcome, order.address))
    else:
        for line in run_lines(outcome, order.address):
            answer(line)
    for line in run_remarks(outcome, order.address, order.by):
        remark(line)
    if not outcome.record.tally.made:
        raise typer.Exit(1)


def _order(mailing: Mailing, kit: Kit, read: MailingFile) -> Order:
    settings = read.settings
    listed = None
    if mailing.suppress is not None:
        id_form = settings.columns.id
        listed = SuppressionList(Storage(mailing.suppress), id_form)
    return Order(
        address=mailing.output,
        kit=kit,
        settings=settings,
        settings_file=read.data,
        recipients=Recipients(Storage(mailing.recipients), settings.needed),
        listed=listed,
        options=mailing.options,
        program=__version__,
        by=mailing.by,
    )
