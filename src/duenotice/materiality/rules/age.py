"""Age: who counts as a child is another."""

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

_AGE = re.compile(
    r"\b(?:under|below|over|younger than|older than|at least|aged?(?: of)?|menores? de|"
    r"mayores? de)\s+(?:the age of\s+)?(\w+)\b|\b(\d{1,2})\s*(?:years old|or older|"
    r"years of age|años)",
    re.IGNORECASE,
)
_WORDS = {"thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16",
          "eighteen": "18", "trece": "13", "catorce": "14", "quince": "15",
          "dieciséis": "16", "dieciocho": "18"}  # fmt: skip
_YOUNGEST, _OLDEST = 5, 21


def _judge(facts: Facts) -> Verdict | None:
    for pair in facts.amended:
        old, new = _ages(pair.before), _ages(pair.after)
        if old and new and old != new:
            return Verdict(
                outcome=Outcome.MATERIAL,
                reason="The age that the sentence names is another.",
                categories=(Category.CHILDREN,),
                direction=Direction.WORSE if min(new) < min(old) else Direction.BETTER,
                sources=("coppa",),
                before=pair.before,
                after=pair.after,
            )
    return None


def _ages(sentence: str) -> set[int]:
    found = (match[1] or match[2] for match in _AGE.finditer(sentence))
    numbers = (_WORDS.get(one.casefold(), one) for one in found)
    ages = {int(one) for one in numbers if one.isdecimal()}
    return {age for age in ages if _YOUNGEST <= age <= _OLDEST}


RULE = Rule("age", _judge)
"""Source: 16 CFR 312.2 and 312.5 (COPPA) for thirteen; state laws for other ages."""
