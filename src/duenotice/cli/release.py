"""`duenotice release`."""

from __future__ import annotations

from typing import Annotated

import typer

from duenotice.cli.customs import sound_customs
from duenotice.cli.output import ReportFormat
from duenotice.cli.output import answer
from duenotice.cli.output import answer_json
from duenotice.cli.output import days_between
from duenotice.cli.output import remark
from duenotice.cli.output import show_diagnostics
from duenotice.cli.release_options import AdoptOption
from duenotice.cli.release_options import AgainOption
from duenotice.cli.release_options import AmendsOption
from duenotice.cli.release_options import ByOption
from duenotice.cli.release_options import DiscardOption
from duenotice.cli.release_options import EffectiveOption
from duenotice.cli.release_options import LawOption
from duenotice.cli.release_options import PublishedOption
from duenotice.cli.release_options import ReachesOption
from duenotice.cli.release_options import VersionOption
from duenotice.cli.release_report import next_steps
from duenotice.cli.release_report import outcome_of
from duenotice.cli.release_report import release_lines
from duenotice.cli.said import optional_said
from duenotice.cli.session import Session
from duenotice.cli.session import StatementOption
from duenotice.cli.session import optional_day
from duenotice.cli.session import statement_of
from duenotice.diagnostics import Severity
from duenotice.model.label import VersionLabel
from duenotice.model.record import Record
from duenotice.release.proposals import discard
from duenotice.release.proposals import release_again
from duenotice.release.release import plan_release
from duenotice.release.request import Release
from duenotice.release.request import ReleaseRequest
from duenotice.store.archive import Archive
from duenotice.store.archive import read_archive
from duenotice.store.checking import check_draft
from duenotice.store.gate import open_findings
from duenotice.store.layout import STATEMENT_FILE
from duenotice.store.project import select_statement
from duenotice.store.writing import write_files

HELP = (
    "Assesses what the draft changes, works out the first permitted day, stamps the "
    "sections that changed, and writes the version's folder with its notice as a first "
    "draft. The version is proposed until it is committed to the publishing branch; "
    "then it is fixed."
)
EXAMPLE = "Example: duenotice release --effective 2027-01-15 --reaches new"


def run(
    context: typer.Context,
    version: VersionOption = None,
    published: PublishedOption = None,
    effective: EffectiveOption = None,
    reaches: ReachesOption = None,
    required_by_law: LawOption = None,
    amends: AmendsOption = None,
    adopt: AdoptOption = False,
    by: ByOption = None,
    again: AgainOption = False,
    undo: DiscardOption = False,
    statement: StatementOption = None,
    report: Annotated[
        ReportFormat, typer.Option("--format", help="How to report.")
    ] = ReportFormat.TEXT,
) -> None:
    """Make a version of the draft."""
    if again and undo:
        message = "--again and --discard exclude each other"
        raise typer.BadParameter(message)
    if adopt and by is None:
        message = "an adopted version needs a name that vouches for its dates"
        raise typer.BadParameter(message, param_hint="--by")
    session: Session = context.obj
    tree, book = session.project.on_disk()
    archive = read_archive(tree, select_statement(tree, statement), book)
    if undo:
        _discard(session, archive, is_json=report is ReportFormat.JSON)
        return
    request = ReleaseRequest(
        today=session.today(statement_of(archive)),
        version=None if version is None else _label(version),
        published=optional_day(published, "--published"),
        effective=optional_day(effective, "--effective"),
        reaches=reaches,
        required_by_law=optional_said(required_by_law, "--required-by-law"),
        amends=amends,
        adopted_by=optional_said(by, "--by") if adopt else None,
    )
    customs = sound_customs(session)
    found = check_draft(archive, profiles=customs.profiles)
    if again:
        release = release_again(archive, book, request, customs, found=found)
    else:
        release = plan_release(archive, request, customs, found=found)
    write_files(session.project.root, release.changes.files)
    show_diagnostics(one for one in found if one.severity is Severity.WARNING)
    session.remark_missing_branch()
    if report is ReportFormat.JSON:
        answer_json(_data(archive, release))
    else:
        _show(archive, release, request)


def _label(text: str) -> VersionLabel:
    try:
        return VersionLabel.parse(text)
    except ValueError:
        message = f'"{text}" is no label in the form 2026-11-24 or 2026-11-24.2'
        raise typer.BadParameter(message, param_hint="--version") from None


def _discard(session: Session, archive: Archive, *, is_json: bool) -> None:
    labels, changes = discard(archive)
    write_files(session.project.root, changes.files)
    names = [str(label) for label in labels]
    if is_json:
        answer_json({"schema": "duenotice/discard/1", "discarded": names})
    else:
        noun = "Version" if len(names) == 1 else "Versions"
        answer(f"{noun} {' and '.join(names)} discarded; the draft's text is kept.")


def _data(archive: Archive, release: Release) -> dict[str, object]:
    return {
        "schema": "duenotice/release/1",
        "statement": archive.statement_id,
        "lead_days": release.lead.days,
        "lead_reason": release.lead.reason,
        "earliest_effective": release.lead.earliest.isoformat(),
        "versions": [
            {
                "version": str(record.version),
                "published": record.published.isoformat(),
                "effective": record.effective.isoformat(),
                "supersedes": str(record.supersedes or "") or None,
                "sections": _revised(record),
                "level": None if record.assessment is None else record.assessment.level,
                "outcome": outcome_of(record),
                "undecided": list(open_findings(record)),
                "approved": record.approved is not None,
                "digest": record.digest,
            }
            for record in release.records
        ],
    }


def _show(archive: Archive, release: Release, request: ReleaseRequest) -> None:
    last = release.records[-1]
    for record in release.records:
        away = days_between((record.effective - request.today).days)
        why = release.lead.reason if record is last else "the text in force, corrected"
        answer(f"Version {record.version} of {archive.statement_id} is proposed.")
        answer(f"  published  {record.published}")
        answer(f"  effective  {record.effective}, {away} ({why})")
        answer(f"  revised    {_revised_words(record)}")
        for line in release_lines(record):
            answer(f"  {line}")
    for locale, section_id in release.catching_up:
        remark(
            f"note: {locale}/{section_id}.md changed; it is taken to render the source "
            "section as it is now."
        )
    for finding in release.dropped:
        remark(f"note: the decision about {finding} fits no longer, and is dropped.")
    if release.is_approval_dropped:
        remark("note: the notice has other things to tell now: approve it again.")
    for line in next_steps(archive, release):
        remark(line)


def _revised_words(record: Record) -> str:
    is_new = record.lock.statement.version == record.version
    revised = [STATEMENT_FILE] * is_new + _revised(record)
    return ", ".join(revised) or "nothing anew: its texts stand in earlier versions"


def _revised(record: Record) -> list[str]:
    return [
        f"{locale}/{one.id}"
        for locale, sections in record.lock.locales.items()
        for one in sections
        if one.version == record.version
    ]
