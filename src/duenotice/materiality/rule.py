"""A rule: facts in, a verdict out. Rules have names and stand in an order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duenotice.materiality.facts import Facts
    from duenotice.materiality.finding import Category
    from duenotice.materiality.finding import Direction
    from duenotice.materiality.finding import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a rule says of a passage."""

    outcome: Outcome
    reason: str
    """One plain sentence."""

    categories: tuple[Category, ...]
    """What it is about, the likeliest first; a finding is made for each."""

    direction: Direction
    sources: tuple[str, ...] = ()
    before: str = ""
    """The sentence that proves it; nothing takes the whole passage."""

    after: str = ""


Judge = Callable[["Facts"], Verdict | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the chain."""

    name: str
    """As decisions and reports call it; never used again for another rule."""

    judge: Judge
