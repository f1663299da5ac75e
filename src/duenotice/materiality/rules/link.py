"""Link: the same words lead elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Outcome
from duenotice.materiality.rule import Rule
from duenotice.materiality.rule import Verdict

if TYPE_CHECKING:
    from duenotice.materiality.facts import Facts

_CHANNELS = {"opt out", "request", "objection", "complaint", "settings", "deletion"}


def _judge(facts: Facts) -> Verdict | None:
    if not facts.passage.is_link:
        return None
    named = {concept.name for concept in facts.concepts[1] if concept.kind == "right"}
    if not named & _CHANNELS:
        return Verdict(
            outcome=Outcome.EDITORIAL,
            reason="The words are the same; a link in them leads elsewhere.",
            categories=(Category.OTHER,),
            direction=Direction.NEUTRAL,
        )
    return Verdict(
        outcome=Outcome.NEEDS_REVIEW,
        reason="A link in a passage on people's choices leads elsewhere: is it still "
        "the same way to choose?",
        categories=(Category.RIGHTS,),
        direction=Direction.UNCLEAR,
        sources=("wp260-29", "colorado-6.04"),
    )


RULE = Rule("link-target", _judge)
"""Source: the way to exercise a right is always told (WP260 29; Colorado 6.04)."""
