"""Dispute: how people may complain, appeal or go to court is another."""

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

_WAYS = tuple(
    re.compile(rf"\b(?:{words})", re.IGNORECASE)
    for words in (
        "arbitrat|arbitraje",
        "class action|demanda colectiva|acción colectiva",
        "jury|jurado",
        "waiv|renuncia",
        "courts? of the place|home courts?|tribunales de su (?:domicilio|residencia)",
        "appeal|apel|recurso",
        (
            "(?:supervisory|data protection) authority|ombuds|regulator|"
            "attorney general|secretary of health|office for civil rights|"
            "autoridad de (?:control|protección)|defensor"
        ),
    )
)
_ABOUT = re.compile(
    r"\b(?:disputes?|complain\w*|appeals?|disagree\w*|claims?|refus\w+|not content|"
    r"controversia\w*|litigio\w*|reclam\w+|queja\w*)\b",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"\b(?:first|before you (?:turn|go|complain|write)|antes de (?:acudir|"
    r"dirigirse))\b",
    re.IGNORECASE,
)


def _judge(facts: Facts) -> Verdict | None:
    for pair in facts.amended:
        if not _ABOUT.search(f"{pair.before} {pair.after}"):
            continue
        old, new = (
            [bool(way.search(one)) for way in (*_WAYS, _FIRST)]
            for one in (pair.before, pair.after)
        )
        if old == new:
            continue
        return Verdict(
            outcome=Outcome.MATERIAL,
            reason="People may complain, appeal or go to court in another way.",
            categories=(Category.CONTACT, Category.RIGHTS),
            direction=Direction.WORSE
            if any(new[place] > old[place] for place in (0, 1, 2, 3, len(_WAYS)))
            else Direction.UNCLEAR,
            sources=("hipaa-revision",),
            before=pair.before,
            after=pair.after,
        )
    return None


RULE = Rule("dispute", _judge)
"""A new waiver, arbitration or a lost appeal takes a way to justice from people."""
