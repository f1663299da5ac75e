"""Same words: only order, form, numbering or place is another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Outcome
from duenotice.materiality.rule import Rule
from duenotice.materiality.rule import Verdict

if TYPE_CHECKING:
    from duenotice.materiality.facts import Facts

VERDICT = Verdict(
    outcome=Outcome.EDITORIAL,
    reason="The same words: only their form, order or place is another.",
    categories=(Category.OTHER,),
    direction=Direction.NEUTRAL,
    sources=("wp260-29",),
)
"""Holds in every language."""


def _judge(facts: Facts) -> Verdict | None:
    passage = facts.passage
    if passage.is_link or not (
        passage.is_formatting
        or passage.is_move
        or not (facts.gained_content or facts.lost_content)
    ):
        return None
    return VERDICT


RULE = Rule("same-words", _judge)
"""Source: WP260 rev.01, 29, excludes misspellings, style and grammar expressly."""
