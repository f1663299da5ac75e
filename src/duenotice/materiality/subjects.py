"""What a change is about, and what it means for the person, from what it names."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.lead_in import listing_of
from duenotice.materiality.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from duenotice.materiality.facts import Facts
    from duenotice.materiality.lexicon import Concept

CATEGORY = {
    "data": Category.DATA,
    "sensitive": Category.SENSITIVE,
    "purpose": Category.PURPOSE,
    "recipient": Category.RECIPIENTS,
    "sale": Category.SALE,
    "tracking": Category.TRACKING,
    "retention": Category.RETENTION,
    "right": Category.RIGHTS,
    "consent": Category.CONSENT,
    "child": Category.CHILDREN,
    "controller": Category.CONTROLLER,
    "scope": Category.SCOPE,
    "transfer": Category.TRANSFER,
    "automated": Category.AUTOMATED,
    "safeguard": Category.SECURITY,
    "legal": Category.LEGAL,
    "procedure": Category.PROCEDURE,
    "contact": Category.CONTACT,
}
"""What each class of the lexicon is about."""

_BY_PRACTICE = {
    "share": "recipient",
    "use": "purpose",
    "keep": "retention",
    "collect": "data",
}
"""What a verb is about, where nothing else is named."""

_OF_VERB = 0.3
"""A verb counts for less than the thing that it is done with."""

_MOST = 3
_SHARE = 0.3
_IN_WORDS = 3.0
_NAMED_ANEW = 2.0
_IN_HEADING = 2.0
_IN_LIST = 4.0
_IN_SENTENCE = 0.5
_GENERAL = {"scope": 0.3, "data": 0.8, "contact": 0.5, "controller": 0.7}
"""Classes that are named everywhere count for less."""


def categories_of(facts: Facts) -> tuple[Category, ...]:
    """Give what a change is about, the likeliest first, three at most."""
    passage, language = facts.passage, facts.lexicon.language
    scores: dict[str, float] = defaultdict(float)
    changed = (*facts.gained, *facts.lost)
    _add(scores, (one.concept for one in facts.mentions(changed)), _IN_WORDS)
    _add(scores, facts.gained_concepts | facts.lost_concepts, _NAMED_ANEW)
    above = words_of(f"{passage.heading}\n{passage.lead_in}", language)
    _add(scores, (one.concept for one in facts.mentions(above)), _IN_HEADING)
    if listing := listing_of(passage.lead_in):
        scores[listing.kind] += _IN_LIST
    for pair in facts.pairs:
        words = words_of(pair.after or pair.before, language)
        _add(scores, {one.concept for one in facts.mentions(words)}, _IN_SENTENCE)
    best = sorted(scores.items(), key=lambda one: (-one[1], one[0]))[:_MOST]
    if not best or best[0][1] <= 0:
        return (Category.OTHER,)
    least = best[0][1] * _SHARE
    return tuple(CATEGORY[kind] for kind, score in best if score >= least)


def _add(scores: dict[str, float], concepts: Iterable[Concept], weight: float) -> None:
    for concept in concepts:
        if concept.kind in CATEGORY:
            scores[concept.kind] += weight * _GENERAL.get(concept.kind, 1.0)
        elif concept.kind == "practice" and concept.name in _BY_PRACTICE:
            scores[_BY_PRACTICE[concept.name]] += weight * _OF_VERB


_FOR_PEOPLE = {"right", "safeguard", "consent", "procedure"}
_AT_PEOPLE = {
    "data",
    "sensitive",
    "purpose",
    "recipient",
    "sale",
    "tracking",
    "transfer",
    "automated",
    "legal",
}


def direction_of(facts: Facts) -> Direction:
    """Say what a change means for people, as far as the words tell."""
    score = 0
    for sign, concepts in ((1, facts.gained_concepts), (-1, facts.lost_concepts)):
        for concept in concepts:
            score += sign * (concept.kind in _AT_PEOPLE)
            score -= sign * (concept.kind in _FOR_PEOPLE)
    if facts.count_change("negation") > 0:
        score = -abs(score) - 1
    elif facts.count_change("negation") < 0:
        score = abs(score) + 1
    score += facts.count_change("exception") + facts.count_change("hedge")
    if score == 0:
        return Direction.UNCLEAR
    return Direction.WORSE if score > 0 else Direction.BETTER


def worded(categories: Iterable[Category]) -> str:
    """Say in a sentence what a change speaks of.

    >>> worded((Category.DATA, Category.RECIPIENTS))
    'It speaks of what is collected and who receives it.'
    """
    names = [_WORDS[one] for one in categories if one in _WORDS]
    if not names:
        return "It names nothing that the lexicon knows."
    *first, last = names
    listed = f"{', '.join(first)} and {last}" if first else last
    return f"It speaks of {listed}."


_WORDS = {
    Category.DATA: "what is collected",
    Category.SENSITIVE: "sensitive data",
    Category.PURPOSE: "what data is used for",
    Category.RECIPIENTS: "who receives it",
    Category.SALE: "sale or advertising",
    Category.TRACKING: "tracking",
    Category.RETENTION: "how long data is kept",
    Category.RIGHTS: "rights and choices",
    Category.CONSENT: "consent or the legal basis",
    Category.CHILDREN: "children",
    Category.CONTROLLER: "who is responsible",
    Category.SCOPE: "what the statement covers",
    Category.TRANSFER: "where data goes",
    Category.AUTOMATED: "automated decisions",
    Category.SECURITY: "security",
    Category.LEGAL: "disclosure to authorities or a buyer",
    Category.PROCEDURE: "how changes are told",
    Category.CONTACT: "contacts and complaints",
    Category.LOCATION: "location",
    Category.DEFINITIONS: "a definition",
}
