"""Listed: an item came into or left a list, and the lead-in says of what."""

from __future__ import annotations

from typing import TYPE_CHECKING
from typing import NamedTuple

from duenotice.materiality.denials import is_denied
from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Outcome
from duenotice.materiality.lead_in import listing_of
from duenotice.materiality.quantities import quantities_in
from duenotice.materiality.rule import Rule
from duenotice.materiality.rule import Verdict
from duenotice.materiality.subjects import CATEGORY
from duenotice.materiality.subjects import categories_of
from duenotice.materiality.words import words_of

if TYPE_CHECKING:
    from duenotice.materiality.facts import Facts

_MOST = 25
"""Words of an item: a longer one is a paragraph of its own."""


_BY_HEADING = {
    "service provider": "recipient",
    "third party": "recipient",
    "partner": "recipient",
    "affiliate": "recipient",
    "collect": "data",
}
"""What a heading names, and what a list right below it lists."""

_ITEMS = {"recipient": "recipients", "data": "data that is collected"}


class _Found(NamedTuple):
    """A list that an item came into or left."""

    kind: str
    items: str
    is_gain: bool = False


def _judge(facts: Facts) -> Verdict | None:
    passage = facts.passage
    if bool(passage.before.strip()) is bool(passage.after.strip()):
        return None
    text = (passage.after or passage.before).strip()
    if text.endswith(":") or not 0 < len(text.split()) <= _MOST or "?" in text:
        return None
    led = listing_of(passage.lead_in)
    found = _Found(led.kind, led.items, led.is_gain) if led else _headed(facts, text)
    if found is None:
        return None
    denied = is_denied(passage.lead_in)
    more = bool(passage.after.strip()) is not denied
    what = f"what is denied of {found.items}" if denied else found.items
    verb = "came into" if passage.after.strip() else "left"
    return Verdict(
        outcome=Outcome.MATERIAL,
        reason=f"An item {verb} a list of {what}.",
        categories=_categories(facts, found, text),
        direction=Direction.BETTER if more is found.is_gain else Direction.WORSE,
        sources=("colorado-6.04", "ccpa-1798.100"),
    )


def _headed(facts: Facts, text: str) -> _Found | None:
    above = facts.passage.lead_in or facts.passage.heading.split("\n")[-1]
    words = words_of(above, facts.lexicon.language)
    named = {one.concept.name for one in facts.mentions(words)}
    for name, kind in _BY_HEADING.items():
        if name in named and _is_item(facts, text, kind):
            return _Found(kind, _ITEMS[kind])
    return None


def _is_item(facts: Facts, text: str, kind: str) -> bool:
    """Tell an item from a sentence about something else: it names what is listed."""
    kinds = {concept.kind for side in facts.concepts for concept in side}
    if kind == "data":
        return bool(kinds & {"data", "sensitive"}) and "purpose" not in kinds
    return text[0].isupper() and "right" not in kinds


def _categories(facts: Facts, found: _Found, text: str) -> tuple[Category, ...]:
    """Give what the list is of, and what the item itself adds to that."""
    added = [CATEGORY[found.kind]]
    kinds = {concept.kind for side in facts.concepts for concept in side}
    if "sensitive" in kinds:
        added.append(Category.SENSITIVE)
    if any(quantities_in(text)):
        added.append(Category.RETENTION)
    return tuple(dict.fromkeys((*added, *categories_of(facts)[:1])))


RULE = Rule("listed", _judge)
"""Source: new categories of data (CCPA 1798.100(a)) and of third parties (Colorado)."""
