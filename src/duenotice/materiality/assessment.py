"""All findings of a comparison, and the outcome that follows from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Finding
from duenotice.materiality.finding import Outcome
from duenotice.materiality.ruleset import STANDARD
from duenotice.materiality.ruleset import find

if TYPE_CHECKING:
    from duenotice.compare.comparison import Comparison
    from duenotice.materiality.rule_book import RuleBook


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What a comparison means."""

    findings: tuple[Finding, ...]
    """In the order of the text. Editorial ones say why a change is harmless."""

    @property
    def outcome(self) -> Outcome:
        """Give the gravest outcome of all findings; editorial where there are none."""
        outcomes = (one.outcome for one in self.findings)
        return max(outcomes, key=lambda one: one.rank, default=Outcome.EDITORIAL)

    def of(self, outcome: Outcome) -> tuple[Finding, ...]:
        """Give the findings with this outcome."""
        return tuple(one for one in self.findings if one.outcome is outcome)


def assess(comparison: Comparison, book: RuleBook = STANDARD) -> Assessment:
    """Find what the changes of a comparison mean, by the rules of a book.

    A comparison that could not be made is one finding that needs review.
    """
    if comparison.could_not:
        return Assessment(findings=(_could_not(comparison.could_not),))
    return Assessment(findings=find(comparison, book))


def _could_not(why: str) -> Finding:
    return Finding(
        rule="could-not-compare",
        subject="text",
        section="",
        category=Category.OTHER,
        direction=Direction.UNCLEAR,
        outcome=Outcome.NEEDS_REVIEW,
        reason=f"The texts could not be compared: {why}. Read both.",
    )
