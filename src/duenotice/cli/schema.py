"""`duenotice schema`."""

from __future__ import annotations

import enum
from typing import Annotated
from typing import Any

import typer

from duenotice.cli.output import answer_json
from duenotice.parse.record_file import RECORD
from duenotice.parse.schema import KeysKind
from duenotice.parse.section_file import FRONT_MATTER
from duenotice.parse.statement_schema import STATEMENT
from duenotice.render.redline_schema import comparison_schema

HELP = (
    "Editors complete and check a file by its schema as you type. `comparison` is what "
    "`compare --format json` prints."
)
EXAMPLE = "Example: duenotice schema statement > statement.schema.json"


class SchemaName(enum.StrEnum):
    """What has a schema: files, and what is printed as JSON."""

    STATEMENT = "statement"
    SECTION = "section"
    RECORD = "record"
    COMPARISON = "comparison"


_KINDS: dict[SchemaName, KeysKind] = {
    SchemaName.STATEMENT: STATEMENT,
    SchemaName.SECTION: FRONT_MATTER,
    SchemaName.RECORD: RECORD,
}


def _schema(name: SchemaName) -> dict[str, Any]:
    if name is SchemaName.COMPARISON:
        return comparison_schema()
    return _KINDS[name].json_schema()


def run(
    name: Annotated[
        SchemaName,
        typer.Argument(help="`section` is the front matter of a section."),
    ] = SchemaName.STATEMENT,
) -> None:
    """Print the JSON Schema of a file, or of a comparison."""
    answer_json(
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": f"duenotice {name.value}",
            **_schema(name),
        }
    )
