"""What `duenotice build` says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.cli.output import answer
from duenotice.cli.output import answer_json
from duenotice.cli.output import diagnostic_data
from duenotice.cli.output import remark
from duenotice.cli.output import shortened
from duenotice.cli.output import show_diagnostics
from duenotice.cli.standing import remark_uncommitted

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from duenotice.cli.session import Session
    from duenotice.cli.standing import Standing
    from duenotice.diagnostics import Diagnostic
    from duenotice.publish.plan import Plan
    from duenotice.store.archive import Archive


def show_remarks(archives: Iterable[Archive]) -> None:
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


def show_left_out(
    session: Session, standing: Standing, archives: Iterable[Archive]
) -> None:
    """Print what is written and not on the site."""
    for archive in archives:
        _show_unreleased(archive)
    remark_uncommitted(session, standing, "this build")


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


def show_plan(plan: Plan, *, is_json: bool) -> None:
    """Print the files that would be made."""
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


def show_result(
    plan: Plan,
    out: Path,
    found: list[Diagnostic],
    *,
    is_changed: bool,
    is_json: bool,
) -> None:
    """Print what was made."""
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
