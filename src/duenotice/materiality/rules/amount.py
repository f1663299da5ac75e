"""Amount: a period, a deadline or an age is another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Outcome
from duenotice.materiality.quantities import quantities_in
from duenotice.materiality.rule import Rule
from duenotice.materiality.rule import Verdict
from duenotice.materiality.subjects import categories_of
from duenotice.materiality.words import words_of

if TYPE_CHECKING:
    from duenotice.materiality.facts import Facts
    from duenotice.materiality.facts import SentencePair
    from duenotice.materiality.quantities import Quantity


def _judge(facts: Facts) -> Verdict | None:
    for pair in facts.pairs:
        if not pair.is_amended:
            continue
        old, new = set(quantities_in(pair.before)), set(quantities_in(pair.after))
        went, came = _without(old, new), _without(new, old)
        if went and came:
            longer = max(one.hours for one in came) > max(one.hours for one in went)
            return Verdict(
                outcome=Outcome.MATERIAL,
                reason=f"A period is {'longer' if longer else 'shorter'} than it was.",
                categories=categories_of(facts),
                direction=_direction(facts, pair, longer=longer),
                before=pair.before,
                after=pair.after,
            )
        if went and not came and _is_kept(facts, pair):
            return Verdict(
                outcome=Outcome.MATERIAL,
                reason="A period that was named is no longer named.",
                categories=categories_of(facts),
                direction=Direction.WORSE,
                before=pair.before,
                after=pair.after,
            )
    return None


def _without(some: set[Quantity], others: set[Quantity]) -> set[Quantity]:
    """Leave out what is as long as one of the others: a day is 24 hours."""
    lengths = {one.hours for one in others}
    return {one for one in some if one.hours not in lengths}


def _is_kept(facts: Facts, pair: SentencePair) -> bool:
    """Tell whether the sentence still speaks of what the period was for."""
    words = words_of(pair.after, facts.lexicon.language)
    kinds = {one.concept.kind for one in facts.mentions(words)}
    return bool({"retention", "right", "procedure"} & kinds)


def _direction(facts: Facts, pair: SentencePair, *, longer: bool) -> Direction:
    """Say what a longer period means: keeping longer is worse, notice better."""
    words = words_of(pair.after, facts.lexicon.language)
    kinds = {one.concept.kind for one in facts.mentions(words)}
    if "procedure" in kinds:
        return Direction.BETTER if longer else Direction.WORSE
    if {"retention", "right"} & kinds:
        return Direction.WORSE if longer else Direction.BETTER
    return Direction.UNCLEAR


RULE = Rule("amount", _judge)
"""Which direction is worse depends on the slot: retention and answers, or notice."""
