"""`duenotice import`."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo
from zoneinfo import ZoneInfoNotFoundError

import typer

from duenotice.cli.import_report import import_data
from duenotice.cli.import_report import import_report
from duenotice.cli.import_report import next_steps
from duenotice.cli.output import ReportFormat
from duenotice.cli.output import answer
from duenotice.cli.output import answer_json
from duenotice.cli.output import remark
from duenotice.cli.session import Session
from duenotice.errors import DuenoticeError
from duenotice.intake.imported import ImportWishes
from duenotice.intake.importing import import_statement
from duenotice.intake.reading import SourceFormat
from duenotice.intake.source_file import read_file
from duenotice.intake.source_file import read_stream
from duenotice.parse.scalars import ID_FORM
from duenotice.parse.scalars import LOCALE_FORM
from duenotice.store.layout import StatementLayout
from duenotice.store.writing import write_files

HELP = (
    "Reads plain text, Markdown or HTML; writes statement.yaml and one Markdown file "
    "for each section. It says what it took out and what it was unsure of, and "
    "compares the words: none is lost."
)
EXAMPLE = "Example: duenotice import privacy.txt --statement website"

_FROM_STDIN = "-"
_STDIN_NAME = "standard input"


class StatementExistsError(DuenoticeError):
    """The statement is there already."""

    def __init__(self, statement_id: str, path: str) -> None:
        """Name it and what is in the way."""
        super().__init__(
            f'the statement "{statement_id}" exists already: {path}',
            hint="Nothing was written. Give the imported one another id with "
            f"--statement, or move the folder statements/{statement_id}/ away first.",
        )


def run(
    context: typer.Context,
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE", help='The text; "-" for standard input, with --from.'
        ),
    ],
    statement: Annotated[
        str,
        typer.Option(
            "--statement", metavar="ID", help="The new statement's id, such as website."
        ),
    ],
    form: Annotated[
        SourceFormat | None,
        typer.Option("--from", help="What it is written in; default: its suffix."),
    ] = None,
    locale: Annotated[
        str | None,
        typer.Option(
            metavar="LOCALE",
            help="The text's language, such as es; default: what the page says, or en.",
        ),
    ] = None,
    time_zone: Annotated[
        str | None,
        typer.Option(
            metavar="ZONE", help="Where the statement's days begin; default: UTC."
        ),
    ] = None,
    title: Annotated[
        str | None,
        typer.Option(metavar="TITLE", help="Its title; default: the first heading."),
    ] = None,
    controller: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="Who is responsible; default: whom the text names."
        ),
    ] = None,
    base: Annotated[
        str | None,
        typer.Option(
            metavar="URL", help="The page's address, which completes relative links."
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would come of it.")
    ] = False,
    report: Annotated[
        ReportFormat, typer.Option("--format", help="How to report.")
    ] = ReportFormat.TEXT,
) -> None:
    """Bring in a statement."""
    session: Session = context.obj
    _check_options(statement, locale, time_zone, base)
    if file == _FROM_STDIN and form is None:
        message = "standard input has no suffix: say what it is written in"
        raise typer.BadParameter(message, param_hint="--from")
    wishes = ImportWishes(
        statement_id=statement,
        name=_STDIN_NAME if file == _FROM_STDIN else Path(file).name,
        form=form,
        locale=locale,
        time_zone=time_zone,
        title=_words(title, "--title"),
        controller=_words(controller, "--controller"),
        base=base,
    )
    root = session.project.root
    _refuse_existing(root, statement)
    done = import_statement(_read(file), wishes)
    if not dry_run:
        write_files(root, done.files)
    if report is ReportFormat.JSON:
        answer_json(import_data(done, is_written=not dry_run))
    else:
        for line in import_report(done, is_written=not dry_run):
            answer(line)
        for line in [] if dry_run else next_steps(done):
            remark(line)
    if done.words.difference:
        raise typer.Exit(1)


def _check_options(
    statement: str, locale: str | None, time_zone: str | None, base: str | None
) -> None:
    if re.fullmatch(ID_FORM, statement, re.ASCII) is None:
        message = f'"{statement}" is no id: lower-case letters, digits and hyphens'
        raise typer.BadParameter(message, param_hint="--statement")
    if locale is not None and re.fullmatch(LOCALE_FORM, locale, re.ASCII) is None:
        message = f'"{locale}" is no locale such as en, es-US or zh-Hant'
        raise typer.BadParameter(message, param_hint="--locale")
    if base is not None and not base.startswith(("https://", "http://")):
        message = f'"{base}" is no whole address, which begins with https://'
        raise typer.BadParameter(message, param_hint="--base")
    try:
        ZoneInfo(time_zone or "UTC")
    except (ZoneInfoNotFoundError, OSError, ValueError):
        message = f'"{time_zone}" is no time zone such as America/Los_Angeles'
        raise typer.BadParameter(message, param_hint="--time-zone") from None


def _words(given: str | None, option: str) -> str | None:
    if given is None:
        return None
    words = " ".join(given.split())
    if not words:
        message = "it is empty"
        raise typer.BadParameter(message, param_hint=option)
    return words


def _refuse_existing(root: Path, statement_id: str) -> None:
    """Refuse to write where any file of a statement lies."""
    folder = root / StatementLayout(statement_id).folder
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if path.is_file() or path.is_symlink():
            raise StatementExistsError(statement_id, path.relative_to(root).as_posix())


def _read(file: str) -> bytes:
    if file == _FROM_STDIN:
        return read_stream(sys.stdin.buffer, _STDIN_NAME)
    return read_file(file)
