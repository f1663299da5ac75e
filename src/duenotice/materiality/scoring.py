"""Scoring: what the rules say of labelled pairs, beside what readers said."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.materiality.finding import Outcome
from duenotice.materiality.pair import comparison_of
from duenotice.materiality.pair import passage_of
from duenotice.materiality.ruleset import STANDARD
from duenotice.materiality.ruleset import find
from duenotice.materiality.ruleset import judge

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Sequence

    from duenotice.materiality.finding import Finding
    from duenotice.materiality.pair import Pair
    from duenotice.materiality.rule_book import RuleBook

_CONFIDENCE = 1.96
"""Standard deviations of an interval that holds 19 times in 20."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair and its findings."""

    pair: Pair
    findings: tuple[Finding, ...]

    @property
    def outcome(self) -> Outcome:
        """Give the gravest outcome."""
        outcomes = (one.outcome for one in self.findings)
        return max(outcomes, key=lambda one: one.rank, default=Outcome.EDITORIAL)

    @property
    def rule(self) -> str:
        """Give the rule of the gravest finding; nothing where there is none."""
        of_outcome = (one.rule for one in self.findings if one.outcome is self.outcome)
        return next(of_outcome, "")

    @property
    def is_error(self) -> bool:
        """Tell whether it is missed, or called material without being so."""
        label = self.pair.label
        if label is None or label.material is None:
            return False
        wrong = Outcome.EDITORIAL if label.material else Outcome.MATERIAL
        return self.outcome is wrong


@dataclass(frozen=True, slots=True)
class Figure:
    """A share, with its counts and Wilson's interval."""

    count: int
    total: int

    @property
    def share(self) -> float:
        """Give the share, 0 of nothing."""
        return self.count / self.total if self.total else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Give the interval that holds the true share 19 times in 20 (Wilson, 1927).

        >>> [round(one, 3) for one in Figure(5, 100).interval]
        [0.022, 0.112]
        """
        if not self.total:
            return 0.0, 1.0
        square = _CONFIDENCE**2
        middle = (self.share + square / (2 * self.total)) / (1 + square / self.total)
        spread = self.share * (1 - self.share) + square / (4 * self.total)
        half = _CONFIDENCE * math.sqrt(spread / self.total) / (1 + square / self.total)
        return max(0.0, middle - half), min(1.0, middle + half)


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The figures of a set of pairs."""

    missed: Figure
    """Of the material pairs, those called editorial."""

    right: Figure
    """Of those called material, those that are."""

    asked: Figure
    """Of all, those that a person has to read."""

    categories: Figure
    """Of the material pairs, those with a right category among the ones named."""


def judge_pairs(pairs: Iterable[Pair], book: RuleBook = STANDARD) -> tuple[Judged, ...]:
    """Judge pairs by today's rules, or by a project's."""
    return tuple(Judged(one, _findings(one, book)) for one in pairs)


def _findings(pair: Pair, book: RuleBook) -> tuple[Finding, ...]:
    comparison = comparison_of(pair)
    if comparison is None:
        return tuple(judge(passage_of(pair), book))
    return find(comparison, book)


def score(judged: Sequence[Judged]) -> Score:
    """Count; pairs without a clear label are left out."""
    clear = [
        one for one in judged if one.pair.label and one.pair.label.material is not None
    ]
    material = [one for one in clear if one.pair.label and one.pair.label.material]
    called = [one for one in clear if one.outcome is Outcome.MATERIAL]
    return Score(
        missed=Figure(_with(material, Outcome.EDITORIAL), len(material)),
        right=Figure(sum(one in material for one in called), len(called)),
        asked=Figure(_with(clear, Outcome.NEEDS_REVIEW), len(clear)),
        categories=Figure(sum(map(_is_named, material)), len(material)),
    )


def _with(judged: Iterable[Judged], outcome: Outcome) -> int:
    return sum(one.outcome is outcome for one in judged)


def _is_named(judged: Judged) -> bool:
    label = judged.pair.label
    named = {one.category.value for one in judged.findings}
    return label is not None and bool(named & label.categories)
