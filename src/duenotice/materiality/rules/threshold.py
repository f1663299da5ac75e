"""Threshold: a number that bounds a practice is another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Outcome
from duenotice.materiality.meaning import meanings_of
from duenotice.materiality.rule import Rule
from duenotice.materiality.rule import Verdict
from duenotice.materiality.subjects import categories_of

if TYPE_CHECKING:
    from duenotice.materiality.facts import Facts

_BOUND = re.compile(
    r"\b(?:below|above|under|over|at (?:least|most)|(?:fewer|less|more|no more) than|"
    r"up to|within|per|every|menos de|más de|al menos|como (?:mínimo|máximo)|hasta|"
    r"cada)\s+(?:the\s)?(\d+(?:[.,]\d+)?)(?![\d/.:-])|(\d+)\s*(?:%|percent|per cent|"
    r"por ciento)",
    re.IGNORECASE,
)


def _judge(facts: Facts) -> Verdict | None:
    for pair in facts.amended:
        old, new = (set(_BOUND.findall(one)) for one in (pair.before, pair.after))
        if not old or not new or old == new:
            continue
        texts = [
            set(meanings_of(re.sub(r"\d+", " ", one), facts))
            for one in (pair.before, pair.after)
        ]
        if texts[0] != texts[1]:
            continue
        return Verdict(
            outcome=Outcome.MATERIAL,
            reason="A number that bounds what is done is another.",
            categories=categories_of(facts),
            direction=Direction.UNCLEAR,
            before=pair.before,
            after=pair.after,
        )
    return None


RULE = Rule("threshold", _judge)
"""A count below which nothing is published, or how often something is done."""
