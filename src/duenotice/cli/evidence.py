"""`duenotice evidence`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from duenotice.cli.output import answer
from duenotice.cli.output import counted
from duenotice.cli.output_file import write_output
from duenotice.cli.session import AsOfOption
from duenotice.cli.session import Session
from duenotice.cli.session import StatementOption
from duenotice.mailing.runs.proof import proof_files
from duenotice.publish.evidence import Extras
from duenotice.publish.evidence import bundle
from duenotice.publish.evidence import evidence_files
from duenotice.store.faulty import FaultyTextError
from duenotice.store.project import read_statement
from duenotice.store.tree import STATEMENTS

HELP = (
    "A ZIP for an auditor: the text, the text before, what changed, the notice, what "
    "was found and decided, when people were told, and the hashes to check it all. "
    "Reads HEAD. The reasons that persons gave stay out without --internal."
)
EXAMPLE = "Example: duenotice evidence 2026-11-24 -o evidence.zip"


def run(
    context: typer.Context,
    version: Annotated[str, typer.Argument(help="A version label.")],
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE.zip", help="Where to.")
    ],
    internal: Annotated[
        bool,
        typer.Option("--internal", help="Add the record with the reasons in it."),
    ] = False,
    runs: Annotated[
        list[str] | None,
        typer.Option(
            "--run",
            metavar="ADDRESS",
            help="Add the record and the words of a run of `notice` that is recorded "
            "as proof; none of both names a member. Repeatable.",
        ),
    ] = None,
    as_of: AsOfOption = None,
    statement: StatementOption = None,
) -> None:
    """Gather the evidence of a version."""
    session: Session = context.obj
    source = session.project.committed()
    archive = read_statement(source, statement)
    stored = archive.find(version)
    # Another notice than the approved one breaks no version, and is no evidence.
    faults = stored.faults or tuple(stored.text_faults())
    if faults:
        raise FaultyTextError(faults)
    day = session.day(as_of, archive)
    proofs: dict[str, bytes] = {}
    for address in runs or ():
        proofs |= proof_files(address, stored)
    extras = Extras(is_internal=internal, runs=proofs)
    files = evidence_files(archive, stored, source[1], day, extras=extras)
    write_output(output, bundle(files), inputs=[session.project.root / STATEMENTS])
    answer(f"{output}: {counted(len(files), 'file')} on version {stored.label}")
