"""Slots: what an amount or a limit belongs to, by the act that its sentence speaks of.

"Pictures are kept for at most 72 hours" names pictures, but the hours are a period of
keeping. What else a sentence or its heading names says nothing of the amount in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.materiality.finding import Category
from duenotice.materiality.words import words_of

if TYPE_CHECKING:
    from duenotice.materiality.facts import Facts
    from duenotice.materiality.facts import SentencePair
    from duenotice.materiality.lexicon import Concept

_CELL = "|"
_BREACH = ("safeguard", "breach")
_KEEPING = ("practice", "keep")
_NO_REQUEST = {"settings", "fee"}
"""Of the rights and choices, what nobody asks for."""

_COLLECTING = ("practice", "collect")
_GIVING = ("practice", "share")
_USING = ("practice", "use")


def slots_of_amount(facts: Facts, pair: SentencePair) -> tuple[Category, ...]:
    """Say what a period is a period of; nothing where neither words nor place tell.

    What a cell is about stands at the head of its column; what is kept, beside it, may
    well be called a request.
    """
    passage = facts.passage
    own, above = (pair.after, pair.before), (passage.lead_in, passage.nearest_heading)
    is_cell = passage.is_cell or _CELL in pair.after
    places = (*above, *own) if is_cell else (*own, *above)
    found = (_periods(_named(facts, place)) for place in places)
    slots = next(filter(None, found), ())
    if is_cell and Category.RETENTION in slots:
        return tuple(one for one in slots if one is not Category.RIGHTS)
    return slots


def _periods(named: frozenset[Concept]) -> tuple[Category, ...]:
    """Give what can last, or be done in time, among the things named."""
    if _has(named, "procedure"):
        return (Category.PROCEDURE,)
    if _BREACH in named:
        return (Category.SECURITY,)
    found = []
    if _has(named, "retention") or _KEEPING in named:
        found.append(Category.RETENTION)
    elif _has(named, "tracking"):
        found += [Category.RETENTION, Category.TRACKING]
    if _is_right(named):
        found.append(Category.RIGHTS)
    return tuple(found)


def slots_of_limit(facts: Facts, pair: SentencePair) -> tuple[Category, ...]:
    """Say what a limit bounds, by the acts of its sentence."""
    named = _named(facts, pair.after) & _named(facts, pair.before)
    if _has(named, "procedure"):
        return (Category.PROCEDURE,)
    if _has(named, "sale"):
        return (Category.SALE,)
    if _GIVING in named:
        return (Category.RECIPIENTS,)
    if _is_right(named):
        return (Category.RIGHTS,)
    if _has(named, "retention") and not _has(named, "tracking"):
        return (Category.RETENTION,)
    if _USING in named:
        return (Category.PURPOSE,)
    return (Category.DATA,) if _COLLECTING in named else ()


def _named(facts: Facts, text: str) -> frozenset[Concept]:
    mentions = facts.mentions(words_of(text, facts.lexicon.language))
    return frozenset(one.concept for one in mentions)


def _is_right(named: frozenset[Concept]) -> bool:
    return any(one.kind == "right" and one.name not in _NO_REQUEST for one in named)


def _has(named: frozenset[Concept], kind: str) -> bool:
    return any(one.kind == kind for one in named)
