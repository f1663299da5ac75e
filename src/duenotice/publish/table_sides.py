"""Words of a table that can be read without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.compare.document import Cell
from duenotice.compare.document import Row

if TYPE_CHECKING:
    from duenotice.compare import Change
    from duenotice.compare import Element
    from duenotice.compare.nodes import Context

_BETWEEN_CELLS = " | "
"""As a comparison writes rows."""


def table_sides(change: Change) -> tuple[str, str]:
    """Give the words before and after; those of a table begin with the row's head."""
    return (
        _side(change.before, change.old, change.old_context),
        _side(change.after, change.new, change.new_context),
    )


def _side(text: str, element: Element | None, context: Context | None) -> str:
    match element:
        case Cell() if text and context and context.row not in {"", text}:
            return f"{context.row}: {text}"
        case Row():
            return text.replace(_BETWEEN_CELLS, ": ", 1).replace(_BETWEEN_CELLS, "; ")
        case _:
            return text
