"""`duenotice compare`."""

from __future__ import annotations

import datetime as dt
import enum
import os
import sys
from pathlib import Path
from typing import Annotated
from typing import assert_never

import typer

from duenotice.cli.compared import Compared
from duenotice.cli.compared import Pair
from duenotice.cli.compared import Sides
from duenotice.cli.left_out import DIFFERS
from duenotice.cli.left_out import LeftOutDiffersError
from duenotice.cli.left_out import differing
from duenotice.cli.left_out import left_out_data
from duenotice.cli.left_out import say_left_out
from duenotice.cli.output import json_text
from duenotice.cli.output import remark
from duenotice.cli.output import write_bytes
from duenotice.cli.output_file import write_output
from duenotice.cli.session import AsOfOption
from duenotice.cli.session import Session
from duenotice.cli.session import StatementOption
from duenotice.compare import Comparison
from duenotice.compare import compare
from duenotice.diagnostics import visible
from duenotice.errors import DuenoticeError
from duenotice.render.redline_data import comparison_data
from duenotice.render.redline_text import MARKDOWN_MARKS
from duenotice.render.redline_text import PLAIN_MARKS
from duenotice.render.redline_text import TERMINAL_MARKS
from duenotice.render.redline_text import redline_text
from duenotice.store.tree import STATEMENTS

HELP = (
    "OLD and NEW are a version label, `draft`, `in-force`, `git:REV`, or the path of a "
    "Markdown, text or HTML file."
)
EXAMPLE = "Example: duenotice compare in-force draft"


class RedlineFormat(enum.StrEnum):
    """How a comparison is printed."""

    TERMINAL = "terminal"
    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"
    PDF = "pdf"
    DOCX = "docx"


_PAGES = {RedlineFormat.HTML, RedlineFormat.PDF, RedlineFormat.DOCX}


class CouldNotCompareError(DuenoticeError):
    """The texts could not be compared: that is never shown as no difference."""

    def __init__(self, reason: str) -> None:
        """Give the reason."""
        super().__init__(f"the texts could not be compared: {reason}")


def run(
    context: typer.Context,
    old: Annotated[str, typer.Argument(help="The earlier text.")],
    new: Annotated[str, typer.Argument(help="The later text.")],
    as_of: AsOfOption = None,
    locale: Annotated[
        str | None, typer.Option(help="The language; default: the source locale.")
    ] = None,
    statement: StatementOption = None,
    output: Annotated[
        RedlineFormat,
        typer.Option("--format", help="How to print; `text` is without colours."),
    ] = RedlineFormat.TERMINAL,
    side_by_side: Annotated[
        bool,
        typer.Option("--side-by-side", help="In HTML, show both texts in parallel."),
    ] = False,
    file: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write to a file."),
    ] = None,
) -> None:
    """Show what changed between two texts."""
    session: Session = context.obj
    sides = Sides(session, statement, as_of)
    one, other = sides.find(old, locale), sides.find(new, locale)
    comparison = compare(one.document, other.document)
    if comparison.could_not and output is not RedlineFormat.JSON:
        raise CouldNotCompareError(comparison.could_not)
    pair = (one, other)
    say_left_out(*pair)
    _say_prevailing(*pair)
    unread = differing(one.left_out, other.left_out) if comparison.is_same else ""
    if unread and output in _PAGES:
        raise LeftOutDiffersError(unread)
    match output:
        case RedlineFormat.HTML:
            data = _html(session, comparison, pair, is_parallel=side_by_side)
        case RedlineFormat.PDF:
            data = _pdf(session, comparison, pair, sides.day())
        case RedlineFormat.DOCX:
            data = _docx(session, comparison, pair)
        case RedlineFormat.JSON:
            data = _json(comparison, pair, unread)
        case RedlineFormat.TERMINAL | RedlineFormat.TEXT | RedlineFormat.MARKDOWN:
            is_coloured = file is None and _shows_colours()
            data = _text(comparison, output, unread, is_coloured=is_coloured).encode()
        case _:
            assert_never(output)
    if file is None:
        write_bytes(data)
    else:
        write_output(file, data, inputs=_inputs(session, pair))
    if comparison.could_not or unread:
        raise typer.Exit(1)


def _say_prevailing(old: Compared, new: Compared) -> None:
    """Say where another language prevails: that is printed beside the texts."""
    if old.statement is None or new.statement is None:
        return
    was, now = old.statement.prevailing_locale, new.statement.prevailing_locale
    if was != now:
        remark(f'note: where the languages differ, "{now}" prevails; it was "{was}"')


def _html(
    session: Session, comparison: Comparison, pair: Pair, *, is_parallel: bool
) -> bytes:
    # Loads what makes pages, which takes a while.
    from duenotice.cli.redline_file import redline_html_file  # noqa: PLC0415

    return redline_html_file(session, comparison, pair, is_parallel=is_parallel)


def _pdf(session: Session, comparison: Comparison, pair: Pair, day: dt.date) -> bytes:
    from duenotice.cli.redline_file import redline_pdf_file  # noqa: PLC0415

    return redline_pdf_file(session, comparison, pair, day)


def _docx(session: Session, comparison: Comparison, pair: Pair) -> bytes:
    from duenotice.cli.redline_file import redline_docx_file  # noqa: PLC0415

    return redline_docx_file(session, comparison, pair)


def _inputs(session: Session, pair: Pair) -> list[Path]:
    """Give the files that are compared, and the folder of all statements."""
    files = [side.path for side in pair if side.path is not None]
    return files if session.root is None else [*files, session.root / STATEMENTS]


def _json(comparison: Comparison, pair: Pair, unread: str) -> bytes:
    old, new = pair
    data = comparison_data(comparison, old=old.name, new=new.name, locale=new.locale)
    data["same"] = comparison.is_same and not unread
    data["left_out"] = {
        "old": left_out_data(old.left_out),
        "new": left_out_data(new.left_out),
    }
    return json_text(data).encode()


def _text(
    comparison: Comparison, output: RedlineFormat, unread: str, *, is_coloured: bool
) -> str:
    if unread:
        return visible(f"No difference in what was read; {DIFFERS}: {unread}.") + "\n"
    if comparison.is_same:
        return "No difference.\n"
    if output is RedlineFormat.MARKDOWN:
        return redline_text(comparison, MARKDOWN_MARKS)
    has_colours = output is RedlineFormat.TERMINAL and is_coloured
    return redline_text(comparison, TERMINAL_MARKS if has_colours else PLAIN_MARKS)


def _shows_colours() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ
