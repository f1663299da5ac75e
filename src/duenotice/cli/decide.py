"""`duenotice decide`."""

from __future__ import annotations

from typing import Annotated

import typer

from duenotice.cli.customs import sound_customs
from duenotice.cli.output import ReportFormat
from duenotice.cli.output import answer
from duenotice.cli.output import answer_json
from duenotice.cli.output import remark
from duenotice.cli.said import optional_said
from duenotice.cli.said import said
from duenotice.cli.session import Session
from duenotice.cli.session import StatementOption
from duenotice.cli.session import statement_of
from duenotice.materiality.levels import Level
from duenotice.model.record import Verdict
from duenotice.release.deciding import Decided
from duenotice.release.deciding import Ruling
from duenotice.release.deciding import decide
from duenotice.store.archive import Archive
from duenotice.store.gate import open_findings
from duenotice.store.project import read_statement
from duenotice.store.version import StoredVersion
from duenotice.store.writing import write_files

HELP = (
    "A finding that needs review blocks its version until a person has decided. A "
    "material finding stands unless a person overrules it, which stays visible in the "
    "record. Once the version is recorded a decision is added as an event, and never "
    "shortens a date. `check` lists the findings."
)
EXAMPLE = (
    "Example: duenotice decide 2026-11-24 weighed:retention:web-logs:1 --verdict "
    'editorial --by "A. Editor" --reason "The same period, in other words."'
)


def run(
    context: typer.Context,
    version: Annotated[str, typer.Argument(help="A version label.")],
    findings: Annotated[
        list[str], typer.Argument(metavar="FINDING...", help="The ids of findings.")
    ],
    verdict: Annotated[
        Verdict,
        typer.Option(help="Whether people must be told of it before it takes effect."),
    ],
    by: Annotated[str, typer.Option(metavar="NAME", help="Who decides.")],
    reason: Annotated[
        str, typer.Option(metavar="TEXT", help="Why; it stays in the record.")
    ],
    public: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT", help="What the public may read of it; default: nothing."
        ),
    ] = None,
    statement: StatementOption = None,
    report: Annotated[
        ReportFormat, typer.Option("--format", help="How to report.")
    ] = ReportFormat.TEXT,
) -> None:
    """Decide whether a finding needs notice."""
    session: Session = context.obj
    archive = read_statement(session.project.on_disk(), statement)
    stored = archive.find(version)
    ruling = Ruling(
        verdict=verdict,
        by=said(by, "--by"),
        on=session.today(statement_of(archive)),
        reason=said(reason, "--reason"),
        public=optional_said(public, "--public"),
    )
    decided = decide(archive, stored, findings, ruling, sound_customs(session))
    write_files(session.project.root, decided.changes.files)
    if report is ReportFormat.JSON:
        answer_json(_data(archive, decided, ruling))
    else:
        _show(archive, stored, decided, ruling)


def _show(
    archive: Archive, version: StoredVersion, decided: Decided, ruling: Ruling
) -> None:
    for one in decided.findings:
        answer(f"{one.id}: {ruling.verdict} (by {ruling.by})")
    if decided.is_event:
        answer(f"Recorded as an event of version {version.label}.")
        if ruling.verdict is Verdict.MATERIAL:
            remark(
                "Nobody was told of it, so the version is held: release its text anew, "
                "with a notice that speaks of it."
            )
        remark("Commit the record: it counts once it is on the publishing branch.")
        return
    assessment = decided.record.assessment
    if assessment is not None:
        level = Level[assessment.level]
        answer(f"Notice: {level.name}, {level.word}. {level.asks}")
    open_ones = open_findings(decided.record)
    noun = "finding still needs" if len(open_ones) == 1 else "findings still need"
    if open_ones:
        remark(f"{len(open_ones)} {noun} a decision: {', '.join(open_ones)}")
    if decided.is_approval_dropped:
        remark("The notice has other things to tell now: approve it again.")
    remark(f"Commit {archive.layout.home(version.label)}/ with the version.")


def _data(archive: Archive, decided: Decided, ruling: Ruling) -> dict[str, object]:
    assessment = decided.record.assessment
    return {
        "schema": "duenotice/decision/1",
        "statement": archive.statement_id,
        "version": str(decided.record.version),
        "findings": [one.id for one in decided.findings],
        "verdict": ruling.verdict.value,
        "as_event": decided.is_event,
        "level": None if assessment is None else assessment.level,
        "open": list(open_findings(decided.record)),
    }
