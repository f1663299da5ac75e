"""Heading: a heading says nothing by itself, unless it turns its block round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Outcome
from duenotice.materiality.rule import Rule
from duenotice.materiality.rule import Verdict
from duenotice.materiality.subjects import categories_of

if TYPE_CHECKING:
    from duenotice.materiality.facts import Facts


def _judge(facts: Facts) -> Verdict | None:
    passage = facts.passage
    if not passage.is_heading:
        return None
    turned = facts.count_change("negation")
    if not (turned and passage.before and passage.after):
        return Verdict(
            outcome=Outcome.EDITORIAL,
            reason="Only a heading is another; what counts stands below it.",
            categories=(Category.OTHER,),
            direction=Direction.NEUTRAL,
        )
    return Verdict(
        outcome=Outcome.MATERIAL,
        reason="The heading now says the opposite, and with it all that stands below.",
        categories=categories_of(facts),
        direction=Direction.WORSE if turned < 0 else Direction.BETTER,
    )


RULE = Rule("heading", _judge)
