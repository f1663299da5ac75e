"""What commands print: answers to standard output, the rest to standard error."""

from __future__ import annotations

import enum
import json
import sys
from collections.abc import Iterable
from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from duenotice.diagnostics import Diagnostic


class ReportFormat(enum.StrEnum):
    """How a report is printed."""

    TEXT = "text"
    JSON = "json"


def answer(text: str) -> None:
    """Print a line of the answer."""
    typer.echo(text)


def remark(text: str) -> None:
    """Print a line beside the answer."""
    typer.echo(text, err=True)


def answer_json(value: object) -> None:
    """Print the answer as JSON."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))


def show_diagnostics(found: Iterable[Diagnostic]) -> None:
    """Print the faults of a text beside the answer."""
    for diagnostic in found:
        remark(str(diagnostic))


def diagnostic_data(found: Iterable[Diagnostic]) -> list[dict[str, object]]:
    """Give diagnostics as JSON."""
    return [
        {
            "code": one.code,
            "severity": one.severity.value,
            "message": one.message,
            "path": one.path,
            "line": one.line,
            "hint": one.hint,
        }
        for one in found
    ]


def table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Set rows in columns, two spaces apart."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(
            cell.ljust(width) for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in rows
    ]


def shortened(names: Sequence[str], most: int = 4) -> str:
    """List names, and count those beyond the first few.

    >>> shortened(["a", "b", "c"], most=2)
    'a, b and 1 more'
    """
    shown = ", ".join(names[:most])
    return shown if len(names) <= most else f"{shown} and {len(names) - most} more"


def days_between(days: int) -> str:
    """Say how far away a day is."""
    match days:
        case 0:
            return "today"
        case 1:
            return "tomorrow"
        case _ if days > 0:
            return f"in {days} days"
        case _:
            return f"{-days} days ago"


def write_bytes(data: bytes) -> None:
    """Print bytes as they are."""
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
