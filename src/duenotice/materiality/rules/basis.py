"""Basis: the legal basis that a sentence names is another."""

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

_SPEAKS = re.compile(
    r"\b(?:rel(?:y|ies|ied) on|legal (?:basis|bases|grounds?)|lawful basis|based on|"
    r"on the basis|(?:art(?:icle|ículo)?\.?|sect(?:ion)?\.?)\s*[69]\b|base jurídica|"
    r"bases jurídicas|nos (?:basamos|apoyamos)|se basa en|con base en|legitimación)",
    re.IGNORECASE,
)
_BASES = {
    "consent": re.compile(r"\bconsent|\bconsentimiento", re.IGNORECASE),
    "contract": re.compile(r"\bcontracts?\b|\bcontratos?\b", re.IGNORECASE),
    "interests": re.compile(
        r"\blegitimate interests?\b|\binter(?:és|eses) legítimos?\b", re.IGNORECASE
    ),
    "duty": re.compile(
        r"\blegal (?:obligation|duty)\b|\bobligaci(?:ón|ones) legal(?:es)?\b",
        re.IGNORECASE,
    ),
    "vital": re.compile(r"\bvital interests?\b|\binterés vital\b", re.IGNORECASE),
    "public": re.compile(
        r"\bpublic (?:interest|task)\b|\binterés público\b", re.IGNORECASE
    ),
}


def _judge(facts: Facts) -> Verdict | None:
    for pair in facts.amended:
        if not (_SPEAKS.search(pair.before) and _SPEAKS.search(pair.after)):
            continue
        old, new = _bases(pair.before), _bases(pair.after)
        if not old or not new or old == new:
            continue
        return Verdict(
            outcome=Outcome.MATERIAL,
            reason="The legal basis that the sentence names is another.",
            categories=(Category.CONSENT,),
            direction=Direction.WORSE
            if "consent" in old - new
            else Direction.BETTER
            if "consent" in new - old
            else Direction.UNCLEAR,
            sources=("wp260-29",),
            before=pair.before,
            after=pair.after,
        )
    return None


def _bases(sentence: str) -> set[str]:
    return {name for name, words in _BASES.items() if words.search(sentence)}


RULE = Rule("basis", _judge)
"""Source: GDPR 13(1)(c): the basis is told; another one changes people's rights."""
