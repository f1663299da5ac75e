"""Authority: what it takes to give data to a court or the police is another."""

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

_AUTHORITY = re.compile(
    r"\b(?:polic(?:e|ía)|court|judge|authorit(?:y|ies)|government\w*|law enforcement|"
    r"prosecutors?|agenc(?:y|ies)|juez|juzgado|tribunal(?:es)?|autoridad(?:es)?|fiscal)\b",
    re.IGNORECASE,
)
_GIVING = re.compile(
    r"\b(?:giv\w+|disclos\w+|hand\w*|provid\w+|shar\w+|send\w*|pass\w*|releas\w+|"
    r"produc\w+|entreg\w+|comunic\w+|ced\w+|revel\w+|proporcion\w+|facilit\w+)\b",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"\b(?:court[ -]?order(?:ed)?s?|(?:court|judge) (?:has |have )?order\w*|orders? "
    r"of a (?:court|judge)|warrants?|subpoenas?|lo ordena (?:un|el) (?:juez|tribunal)|"
    r"orden (?:judicial|de un juez)|mandamiento|resolución judicial)\b",
    re.IGNORECASE,
)


def _judge(facts: Facts) -> Verdict | None:
    for pair in facts.amended:
        both = (pair.before, pair.after)
        if not all(map(_GIVING.search, both)):
            continue
        if not all(_AUTHORITY.search(one) or _ORDER.search(one) for one in both):
            continue
        old, new = (bool(_ORDER.search(one)) for one in both)
        if old is new:
            continue
        return Verdict(
            outcome=Outcome.MATERIAL,
            reason="An order of a court is no longer needed."
            if old
            else "An order of a court is named now.",
            categories=(Category.LEGAL, Category.RECIPIENTS),
            direction=Direction.WORSE if old else Direction.UNCLEAR,
            sources=("hipaa-revision",),
            before=pair.before,
            after=pair.after,
        )
    return None


RULE = Rule("authority", _judge)
"""A lower bar for the police is a change that a reader would want to know of."""
