"""Where the faults of one file are collected while it is read."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field
from typing import TYPE_CHECKING

from duenotice.diagnostics import Diagnostic
from duenotice.diagnostics import Severity
from duenotice.parse.yaml_tree import Scalar

if TYPE_CHECKING:
    from duenotice.parse.yaml_tree import Node


_MOST_SHOWN = 80
"""How much of a wrong value a message quotes."""


class InvalidValueError(Exception):
    """A value was reported as a diagnostic and has no meaning to hand on."""


@dataclass(slots=True)
class Report:
    """Where the faults of one file are collected."""

    path: str
    first_line: int = 0
    """How many lines stand in the file before the YAML starts."""

    diagnostics: list[Diagnostic] = field(default_factory=list)

    def error(self, code: str, message: str, line: int | None, hint: str) -> None:
        """Add a fault that stops a release."""
        self._add(Severity.ERROR, code, message, line, hint)

    def warning(self, code: str, message: str, line: int | None, hint: str) -> None:
        """Add a fault that a reader would stumble over."""
        self._add(Severity.WARNING, code, message, line, hint)

    def _add(
        self, severity: Severity, code: str, message: str, line: int | None, hint: str
    ) -> None:
        place = None if line is None else line + self.first_line
        self.diagnostics.append(
            Diagnostic(
                code=code,
                severity=severity,
                message=message,
                path=self.path,
                line=place,
                hint=hint,
            )
        )

    def invalid(self, name: str, node: Node, wanted: str) -> InvalidValueError:
        """Report a value that is not of its kind."""
        text = node.text if isinstance(node, Scalar) else None
        if text and len(text) > _MOST_SHOWN:
            text = f"{text[:_MOST_SHOWN]}…"
        shown = f'"{text}"' if text else "this"
        place = f' (key "{name}")' if name else ""
        self.error(
            "value-invalid",
            f"{shown} is not {wanted}{place}",
            node.line,
            f"Write {wanted}.",
        )
        return InvalidValueError()
