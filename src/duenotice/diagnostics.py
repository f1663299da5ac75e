"""Faults in the author's text, as values.

A diagnostic names the file and the line, says what is wrong and what to do. Codes
are stable and are listed in `docs/reference/diagnostics.md`.
"""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass


class Severity(enum.StrEnum):
    """How bad a fault is."""

    ERROR = "error"
    """The text can't be released or published as it is."""

    WARNING = "warning"
    """The text can be published, but a reader would stumble."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One fault at one place."""

    code: str
    """A stable name, such as `reference-unknown`."""

    severity: Severity
    """Whether it stops a release."""

    message: str
    """What is wrong, with the offending words in quotes."""

    path: str
    """The file, relative to the project's root, with forward slashes."""

    line: int | None = None
    """The line, counted from one, where it is known."""

    hint: str = ""
    """What to do."""

    def __str__(self) -> str:
        """Give the two lines that the terminal shows."""
        path = visible(self.path)
        place = path if self.line is None else f"{path}:{self.line}"
        first = f"{place}: {self.severity} {self.code}: {visible(self.message)}"
        return f"{first}\n  hint: {visible(self.hint)}" if self.hint else first


_HIDDEN = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


_HIDDEN_IN_LINES = re.compile(rf"(?![\n\t]){_HIDDEN.pattern}")


def visible(text: str) -> str:
    """Give a text on one line, with what a terminal would act upon as escapes.

    A file's name can hold a line break, a colour or bytes that are no text.
    """
    return _HIDDEN.sub(lambda match: ascii(match[0])[1:-1], text)


def visible_lines(text: str) -> str:
    r"""Give a text of several lines the same way; line feeds and tabs stay.

    >>> visible_lines("a\n\x1b[2J")
    'a\n\\x1b[2J'
    """
    return _HIDDEN_IN_LINES.sub(lambda match: ascii(match[0])[1:-1], text)


def sort_diagnostics(found: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Order by file, line and code, without repetitions."""
    return tuple(
        sorted(set(found), key=lambda d: (d.path, d.line or 0, d.code, d.message))
    )


def has_errors(found: tuple[Diagnostic, ...]) -> bool:
    """Tell whether any of them stops a release."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in found)
