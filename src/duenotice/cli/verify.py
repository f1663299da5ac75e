"""`duenotice verify`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from typing import Annotated

import typer

from duenotice.cli.customs import committed_in
from duenotice.cli.notice_report import tally_lines
from duenotice.cli.output import ReportFormat
from duenotice.cli.output import answer
from duenotice.cli.output import answer_json
from duenotice.cli.output import counted
from duenotice.cli.output import diagnostic_data
from duenotice.cli.output import show_diagnostics
from duenotice.cli.session import Session
from duenotice.cli.session import StatementOption
from duenotice.cli.session import statement_of
from duenotice.diagnostics import Severity
from duenotice.mailing.runs.checking import check_run
from duenotice.publish.verification import verify_site
from duenotice.review.audit import audited
from duenotice.store.project import read_statements

if TYPE_CHECKING:
    from duenotice.diagnostics import Diagnostic
    from duenotice.mailing.runs.checking import RunCheck
    from duenotice.publish.verification import SiteCheck
    from duenotice.store.archive import Archive

HELP = (
    "Holds every recorded version against its digests, its chain and its assessment, "
    "as HEAD has them; with --site every file of a published site against its "
    "manifest; and with --run the files of a run of `notice` against its record. Exit "
    "status 1 where something is not as it was recorded, built or made."
)
EXAMPLE = "Example: duenotice verify --site site"


def run(
    context: typer.Context,
    site: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="A published site, as `build` wrote it."),
    ] = None,
    run_address: Annotated[
        str | None,
        typer.Option(
            "--run", metavar="ADDRESS", help="A run of `notice`, as it wrote it."
        ),
    ] = None,
    without_personal_data: Annotated[
        bool,
        typer.Option(
            "--without-personal-data",
            help="With --run: leave out the files that hold such data, where they were "
            "deleted after the messages went out.",
        ),
    ] = False,
    statement: StatementOption = None,
    report: Annotated[
        ReportFormat, typer.Option("--format", help="How to report.")
    ] = ReportFormat.TEXT,
) -> None:
    """Say whether records, a site and a run are as they were made."""
    if without_personal_data and run_address is None:
        message = "name the run with --run"
        raise typer.BadParameter(message, param_hint="--without-personal-data")
    session: Session = context.obj
    source = session.project.committed()
    archives = read_statements(source, statement)
    customs = committed_in(source[0])
    found = []
    for archive in archives:
        _, faults = audited(archive, customs, session.today(statement_of(archive)))
        found += [*archive.diagnostics, *faults]
    errors = [one for one in found if one.severity is Severity.ERROR]
    checked = None if site is None else verify_site(site)
    made = None
    if run_address is not None:
        made = check_run(
            run_address, archives, without_personal_data=without_personal_data
        )
    if report is ReportFormat.JSON:
        answer_json({**_data(archives, errors, checked), "run": _run_data(made)})
    else:
        _show(archives, errors, site, checked)
        if made is not None:
            _show_run(run_address, made)
    if errors or any(one is not None and one.faults for one in (checked, made)):
        raise typer.Exit(1)


def _show(
    archives: list[Archive],
    errors: list[Diagnostic],
    site: Path | None,
    checked: SiteCheck | None,
) -> None:
    show_diagnostics(errors)
    for archive in archives:
        versions = counted(len(archive.versions), "version")
        path = f"{archive.layout.folder}/"
        own = sum(one.path.startswith(path) for one in errors)
        state = counted(own, "error") if own else "as recorded"
        answer(f"{archive.statement_id}: {versions}, {state}")
    if checked is not None:
        for fault in checked.faults:
            answer(f"  {fault}")
        state = counted(len(checked.faults), "fault") if checked.faults else "as built"
        files = counted(checked.files, "file")
        answer(f"{site}/: {files} as of {checked.as_of}, {state}")


def _show_run(address: str | None, made: RunCheck) -> None:
    for fault in made.faults:
        answer(f"  {fault}")
    state = counted(len(made.faults), "fault") if made.faults else "as made"
    version = made.record.plan.version
    answer(f"{address}: {counted(made.files, 'file')} on version {version}, {state}")
    if made.record.plan.options.is_trial:
        answer("  a trial with some members: it can't be recorded as proof")
    if made.unchecked:
        answer(f"  {_unchecked_words(made)}")
    for line in tally_lines(made.record.tally):
        answer(f"  {line}")
    answer(f"  proof {made.digest}")


def _unchecked_words(made: RunCheck) -> str:
    here = f"{made.unchecked_here:,} still here" if made.unchecked_here else "not here"
    return (
        f"not checked: {counted(made.unchecked, 'file')} with personal data (messages, "
        f"rejected and suppressed rows), {here}"
    )


def _run_data(made: RunCheck | None) -> dict[str, object] | None:
    if made is None:
        return None
    return {
        "statement": made.record.plan.statement,
        "version": made.record.plan.version,
        "trial": made.record.plan.options.is_trial,
        "proof": made.digest,
        "counts": made.record.tally.data(),
        "files": made.files,
        "files_unchecked": made.unchecked,
        "faults": list(made.faults),
    }


def _data(
    archives: list[Archive], errors: list[Diagnostic], checked: SiteCheck | None
) -> dict[str, object]:
    return {
        "schema": "duenotice/verification/1",
        "statements": [
            {
                "statement": archive.statement_id,
                "versions": [str(label) for label in archive.versions],
            }
            for archive in archives
        ],
        "diagnostics": diagnostic_data(errors),
        "site": None
        if checked is None
        else {
            "commit": checked.commit,
            "as_of": checked.as_of,
            "files": checked.files,
            "faults": list(checked.faults),
        },
    }
