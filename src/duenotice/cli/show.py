"""`duenotice show`."""

from __future__ import annotations

import enum
from typing import Annotated

import typer

from duenotice.cli.output import answer
from duenotice.cli.output import answer_json
from duenotice.cli.session import AsOfOption
from duenotice.cli.session import Session
from duenotice.cli.session import StatementOption
from duenotice.cli.texts import DRAFT
from duenotice.cli.texts import draft_text
from duenotice.cli.texts import version_in_force
from duenotice.cli.texts import version_text
from duenotice.errors import DuenoticeError
from duenotice.model.statement import PlacedSection
from duenotice.model.statement import StatementText
from duenotice.render.text_forms import sections_data
from duenotice.render.text_forms import sections_html
from duenotice.render.text_forms import sections_markdown
from duenotice.store.project import read_statement
from duenotice.store.version import StoredVersion

HELP = (
    "Without VERSION it prints the text that was in force on the day. `draft` is the "
    "text in the working tree."
)
EXAMPLE = "Example: duenotice show --as-of 2025-03-01 --section retention"


class TextFormat(enum.StrEnum):
    """How a text is printed."""

    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"


class UnknownSectionError(DuenoticeError):
    """The text has no such section."""

    def __init__(self, section_id: str, text: StatementText) -> None:
        """Name it and those there are."""
        known = ", ".join(placed.section.id for placed in text.sections)
        super().__init__(
            f'the text has no section "{section_id}"', hint=f"Its sections: {known}."
        )


def run(
    context: typer.Context,
    version: Annotated[
        str | None, typer.Argument(help="A version label, or `draft`.")
    ] = None,
    as_of: AsOfOption = None,
    section: Annotated[
        str | None, typer.Option(metavar="ID", help="Only this section.")
    ] = None,
    locale: Annotated[
        str | None, typer.Option(help="The language; default: the source locale.")
    ] = None,
    statement: StatementOption = None,
    output: Annotated[
        TextFormat, typer.Option("--format", help="How to print the text.")
    ] = TextFormat.MARKDOWN,
) -> None:
    """Print the text of any version, or of any day."""
    session: Session = context.obj
    archive = read_statement(session.project.overlaid(), statement)
    stored: StoredVersion | None = None
    if version == DRAFT:
        text = draft_text(archive.draft, locale)
    else:
        if version is None:
            stored = version_in_force(archive, session.day(as_of, archive))
        else:
            stored = archive.find(version)
        text = version_text(stored, locale)
    _print(text, _chosen(text, section), stored, output)


def _chosen(text: StatementText, section: str | None) -> tuple[PlacedSection, ...]:
    if section is None:
        return text.sections
    placed = text.section(section)
    if placed is None:
        raise UnknownSectionError(section, text)
    return (placed,)


def _print(
    text: StatementText,
    sections: tuple[PlacedSection, ...],
    stored: StoredVersion | None,
    output: TextFormat,
) -> None:
    match output:
        case TextFormat.MARKDOWN:
            whole = len(sections) == len(text.sections)
            head = f"# {text.title}\n\n" if whole else ""
            answer(f"{head}{sections_markdown(sections)}".rstrip("\n"))
        case TextFormat.HTML:
            answer(sections_html(sections))
        case TextFormat.JSON:
            answer_json(
                {
                    "schema": "duenotice/text/1",
                    "statement": text.statement.id,
                    "version": None if stored is None else str(stored.label),
                    "digest": None if stored is None else stored.record.digest,
                    "locale": text.locale,
                    "title": text.title,
                    "sections": sections_data(sections),
                }
            )
