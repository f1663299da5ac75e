"""Amount: a period, a deadline or an age is another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duenotice.materiality.facts import SentencePair
from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Outcome
from duenotice.materiality.quantities import quantities_in
from duenotice.materiality.rule import Rule
from duenotice.materiality.rule import Verdict
from duenotice.materiality.slots import slots_of_amount
from duenotice.materiality.subjects import categories_of
from duenotice.materiality.words import sentences_of
from duenotice.materiality.words import words_of

if TYPE_CHECKING:
    from duenotice.materiality.facts import Facts
    from duenotice.materiality.finding import Category
    from duenotice.materiality.quantities import Quantity

_FROM = re.compile(
    r"\b(?:days?|weeks?|months?|years?|hours?) (?:from|since|starting from|counted "
    r"from) ((?:the |your )?[^,.;]{3,60})",
    re.IGNORECASE,
)
_MOST = 6
"""Words that may differ beside a period that came."""


def _judge(facts: Facts) -> Verdict | None:
    for pair in _pairs(facts):
        old, new = set(quantities_in(pair.before)), set(quantities_in(pair.after))
        went, came = _without(old, new), _without(new, old)
        if went and came:
            longer = max(one.hours for one in came) > max(one.hours for one in went)
            return Verdict(
                outcome=Outcome.MATERIAL,
                reason=f"A period is {'longer' if longer else 'shorter'} than it was.",
                categories=_categories(facts, pair),
                direction=_direction(facts, pair, longer=longer),
                before=pair.before,
                after=pair.after,
            )
        if went and not came and _is_kept(facts, pair):
            return Verdict(
                outcome=Outcome.MATERIAL,
                reason="A period that was named is no longer named.",
                categories=_categories(facts, pair),
                direction=Direction.WORSE,
                before=pair.before,
                after=pair.after,
            )
        if came and not went and _is_kept(facts, pair) and _is_new(facts, pair):
            return Verdict(
                outcome=Outcome.MATERIAL,
                reason="A period is named that was not.",
                categories=_categories(facts, pair),
                direction=Direction.BETTER,
                before=pair.before,
                after=pair.after,
            )
        if old and old == new and _begins(pair.before) != _begins(pair.after):
            return Verdict(
                outcome=Outcome.MATERIAL,
                reason="The period is as long as it was, and begins at another time.",
                categories=_categories(facts, pair),
                direction=Direction.UNCLEAR,
                before=pair.before,
                after=pair.after,
            )
    return None


def _categories(facts: Facts, pair: SentencePair) -> tuple[Category, ...]:
    return slots_of_amount(facts, pair) or categories_of(facts)


def _begins(sentence: str) -> str:
    """Give the words from which a period counts; nothing where it names none."""
    found = _FROM.search(sentence)
    return " ".join(word.stem for word in words_of(found[1])) if found else ""


def _is_new(facts: Facts, pair: SentencePair) -> bool:
    """Tell whether a number came, and little else differs: no unit was misspelt."""
    old, new = (
        {word.stem for word in words_of(one, pair.language)} - facts.lexicon.small
        for one in (pair.before, pair.after)
    )
    return len(old ^ new) <= _MOST and any(one.isdecimal() for one in new - old)


def _pairs(facts: Facts) -> tuple[SentencePair, ...]:
    """Give the amended sentences; a cell is one, even if its words stand elsewhere."""
    passage = facts.passage
    sides = (passage.before.strip(), passage.after.strip())
    if all(sides) and max(len(sentences_of(one)) for one in sides) == 1:
        return (SentencePair(*sides, facts.lexicon.language),)
    return facts.amended


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
    above = f"{facts.passage.lead_in}\n{facts.passage.heading}"
    words = words_of(f"{pair.after}\n{above}", facts.lexicon.language)
    kinds = {one.concept.kind for one in facts.mentions(words)}
    if "procedure" in kinds:
        return Direction.BETTER if longer else Direction.WORSE
    if {"retention", "right"} & kinds:
        return Direction.WORSE if longer else Direction.BETTER
    return Direction.UNCLEAR


RULE = Rule("amount", _judge)
"""Which direction is worse depends on the slot: retention and answers, or notice."""
