"""Heading: it says nothing by itself, unless it tells a practice or turns one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.materiality.denials import denials_in
from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Outcome
from duenotice.materiality.headings import is_practice
from duenotice.materiality.headings import turns
from duenotice.materiality.rule import Rule
from duenotice.materiality.rule import Verdict
from duenotice.materiality.subjects import categories_of

if TYPE_CHECKING:
    from duenotice.materiality.facts import Facts


def _judge(facts: Facts) -> Verdict | None:
    passage = facts.passage
    if not passage.is_heading:
        return None
    turned = _denials(facts, passage.after) - _denials(facts, passage.before)
    is_turned = turned and passage.before and passage.after
    if not is_turned and _says_practice(facts):
        return Verdict(
            outcome=Outcome.NEEDS_REVIEW,
            reason="The heading says what is done: does the text below say so?",
            categories=categories_of(facts),
            direction=Direction.UNCLEAR,
        )
    if not is_turned:
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


def _says_practice(facts: Facts) -> bool:
    """Tell whether what came or went in it says a practice, or the opposite of one."""
    old, new = facts.passage.before, facts.passage.after
    if old and new:
        return turns(old, new, facts.lexicon)
    return is_practice(old or new, facts.lexicon)


def _denials(facts: Facts, heading: str) -> int:
    return denials_in(heading, facts.lexicon.language) % 2


RULE = Rule("heading", _judge)
