"""Channel: the way by which people ask, object or complain is another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Outcome
from duenotice.materiality.rule import Rule
from duenotice.materiality.rule import Verdict
from duenotice.materiality.words import words_of

if TYPE_CHECKING:
    from duenotice.materiality.facts import Facts
    from duenotice.materiality.facts import SentencePair

_ASKS = re.compile(
    r"\b(?:requests?|rights?|object(?:ion)?s?|complain(?:t|ts)?|appeals?|opt[- ]?out|"
    r"withdraw\w*|unsubscribe|delete your|copy of your|solicitud(?:es)?|derechos?|"
    r"oponer\w*|reclam\w+|queja|retirar\w*|revocar\w*|baja)\b",
    re.IGNORECASE,
)
_WAYS = {
    "email": r"e-?mails?|[\w.+-]+@[\w-]+\.\w+|correo electrónico",
    "form": r"(?:web|online|contact|request)?[ -]?forms?\b(?! of)|formularios?",
    "telephone": r"telephone|phone|calls?|call us|toll[- ]free|por teléfono|llam\w+",
    "letter": r"letters?|by (?:post|mail)|postal mail|signed letter|cartas?|por correo "
    r"postal",
    "in person": r"in person|branch(?:es)?|counters?|at (?:our|any|the) office|en "
    r"persona|oficinas?|ventanilla",
    "account": r"portal|dashboard|your (?:account|profile|settings)|one click|in the "
    r"app|settings|su (?:cuenta|perfil)|los ajustes",
}
_PATTERNS = {
    name: re.compile(rf"\b(?:{words})(?!\w)", re.IGNORECASE)
    for name, words in _WAYS.items()
}
_MOST = 14
"""Words that may differ: beyond that the sentence is another one."""


def _judge(facts: Facts) -> Verdict | None:
    for pair in facts.amended:
        if not _is_about_asking(facts, pair):
            continue
        old, new = _ways(pair.before), _ways(pair.after)
        if not old or not new or old == new:
            continue
        return Verdict(
            outcome=Outcome.MATERIAL,
            reason="People ask, object or complain by another way.",
            categories=(Category.RIGHTS, Category.CONTACT),
            direction=Direction.BETTER if new > old else Direction.WORSE,
            sources=("wp260-29", "colorado-6.04"),
            before=pair.before,
            after=pair.after,
        )
    return None


def _is_about_asking(facts: Facts, pair: SentencePair) -> bool:
    above = facts.passage.heading.split("\n")[-1]
    if not (_ASKS.search(pair.after) or _ASKS.search(above)):
        return False
    old, new = (
        {word.stem for word in words_of(one, pair.language)} - facts.lexicon.small
        for one in (pair.before, pair.after)
    )
    return len(old ^ new) <= _MOST


def _ways(sentence: str) -> set[str]:
    return {name for name, words in _PATTERNS.items() if words.search(sentence)}


RULE = Rule("channel", _judge)
"""Source: the way to exercise a right is always told (WP260 29; Colorado 6.04)."""
