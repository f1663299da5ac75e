"""The options of `duenotice import`."""

from __future__ import annotations

import re
from typing import Annotated
from zoneinfo import ZoneInfo
from zoneinfo import ZoneInfoNotFoundError

import typer

from duenotice.cli.output import ReportFormat
from duenotice.intake.reading import SourceFormat
from duenotice.parse.scalars import ID_FORM
from duenotice.parse.scalars import LOCALE_FORM

FileArgument = Annotated[
    str,
    typer.Argument(
        metavar="FILE", help='The text; "-" for standard input, with --from.'
    ),
]
NewStatementOption = Annotated[
    str,
    typer.Option(
        "--statement", metavar="ID", help="The new statement's id, such as website."
    ),
]
FormOption = Annotated[
    SourceFormat | None,
    typer.Option("--from", help="What it is written in; default: its suffix."),
]
LocaleOption = Annotated[
    str | None,
    typer.Option(
        metavar="LOCALE",
        help="The text's language, such as es; default: what the page says, or en.",
    ),
]
TimeZoneOption = Annotated[
    str | None,
    typer.Option(
        metavar="ZONE", help="Where the statement's days begin; default: UTC."
    ),
]
TitleOption = Annotated[
    str | None,
    typer.Option(metavar="TITLE", help="Its title; default: the first heading."),
]
ControllerOption = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="Who is responsible; default: whom the text names."
    ),
]
BaseOption = Annotated[
    str | None,
    typer.Option(
        metavar="URL", help="The page's address, which completes relative links."
    ),
]
DryRunOption = Annotated[
    bool, typer.Option("--dry-run", help="Show what would come of it.")
]
ReportOption = Annotated[ReportFormat, typer.Option("--format", help="How to report.")]


def check_values(
    statement: str, locale: str | None, time_zone: str | None, base: str | None
) -> None:
    """Refuse what can't be an id, a locale, a time zone or an address.

    Raises:
        BadParameter: Naming the option.
    """
    if re.fullmatch(ID_FORM, statement, re.ASCII) is None:
        message = f'"{statement}" is no id: lower-case letters, digits and hyphens'
        raise typer.BadParameter(message, param_hint="--statement")
    if locale is not None and re.fullmatch(LOCALE_FORM, locale, re.ASCII) is None:
        message = f'"{locale}" is no locale such as en, es-US or zh-Hant'
        raise typer.BadParameter(message, param_hint="--locale")
    if base is not None and not base.startswith(("https://", "http://")):
        message = f'"{base}" is no whole address, which begins with https://'
        raise typer.BadParameter(message, param_hint="--base")
    try:
        ZoneInfo(time_zone or "UTC")
    except (ZoneInfoNotFoundError, OSError, ValueError):
        message = f'"{time_zone}" is no time zone such as America/Los_Angeles'
        raise typer.BadParameter(message, param_hint="--time-zone") from None
