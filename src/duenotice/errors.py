"""Every exception the program raises on purpose.

An error says what happened, where, and what to do next. Faults in an author's
text are no errors but `Diagnostic` values (see `diagnostics`): they are collected
and shown together, so that one fault never hides another.
"""

from __future__ import annotations

from typing import ClassVar


class DuenoticeError(Exception):
    """Something that was asked for could not be done."""

    hint: ClassVar[str] = ""
    """What to do about it, in one or two sentences."""

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        """Keep the message and, where it depends on the case, the hint."""
        super().__init__(message)
        self.advice = self.hint if hint is None else hint
