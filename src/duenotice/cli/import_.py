"""`duenotice import`."""

from __future__ import annotations

import sys
from pathlib import Path

import typer

from duenotice.cli import import_options as options
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
from duenotice.intake.source_file import read_file
from duenotice.intake.source_file import read_stream
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
    file: options.FileArgument,
    statement: options.NewStatementOption,
    form: options.FormOption = None,
    locale: options.LocaleOption = None,
    time_zone: options.TimeZoneOption = None,
    title: options.TitleOption = None,
    controller: options.ControllerOption = None,
    base: options.BaseOption = None,
    dry_run: options.DryRunOption = False,
    report: options.ReportOption = ReportFormat.TEXT,
) -> None:
    """Bring in a statement."""
    session: Session = context.obj
    options.check_values(statement, locale, time_zone, base)
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
