"""Controller: another name where the sentence says who is responsible."""

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

_RESPONSIBLE = re.compile(
    r"\b(?:controllers?|is responsible for|are responsible for|operated by|"
    r"operates this|run and managed by|"
    r"this (?:notice|policy|statement) is from|responsable)\b",
    re.IGNORECASE,
)
_SAME = re.compile(
    r"\b(?:formerly|new name|renamed|previously known|now called|antes)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"\b[A-Z][\w&-]+")
_FORM = {"Inc", "Ltd", "LLC", "GmbH", "Limited", "Corp", "Company", "The", "We", "Us"}


def _judge(facts: Facts) -> Verdict | None:
    for pair in facts.pairs:
        if not pair.is_amended or not _RESPONSIBLE.search(pair.after):
            continue
        old, new = (
            set(_NAME.findall(one)) - _FORM for one in (pair.before, pair.after)
        )
        if old == new or _SAME.search(pair.after):
            continue
        return Verdict(
            outcome=Outcome.NEEDS_REVIEW,
            reason="Another name stands where the text says who is responsible: is it "
            "the same legal person?",
            categories=(Category.CONTROLLER,),
            direction=Direction.UNCLEAR,
            sources=("wp260-29", "colorado-6.04"),
            before=pair.before,
            after=pair.after,
        )
    return None


RULE = Rule("controller", _judge)
"""Source: a change of the controller's identity is always told (WP260 29; Colorado)."""
