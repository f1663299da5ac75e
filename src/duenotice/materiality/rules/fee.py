"""Fee: what was free costs something, or the other way round."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Outcome
from duenotice.materiality.rule import Rule
from duenotice.materiality.rule import Verdict

if TYPE_CHECKING:
    from duenotice.materiality.facts import Facts

_COSTS = re.compile(
    r"\b(?:we (?:may )?charge|charges?|fees?|for a fee|costs? (?:you )?(?:\d|one|two|"
    r"five|ten)|tarifas?|cobra(?:re)?mos|le cobr\w+|con un coste)\b|[$€£]\s?\d",
)
_FREE = re.compile(
    r"\b(?:free(?: of charge)?|no (?:charge|cost|fee)|without (?:charge|cost|a fee)|"
    r"costs? (?:you )?nothing|gratis|gratuit[oa]s?|sin (?:coste|costo|cargo))\b",
)


def _judge(facts: Facts) -> Verdict | None:
    if not facts.pairs or not facts.passage.before.strip():
        return None
    old, new = (
        _price("\n".join(several))
        for several in zip(*(one.lowered for one in facts.pairs), strict=True)
    )
    if old == new:
        return None
    worse = new == "costs"
    if not worse and old != "costs":
        return None
    return Verdict(
        outcome=Outcome.MATERIAL,
        reason="People are asked to pay." if worse else "It costs people nothing now.",
        categories=(Category.RIGHTS,),
        direction=Direction.WORSE if worse else Direction.BETTER,
        sources=("wp260-29", "colorado-6.04"),
    )


def _price(text: str) -> str:
    if _FREE.search(text):
        return "free"
    return "costs" if _COSTS.search(text) else ""


RULE = Rule("fee", _judge)
"""Source: the way to exercise a right is always told (WP260 29; Colorado 6.04)."""
