"""`duenotice check`."""

from __future__ import annotations

import datetime as dt
import enum
import os
import sys
from typing import Annotated

import typer

from duenotice.cli.check_formats import check_data
from duenotice.cli.check_formats import github_lines
from duenotice.cli.check_formats import sarif
from duenotice.cli.check_report import report
from duenotice.cli.checked import Checked
from duenotice.cli.custom_changes import changed_customs
from duenotice.cli.custom_changes import rules_off
from duenotice.cli.customs import customs_in
from duenotice.cli.mailing_faults import mailing_faults
from duenotice.cli.output import answer
from duenotice.cli.output import answer_json
from duenotice.cli.output import answer_marked
from duenotice.cli.session import Session
from duenotice.cli.session import StatementOption
from duenotice.cli.session import statement_of
from duenotice.diagnostics import Diagnostic
from duenotice.diagnostics import Severity
from duenotice.diagnostics import has_errors
from duenotice.diagnostics import sort_diagnostics
from duenotice.render.redline_text import PLAIN_MARKS
from duenotice.render.redline_text import TERMINAL_MARKS
from duenotice.review.audit import audited
from duenotice.review.draft_review import review_draft
from duenotice.review.gate import gate
from duenotice.store.archive import Archive
from duenotice.store.chain import chain_faults
from duenotice.store.checking import check_draft
from duenotice.store.customs import Customs
from duenotice.store.project import read_statements
from duenotice.store.record_book import RecordBook
from duenotice.store.theme import theme_on_disk

HELP = (
    "Reads the working tree: what the draft changes for people, the notice that needs, "
    "the faults of the text and of mailing.yaml, and what keeps a proposed version "
    "from being published. "
    "Findings on a draft fail nothing. Errors stop a release and give exit status 1; "
    "warnings do so with --strict."
)
EXAMPLE = "Example: duenotice check --base origin/main --format github"


class CheckFormat(enum.StrEnum):
    """How `check` reports."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"


def run(
    context: typer.Context,
    statement: StatementOption = None,
    base: Annotated[
        str | None,
        typer.Option(
            metavar="REV",
            help="The revision that this is to be merged into: what it has recorded "
            "must stand unchanged, and a proposed version must follow its newest.",
        ),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Let warnings fail too.")
    ] = False,
    form: Annotated[
        CheckFormat, typer.Option("--format", help="How to report.")
    ] = CheckFormat.TEXT,
) -> None:
    """Show what the draft changes, and its faults."""
    session: Session = context.obj
    customs = customs_in(session)
    source = session.project.on_disk(base)
    remarks = (
        *rules_off(session.config.rules_off),
        *changed_customs(session, customs, base),
        *mailing_faults(session.root),
    )
    checked = [
        _check(archive, source[1], customs, session, remarks)
        for archive in read_statements(source, statement)
    ]
    _answer(form, checked)
    found = [d for one in checked for d in one.diagnostics]
    if has_errors(tuple(found)) or (strict and any(map(_is_fault, found))):
        raise typer.Exit(1)


_REMARKS = {"mail-due", "obligation-open", "rules-off", "customs-changed"}
"""What can only be done once the version is recorded is no fault before, and what the
project is judged by is for its reviewers to see."""


def _is_fault(one: Diagnostic) -> bool:
    return one.severity is Severity.ERROR or one.code not in _REMARKS


def _answer(form: CheckFormat, checked: list[Checked]) -> None:
    match form:
        case CheckFormat.JSON:
            answer_json(check_data(checked))
        case CheckFormat.SARIF:
            answer_json(sarif(checked))
        case CheckFormat.GITHUB:
            for line in github_lines(checked):
                answer(line)
        case CheckFormat.TEXT:
            is_coloured = sys.stdout.isatty() and "NO_COLOR" not in os.environ
            marks = TERMINAL_MARKS if is_coloured else PLAIN_MARKS
            for place, one in enumerate(checked):
                if place:
                    answer("")
                for line in report(one, marks):
                    answer_marked(line)


def _check(
    archive: Archive,
    book: RecordBook,
    customs: Customs,
    session: Session,
    remarks: tuple[Diagnostic, ...],
) -> Checked:
    today = session.today(statement_of(archive))
    return Checked(
        archive=archive,
        today=today,
        diagnostics=sort_diagnostics(
            [
                *customs.faults,
                *remarks,
                *theme_on_disk(session.root).faults,
                *archive.draft.diagnostics,
                *archive.diagnostics,
                *check_draft(archive, as_of=today, profiles=customs.profiles),
                *chain_faults(archive, book),
                *_gate(archive, book, customs, today),
            ]
        ),
        draft=None
        if has_errors(customs.faults)
        else review_draft(archive, customs, today),
    )


def _gate(
    archive: Archive, book: RecordBook, customs: Customs, today: dt.date
) -> tuple[Diagnostic, ...]:
    """Give what keeps versions from taking effect: by their records, and in truth."""
    _, found = audited(archive, customs, today)
    return (*gate(archive, book, today), *found)
