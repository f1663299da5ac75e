"""Same meaning: other words stand there, and each is a synonym of one that went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Outcome
from duenotice.materiality.meaning import means_the_same
from duenotice.materiality.roles import are_swapped
from duenotice.materiality.rule import Rule
from duenotice.materiality.rule import Verdict
from duenotice.materiality.subjects import categories_of

if TYPE_CHECKING:
    from duenotice.materiality.facts import Facts


def _judge(facts: Facts) -> Verdict | None:
    olds, news = [one.before for one in facts.pairs], [one.after for one in facts.pairs]
    if not (any(olds) and any(news)):
        return None  # all came or all went, and that is quickly told
    if all(one.is_amended for one in facts.pairs):
        is_same = all(
            means_the_same([one.before], [one.after], facts) for one in facts.pairs
        )
    else:  # one sentence is several now, or several are one
        is_same = means_the_same(olds, news, facts)
    if not is_same:
        return None
    if are_swapped(facts):
        return Verdict(
            outcome=Outcome.NEEDS_REVIEW,
            reason="Words of the same meaning, and two of them changed places: does it "
            "still say the same?",
            categories=categories_of(facts),
            direction=Direction.UNCLEAR,
        )
    return Verdict(
        outcome=Outcome.EDITORIAL,
        reason="Other words that mean the same.",
        categories=(Category.OTHER,),
        direction=Direction.NEUTRAL,
        sources=("wp260-29",),
    )


RULE = Rule("same-meaning", _judge)
"""Source: WP260 rev.01, 29, excludes changes of style expressly."""
