"""Listed: an item came into or left a list of recipients or of data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.materiality.denials import is_denied
from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Outcome
from duenotice.materiality.rule import Rule
from duenotice.materiality.rule import Verdict
from duenotice.materiality.words import words_of

if TYPE_CHECKING:
    from duenotice.materiality.facts import Facts

_MOST = 25
"""Words of an item: a longer one is a paragraph of its own."""

_LISTS = {
    "service provider": Category.RECIPIENTS,
    "third party": Category.RECIPIENTS,
    "partner": Category.RECIPIENTS,
    "affiliate": Category.RECIPIENTS,
    "collect": Category.DATA,
}
"""What a heading or lead-in names, and what its list then lists."""


def _judge(facts: Facts) -> Verdict | None:
    passage = facts.passage
    if bool(passage.before.strip()) is bool(passage.after.strip()):
        return None
    text = (passage.after or passage.before).strip()
    if text.endswith(":") or not 0 < len(text.split()) <= _MOST or "?" in text:
        return None
    category = _list_of(facts)
    if category is None:
        return None
    is_led_in = passage.lead_in.rstrip().endswith(":")
    if not is_led_in and not _is_item(facts, text, category):
        return None
    came = bool(passage.after.strip()) is not is_denied(passage.lead_in)
    what = "recipients" if category is Category.RECIPIENTS else "data that is collected"
    if is_denied(passage.lead_in):
        what = f"what is denied of {what}"
    return Verdict(
        outcome=Outcome.MATERIAL,
        reason=f"An item {'came into' if passage.after else 'left'} a list of {what}.",
        categories=(category,),
        direction=Direction.WORSE if came else Direction.BETTER,
        sources=("colorado-6.04", "ccpa-1798.100"),
    )


def _list_of(facts: Facts) -> Category | None:
    above = facts.passage.lead_in or facts.passage.heading.split("\n")[-1]
    words = words_of(above, facts.lexicon.language)
    named = {one.concept.name for one in facts.mentions(words)}
    kinds = [_LISTS[name] for name in _LISTS if name in named]
    return kinds[0] if kinds else None


def _is_item(facts: Facts, text: str, category: Category) -> bool:
    """Tell an item from a sentence about something else: it names what is listed."""
    kinds = {concept.kind for side in facts.concepts for concept in side}
    if category is Category.DATA:
        return bool(kinds & {"data", "sensitive"}) and "purpose" not in kinds
    return text[0].isupper() and "right" not in kinds


RULE = Rule("listed", _judge)
"""Source: new categories of data (CCPA 1798.100(a)) and of third parties (Colorado)."""
