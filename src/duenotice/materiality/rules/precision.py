"""Precision: where people are is known more exactly, or less."""

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

_EXACT = re.compile(
    r"\b(?:exact|precise|gps|satellites?|within (?:a few|\w+) (?:met(?:er|re)s|feet)|"
    r"real[- ]time|exact[ao]|precis[ao]|en tiempo real|pocos metros)\b",
    re.IGNORECASE,
)
_ROUGH = re.compile(
    r"\b(?:approximate|rough(?:ly)?|general location|coarse|town|city|district|region|"
    r"zip code|postcode|country level|aproximad[ao]|ciudad|barrio|municipio|región|"
    r"código postal)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:location|position|where you are|places?|geolocation|near you|cercan\w+|"
    r"ubicación|posición|dónde (?:está|se encuentra)|geolocalización)\b",
    re.IGNORECASE,
)


def _judge(facts: Facts) -> Verdict | None:
    for pair in facts.amended:
        both = f"{pair.before} {pair.after}"
        if not _PLACE.search(both):
            continue
        old, new = (bool(_EXACT.search(one)) for one in (pair.before, pair.after))
        if old is new or not _ROUGH.search(pair.before if new else pair.after):
            continue
        return Verdict(
            outcome=Outcome.MATERIAL,
            reason="Where people are is known more exactly."
            if new
            else "Where people are is known less exactly.",
            categories=(Category.SENSITIVE, Category.DATA, Category.LOCATION),
            direction=Direction.WORSE if new else Direction.BETTER,
            sources=("ccpa-1798.100", "ftc-vitagene"),
            before=pair.before,
            after=pair.after,
        )
    return None


RULE = Rule("precision", _judge)
"""Precise location is sensitive where a rough one is not (CCPA and state laws)."""
