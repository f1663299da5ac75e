"""`duenotice schema`."""

from __future__ import annotations

import enum
from typing import Annotated

import typer

from duenotice.cli.output import answer_json
from duenotice.parse.record_file import RECORD
from duenotice.parse.schema import KeysKind
from duenotice.parse.section_file import FRONT_MATTER
from duenotice.parse.statement_schema import STATEMENT

HELP = "Editors complete and check a file by its schema as you type."
EXAMPLE = "Example: duenotice schema statement > statement.schema.json"


class SchemaName(enum.StrEnum):
    """The files that have a schema."""

    STATEMENT = "statement"
    SECTION = "section"
    RECORD = "record"


_KINDS: dict[SchemaName, KeysKind] = {
    SchemaName.STATEMENT: STATEMENT,
    SchemaName.SECTION: FRONT_MATTER,
    SchemaName.RECORD: RECORD,
}


def run(
    name: Annotated[
        SchemaName,
        typer.Argument(help="`section` is the front matter of a section."),
    ] = SchemaName.STATEMENT,
) -> None:
    """Print the JSON Schema of a file."""
    answer_json(
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": f"duenotice {name.value}",
            **_KINDS[name].json_schema(),
        }
    )
