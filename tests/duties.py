"""What tests of duties are made with: findings, promises, terms."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice.compare.document import document_of_blocks
from duenotice.materiality.duty import Circumstances
from duenotice.materiality.duty import Verdicts
from duenotice.materiality.duty_terms import Terms
from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Finding
from duenotice.materiality.finding import Outcome
from duenotice.materiality.profile_choice import profiles_with
from duenotice.materiality.promise import promise_of
from duenotice.model.record import Reach
from duenotice.model.statement import NoticePolicy
from duenotice.parse.markdown import parse_blocks

if TYPE_CHECKING:
    from duenotice.materiality.promise import Promise

PROFILES, _ = profiles_with({})


def finding(
    category: Category = Category.RECIPIENTS,
    direction: Direction = Direction.WORSE,
    outcome: Outcome = Outcome.MATERIAL,
    *,
    ordinal: int = 1,
    words: str = "",
) -> Finding:
    """Make a finding; its category, direction and ordinal make its id."""
    return Finding(
        rule="made-up",
        subject=f"{category}-{direction}",
        section="disclosures",
        ordinal=ordinal,
        category=category,
        direction=direction,
        outcome=outcome,
        reason="The words changed.",
        after=words,
    )


def promised(text: str, locale: str = "en") -> Promise:
    """Read the promise of a text in Markdown."""
    document = document_of_blocks("Statement", parse_blocks(text))
    return promise_of(replace(document, locale=locale))


def terms(*names: str, days: int = 0, promise: str = "") -> Terms:
    """Make the terms of a text; no names are the program's own policy."""
    return Terms(
        profiles=PROFILES.chosen(names),
        policy=NoticePolicy(lead_days=days),
        promise=promised(promise),
    )


def under(
    *sides: Terms, reaches: Reach = Reach.ALL, verdicts: Verdicts | None = None
) -> Circumstances:
    """Make circumstances: the terms in force, then the draft's if they differ."""
    return Circumstances(
        old=sides[0],
        new=sides[-1],
        reaches=reaches,
        verdicts=verdicts or Verdicts(),
    )
