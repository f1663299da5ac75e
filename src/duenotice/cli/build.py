"""`duenotice build`."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from duenotice.cli.build_report import show_left_out
from duenotice.cli.build_report import show_plan
from duenotice.cli.build_report import show_remarks
from duenotice.cli.build_report import show_result
from duenotice.cli.output import ReportFormat
from duenotice.cli.output import show_diagnostics
from duenotice.cli.session import AsOfOption
from duenotice.cli.session import Session
from duenotice.cli.session import StatementOption
from duenotice.cli.session import is_given
from duenotice.cli.session import read_day
from duenotice.cli.session import statement_of
from duenotice.cli.standing import Standing
from duenotice.cli.standing import committed_standing
from duenotice.cli.standing import standing_on_disk
from duenotice.diagnostics import Diagnostic
from duenotice.diagnostics import Severity
from duenotice.diagnostics import has_errors
from duenotice.publish.build import BuildRequest
from duenotice.publish.build import plan_site
from duenotice.publish.build import render_site
from duenotice.publish.site_folder import write_site
from duenotice.release.preview import preview_archive
from duenotice.review.audit import audited
from duenotice.review.gate import gate
from duenotice.store.archive import Archive
from duenotice.store.project import read_statements

HELP = (
    "Reads HEAD, with the project's templates, theme and settings, puts in force what "
    "is due on the day, and replaces the output folder as a whole. Exit status 1 where "
    "a version is held or a record is in error."
)
EXAMPLE = "Example: duenotice build --as-of 2027-12-01 --out preview"


def run(
    context: typer.Context,
    as_of: AsOfOption = None,
    out: Annotated[
        Path, typer.Option(metavar="DIR", help="The folder to write.")
    ] = Path("site"),
    statement: StatementOption = None,
    no_pdf: Annotated[
        bool, typer.Option("--no-pdf", help="Leave out the PDFs and the links to them.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print the plan and write nothing.")
    ] = False,
    worktree: Annotated[
        bool,
        typer.Option(
            "--worktree",
            help="Preview the site as if the draft were released and committed now; "
            "the manifest says that it is a preview.",
        ),
    ] = False,
    report: Annotated[
        ReportFormat, typer.Option("--format", help="How to report.")
    ] = ReportFormat.TEXT,
) -> None:
    """Build the site."""
    session: Session = context.obj
    standing = standing_on_disk(session) if worktree else committed_standing(session)
    archives = read_statements(standing.source, statement)
    day = _day(session, as_of, archives)
    found: list[Diagnostic] = [*standing.theme.faults]
    if worktree:
        archives = [_previewed(one, session, standing) for one in archives]
    else:
        archives = [_at_the_gate(one, standing, day, found) for one in archives]
    commit = None if worktree else session.project.repository.head()
    request = _request(standing, day, commit, with_pdf=not no_pdf)
    plan = plan_site(archives, request, standing.templates)
    show_remarks(archives)
    show_diagnostics(found)
    if not worktree:
        show_left_out(session, standing, archives)
    found += (one for archive in archives for one in archive.diagnostics)
    is_json = report is ReportFormat.JSON
    if dry_run:
        show_plan(plan, is_json=is_json)
    else:
        site = render_site(plan, archives, standing.templates, standing.theme)
        folder = out if out.is_absolute() else session.project.root / out
        # Nobody asked to write where a link in the project leads, but who names it.
        is_named = is_given(context, "out")
        is_changed = write_site(folder, site.files, may_be_link=is_named)
        show_result(plan, out, found, is_changed=is_changed, is_json=is_json)
    if has_errors(tuple(found)):
        raise typer.Exit(1)


def _request(
    standing: Standing, day: dt.date, commit: str | None, *, with_pdf: bool
) -> BuildRequest:
    return BuildRequest(
        as_of=day,
        commit=commit,
        comparisons=standing.settings.comparisons,
        home=standing.home,
        theme=standing.theme,
        with_pdf=with_pdf,
    )


def _day(session: Session, given: str | None, archives: list[Archive]) -> dt.date:
    """Give the day of the build.

    Where statements are of several time zones, the earliest day counts: nothing
    takes effect before its day has begun.
    """
    if given is not None:
        return read_day(given, "--as-of")
    return min(session.today(statement_of(archive)) for archive in archives)


def _previewed(archive: Archive, session: Session, standing: Standing) -> Archive:
    """Take the draft for a version of today."""
    today = session.today(statement_of(archive))
    return preview_archive(archive, standing.source[1], standing.customs, today)


def _at_the_gate(
    archive: Archive, standing: Standing, day: dt.date, found: list[Diagnostic]
) -> Archive:
    """Hold what doesn't pass the gate, and note why; nothing of what is not public."""
    book = standing.source[1]
    held, faults = audited(archive, standing.customs, day)
    found += faults
    told = {one.path for one in faults if one.severity is Severity.ERROR}
    public = {archive.layout.record_file(v.label) for v in archive.timeline.public(day)}
    found += (v for v in gate(archive, book, day) if v.path in public - told)
    return held
