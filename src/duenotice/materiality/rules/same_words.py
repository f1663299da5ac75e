"""Same words: order, form, numbering or place is another; order alone may tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Outcome
from duenotice.materiality.order import keeps_sense
from duenotice.materiality.roles import are_swapped
from duenotice.materiality.rule import Rule
from duenotice.materiality.rule import Verdict
from duenotice.materiality.subjects import categories_of

if TYPE_CHECKING:
    from duenotice.materiality.facts import Facts
    from duenotice.materiality.facts import SentencePair

VERDICT = Verdict(
    outcome=Outcome.EDITORIAL,
    reason="The same words: only their form, order or place is another.",
    categories=(Category.OTHER,),
    direction=Direction.NEUTRAL,
    sources=("wp260-29",),
)
"""Holds in every language."""

_REORDERED = "The same words in another order: do they still say the same?"

_NUMBER = re.compile(r"\W*(?:\d+(?:\.\d+)*|[ivxl]+|[a-z])?[.)]?\W*", re.IGNORECASE)
"""What stands before a line that is counted."""


def _judge(facts: Facts) -> Verdict | None:
    passage = facts.passage
    if passage.is_link:
        return None
    if passage.is_formatting or passage.is_move:
        return VERDICT
    if facts.pairs and all(map(_is_numbering, facts.pairs)):
        return VERDICT
    if facts.gained_content or facts.lost_content:
        return None
    if keeps_sense(facts) and not are_swapped(facts):
        return VERDICT
    return Verdict(
        outcome=Outcome.NEEDS_REVIEW,
        reason=_REORDERED,
        categories=categories_of(facts),
        direction=Direction.UNCLEAR,
    )


def _is_numbering(pair: SentencePair) -> bool:
    return all(map(_NUMBER.fullmatch, (pair.before, pair.after)))


RULE = Rule("same-words", _judge)
"""Source: WP260 rev.01, 29, excludes misspellings, style and grammar expressly."""
