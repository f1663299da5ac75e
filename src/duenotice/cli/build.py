"""`duenotice build`."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from duenotice.cli.customs import committed_in
from duenotice.cli.customs import sound_customs
from duenotice.cli.output import ReportFormat
from duenotice.cli.output import answer
from duenotice.cli.output import answer_json
from duenotice.cli.output import diagnostic_data
from duenotice.cli.output import remark
from duenotice.cli.output import shortened
from duenotice.cli.output import show_diagnostics
from duenotice.cli.session import AsOfOption
from duenotice.cli.session import Session
from duenotice.cli.session import StatementOption
from duenotice.cli.session import read_day
from duenotice.cli.session import statement_of
from duenotice.diagnostics import Diagnostic
from duenotice.diagnostics import Severity
from duenotice.diagnostics import has_errors
from duenotice.publish.build import BuildRequest
from duenotice.publish.build import plan_site
from duenotice.publish.build import project_templates
from duenotice.publish.build import render_site
from duenotice.publish.plan import Plan
from duenotice.publish.site_folder import write_site
from duenotice.publish.web_home import WebHome
from duenotice.release.preview import preview_archive
from duenotice.render.environment import Templates
from duenotice.review.audit import audited
from duenotice.review.gate import gate
from duenotice.store.archive import Archive
from duenotice.store.customs import Customs
from duenotice.store.dating import RecordBook
from duenotice.store.project import read_statements
from duenotice.store.theme import read_theme
from duenotice.store.theme import theme_on_disk

HELP = (
    "Reads HEAD, puts in force what is due on the day, and replaces the output folder "
    "as a whole. Exit status 1 where a version is held or a record is in error."
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
    source = session.project.on_disk() if worktree else session.project.committed()
    archives = read_statements(source, statement)
    day = _day(session, as_of, archives)
    customs = sound_customs(session) if worktree else committed_in(source[0])
    theme = theme_on_disk(session.root) if worktree else read_theme(source[0])
    found: list[Diagnostic] = [*theme.faults]
    if worktree:
        archives = [
            preview_archive(one, source[1], customs, session.today(statement_of(one)))
            for one in archives
        ]
    else:
        archives = [
            _at_the_gate(one, source[1], customs, day, found) for one in archives
        ]
    templates = Templates(project_templates(session.project.root))
    request = BuildRequest(
        as_of=day,
        commit=None if worktree else session.project.repository.head(),
        comparisons=session.config.comparisons,
        home=WebHome(
            address=session.config.site_address,
            feed_authority=session.config.feed_authority,
        ),
        theme=theme,
        with_pdf=not no_pdf,
    )
    plan = plan_site(archives, request, templates)
    is_json = report is ReportFormat.JSON
    _show_remarks(archives)
    show_diagnostics(found)
    held = any(has_errors(one.diagnostics) for one in archives)
    held = held or has_errors(tuple(found))
    if not worktree:
        _show_what_is_left_out(session, archives)
    if dry_run:
        _show_plan(plan, is_json=is_json)
    else:
        folder = out if out.is_absolute() else session.project.root / out
        site = render_site(plan, archives, templates, theme)
        # Nobody asked to write where a link in the project leads, but who names it.
        is_named = _is_given(context, "out")
        is_changed = write_site(folder, site.files, may_be_link=is_named)
        found += (one for archive in archives for one in archive.diagnostics)
        _show_result(plan, out, found, is_changed=is_changed, is_json=is_json)
    if held:
        raise typer.Exit(1)


def _is_given(context: typer.Context, option: str) -> bool:
    """Tell whether an option was given, be it with its default value."""
    source = context.get_parameter_source(option)
    return source is not None and source.name != "DEFAULT"


def _day(session: Session, given: str | None, archives: list[Archive]) -> dt.date:
    """Give the day of the build.

    Where statements are of several time zones, the earliest day counts: nothing
    takes effect before its day has begun.
    """
    if given is not None:
        return read_day(given, "--as-of")
    return min(session.today(statement_of(archive)) for archive in archives)


def _at_the_gate(
    archive: Archive,
    book: RecordBook,
    customs: Customs,
    day: dt.date,
    found: list[Diagnostic],
) -> Archive:
    """Hold what doesn't pass the gate, and note why; nothing of what is not public."""
    held, faults = audited(archive, customs, day)
    found += faults
    told = {one.path for one in faults if one.severity is Severity.ERROR}
    public = {archive.layout.record_file(v.label) for v in archive.timeline.public(day)}
    found += (v for v in gate(archive, book, day) if v.path in public - told)
    return held


def _show_remarks(archives: list[Archive]) -> None:
    """Print what is wrong with versions."""
    for archive in archives:
        show_diagnostics(archive.diagnostics)
        for label in archive.unchecked:
            remark(
                f"warning: {archive.statement_id}: this clone is shallow, so the day "
                f"on which {label} was recorded can't be checked; its record says "
                f"{archive.versions[label].record.published}. Clone with full history "
                "(in CI: fetch-depth 0) to check it."
            )


def _show_what_is_left_out(session: Session, archives: list[Archive]) -> None:
    """Print what is written and not on the site."""
    for archive in archives:
        _show_unreleased(archive)
    changed = session.project.repository.changed_paths()
    if changed:
        remark(
            f"warning: {_counted(len(changed))} in no commit, and so not in "
            f"this build: {shortened(changed)}"
        )


def _show_unreleased(archive: Archive) -> None:
    newest = archive.basis
    if newest is None or newest.faults or archive.draft.statement_file is None:
        return
    if unreleased := archive.unreleased():
        remark(
            f"warning: {archive.statement_id}: the draft differs from version "
            f"{newest.label} and is not published: {shortened(unreleased)}. "
            "`duenotice release` makes a version of it."
        )


def _show_plan(plan: Plan, *, is_json: bool) -> None:
    files = [
        {
            "path": one.path,
            "kind": one.kind.value,
            "digest": one.digest(plan.environment),
        }
        for one in plan.files
    ]
    if is_json:
        answer_json(
            {
                "schema": "duenotice/plan/1",
                "as_of": plan.as_of.isoformat(),
                "commit": plan.commit,
                "files": files,
            }
        )
        return
    for one in files:
        answer(f"{one['digest'][:12]}  {one['kind']:<9}  {one['path']}")


def _show_result(
    plan: Plan,
    out: Path,
    found: list[Diagnostic],
    *,
    is_changed: bool,
    is_json: bool,
) -> None:
    if is_json:
        answer_json(
            {
                "schema": "duenotice/build/1",
                "as_of": plan.as_of.isoformat(),
                "commit": plan.commit,
                "out": str(out),
                "files": len(plan.files) + 1,
                "changed": is_changed,
                "diagnostics": diagnostic_data(found),
            }
        )
        return
    done = "written" if is_changed else "unchanged"
    commit = "preview" if plan.commit is None else f"commit {plan.commit[:10]}"
    answer(f"{out}/: {len(plan.files) + 1} files as of {plan.as_of}, {commit}: {done}")


def _counted(files: int) -> str:
    return "1 changed file is" if files == 1 else f"{files} changed files are"
