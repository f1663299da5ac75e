"""What commands print: answers to standard output, the rest to standard error."""

from __future__ import annotations

import contextlib
import enum
import json
import re
import sys
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from typing import TYPE_CHECKING
from typing import ClassVar

import typer

from duenotice.diagnostics import visible
from duenotice.diagnostics import visible_lines
from duenotice.errors import DuenoticeError

if TYPE_CHECKING:
    from duenotice.diagnostics import Diagnostic


_UNSEEN_IN_JSON = re.compile(
    r"[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


class ReportFormat(enum.StrEnum):
    """How a report is printed."""

    TEXT = "text"
    JSON = "json"


class UnprintedError(DuenoticeError):
    """The answer can't be written to where standard output leads."""

    hint: ClassVar[str] = (
        "Make room where the output goes, or let it go elsewhere. What the command "
        "did beside answering stays done."
    )

    def __init__(self, reason: str) -> None:
        """Give the reason."""
        super().__init__(f"the answer can't be written: {reason}")


def answer(text: str) -> None:
    """Print a line of the answer.

    Raises:
        UnprintedError: It can't be written.
    """
    answer_marked(_printable(text))


def answer_marked(text: str) -> None:
    """Print a line of which whoever made it has let nothing through but its marks.

    Raises:
        UnprintedError: It can't be written.
    """
    with _telling_unwritten():
        typer.echo(text)


def remark(text: str) -> None:
    """Print a line beside the answer."""
    typer.echo(_printable(text), err=True)


def answer_json(value: object) -> None:
    """Print the answer as JSON."""
    answer(json_text(value).removesuffix("\n"))


def json_text(value: object) -> str:
    """Write JSON that people can read; what can't be seen is escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return f"{_UNSEEN_IN_JSON.sub(_json_escape, text)}\n"


def _json_escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def _printable(text: str) -> str:
    """Give a text that any stream takes, and that makes no terminal act.

    A file's name may hold bytes that are none, and a text may hold a colour.
    """
    return visible_lines(text)


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
    """Set rows in columns, two spaces apart; a row's last words may run on.

    >>> table([["draft", "differs from 2026-11-24", ""], ["coming", "none", "yet"]])
    ['draft   differs from 2026-11-24', 'coming  none  yet']
    """
    columns = zip(*map(_without_last, rows), strict=True)
    widths = [max(map(len, column)) for column in columns]
    return [
        "  ".join(
            cell.ljust(width) for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in rows
    ]


def _without_last(row: Sequence[str]) -> list[str]:
    """Empty a row's last filled cell: nothing stands to the right of it."""
    filled = [place for place, cell in enumerate(row) if cell]
    last = filled[-1] if filled else None
    return ["" if place == last else cell for place, cell in enumerate(row)]


def shortened(names: Sequence[str], most: int = 4) -> str:
    """List names, and count those beyond the first few.

    >>> shortened(["a", "b", "c"], most=2)
    'a, b and 1 more'
    """
    shown = ", ".join(map(visible, names[:most]))
    return shown if len(names) <= most else f"{shown} and {len(names) - most} more"


def counted(number: int, noun: str) -> str:
    """Count things in words.

    >>> counted(1, "error"), counted(2000, "error")
    ('1 error', '2,000 errors')
    """
    return f"{number} {noun}" if number == 1 else f"{number:,} {noun}s"


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


def drop_answer() -> None:
    """Print nothing more of an answer: what waits would be tried again at the end."""
    with contextlib.suppress(OSError):
        sys.stdout.close()


def write_bytes(data: bytes) -> None:
    """Print bytes as they are."""
    with _telling_unwritten():
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


@contextlib.contextmanager
def _telling_unwritten() -> Iterator[None]:
    """Say in plain words that the answer can't be written."""
    try:
        yield
    except BrokenPipeError:  # nobody reads on
        raise
    except OSError as error:
        drop_answer()
        raise UnprintedError(error.strerror or type(error).__name__) from error
