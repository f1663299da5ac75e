"""The rules, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Finding
from duenotice.materiality.finding import Outcome

if TYPE_CHECKING:
    from duenotice.compare.comparison import Comparison


def find(comparison: Comparison) -> tuple[Finding, ...]:
    """Give the findings of a comparison."""
    return tuple(
        Finding(
            rule="changed-words",
            subject="words",
            section=change.context.part if change.context else "",
            ordinal=number,
            category=Category.OTHER,
            direction=Direction.UNCLEAR,
            outcome=Outcome.NEEDS_REVIEW,
            reason="The words changed.",
            before=change.before,
            after=change.after,
            change=change.id,
        )
        for number, change in enumerate(comparison.changes, start=1)
    )
