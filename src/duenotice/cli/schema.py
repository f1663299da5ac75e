"""`duenotice schema`."""

from __future__ import annotations

import enum
from collections.abc import Callable
from typing import Annotated
from typing import Any

import typer

from duenotice.cli.output import answer_json
from duenotice.mailing.members.settings_schema import MAILING
from duenotice.parse.record_schema import RECORD
from duenotice.parse.schema import KeysKind
from duenotice.parse.section_file import FRONT_MATTER
from duenotice.parse.statement_schema import STATEMENT
from duenotice.parse.theme_schema import THEME
from duenotice.render.data_schema import banner_schema
from duenotice.render.data_schema import banners_schema
from duenotice.render.data_schema import version_schema
from duenotice.render.data_schema import versions_schema
from duenotice.render.redline_schema import comparison_schema

HELP = (
    "Editors complete and check a file by its schema as you type. `comparison` is what "
    "`compare --format json` prints; `versions`, `version`, `banner` and "
    "`banners` are data of the site."
)
EXAMPLE = "Example: duenotice schema statement > statement.schema.json"


class SchemaName(enum.StrEnum):
    """What has a schema: files, and what is printed as JSON."""

    STATEMENT = "statement"
    SECTION = "section"
    RECORD = "record"
    THEME = "theme"
    MAILING = "mailing"
    COMPARISON = "comparison"
    VERSIONS = "versions"
    VERSION = "version"
    BANNER = "banner"
    BANNERS = "banners"


_KINDS: dict[SchemaName, KeysKind] = {
    SchemaName.STATEMENT: STATEMENT,
    SchemaName.SECTION: FRONT_MATTER,
    SchemaName.RECORD: RECORD,
    SchemaName.THEME: THEME,
    SchemaName.MAILING: MAILING,
}


_DATA: dict[SchemaName, Callable[[], dict[str, Any]]] = {
    SchemaName.COMPARISON: comparison_schema,
    SchemaName.VERSIONS: versions_schema,
    SchemaName.VERSION: version_schema,
    SchemaName.BANNER: banner_schema,
    SchemaName.BANNERS: banners_schema,
}


def _schema(name: SchemaName) -> dict[str, Any]:
    return _DATA[name]() if name in _DATA else _KINDS[name].json_schema()


def run(
    name: Annotated[
        SchemaName,
        typer.Argument(help="`section` is the front matter of a section."),
    ] = SchemaName.STATEMENT,
) -> None:
    """Print the JSON Schema of a file, of a comparison, or of the site's data."""
    answer_json(
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": f"duenotice {name.value}",
            **_schema(name),
        }
    )
