"""Reworded: other words, and every fact that the program can tell is the same.

The same things are named, as often denied, as certain and as bound; numbers, names and
addresses are the same; and about as much came as went.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duenotice.materiality.denials import denials_in
from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Outcome
from duenotice.materiality.meaning import meanings_of
from duenotice.materiality.meaning import means_the_same
from duenotice.materiality.quantities import quantities_in
from duenotice.materiality.roles import are_swapped
from duenotice.materiality.rule import Rule
from duenotice.materiality.rule import Verdict
from duenotice.materiality.words import words_of

if TYPE_CHECKING:
    from duenotice.materiality.facts import Facts
    from duenotice.materiality.facts import SentencePair

_FREE = {"practice", "same", "scope", "commitment", "widening", "purpose"}
"""Classes whose words come and go in mere rewording."""

_BINDING = {"negation", "exception", "condition", "hedge", "certainty"}
_NAME = re.compile(r"(?<!^)(?<![.!?:;] )(?<![\"“«(])\b[A-Z][\w&-]+")
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.\w+)+")
_LONGER = 2.0
_OFTEN = 2
"""Sentences in which a term has to have another name."""

_MOST = 8
"""Words of substance that may come or go in one sentence."""


def _judge(facts: Facts) -> Verdict | None:
    if not facts.pairs or not facts.passage.before or not facts.passage.after:
        return None
    is_told = all(_is_reworded(one, facts) for one in facts.pairs)
    if (not is_told and not _is_renamed(facts)) or are_swapped(facts):
        return None
    return Verdict(
        outcome=Outcome.EDITORIAL,
        reason="Other words: the same things are named, as often denied, as certain "
        "and as bound as before.",
        categories=(Category.OTHER,),
        direction=Direction.NEUTRAL,
        sources=("wp260-29",),
    )


def _is_renamed(facts: Facts) -> bool:
    """Tell whether one plain word stands for another in every sentence."""
    swaps = set()
    for pair in facts.pairs:
        old, new = (set(meanings_of(s, facts)) for s in (pair.before, pair.after))
        swaps.add((frozenset(old - new), frozenset(new - old)))
    if len(facts.pairs) < _OFTEN or len(swaps) != 1:
        return False
    words = (*facts.gained, *facts.lost)
    is_plain = all(one.concept.kind in _FREE for one in facts.mentions(words))
    return is_plain and all(len(side) == 1 for side in next(iter(swaps)))


def _is_reworded(pair: SentencePair, facts: Facts) -> bool:
    if not pair.is_amended:
        return False
    old, new = (set(meanings_of(s, facts)) for s in (pair.before, pair.after))
    if means_the_same([pair.before], [pair.after], facts):
        return True
    went, came = len(old - new), len(new - old)
    most, least = max(went, came), min(went, came)
    is_even = 0 < most <= min(_MOST, _LONGER * least)
    return is_even and _facts_of(pair.before, facts) == _facts_of(pair.after, facts)


def _facts_of(sentence: str, facts: Facts) -> tuple[object, ...]:
    """Gather all that a sentence says of facts.

    What is named counts by its own words: two of a class may be one concept in the
    lexicon, as countries are, and not the same.
    """
    language = facts.lexicon.language
    words = words_of(sentence, language)
    mentions = facts.mentions(words)
    return (
        {
            meanings_of(
                " ".join(word.text for word in words[one.start : one.end]), facts
            )
            for one in mentions
            if one.concept.kind not in _FREE | _BINDING
        },
        {one.concept.kind for one in mentions if one.concept.kind in _BINDING},
        denials_in(sentence, language),
        sorted(one.hours for one in quantities_in(sentence)),
        sorted(re.findall(r"\d+", sentence)),
        set(_NAME.findall(sentence)),
        set(_ADDRESS.findall(sentence)),
    )


RULE = Rule("reworded", _judge)
"""Source: WP260 rev.01, 29, excludes changes of style expressly."""
