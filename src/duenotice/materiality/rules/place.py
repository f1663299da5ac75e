"""Place: data go to another country, or by another safeguard."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Outcome
from duenotice.materiality.meaning import meanings_of
from duenotice.materiality.rule import Rule
from duenotice.materiality.rule import Verdict
from duenotice.materiality.words import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duenotice.materiality.facts import Facts
    from duenotice.materiality.lexicon import Mention
    from duenotice.materiality.words import Word

_GOES = re.compile(
    r"\b(?:stor\w+|servers?|host\w*|locat\w+|kept|keep\w*|transfer\w*|process\w*|sent|"
    r"data cent(?:er|re)s?|works? in|work from|based in|stands? in|countr(?:y|ies)|"
    r"suppliers?|providers?|sub-?processors?|support|takes part|rely|servidor\w*|"
    r"almacen\w+|guard\w+|aloj\w+|transfer\w+|trata\w*|ubicad\w+|centros? de datos|"
    r"países?|proveedor\w*)\b",
)
_LIVES = re.compile(
    r"\b(?:residents?|resid\w+|live in|lives in|located in|citizens?|law|laws|act|code|"
    r"court|visitors?|users? in|customers? in|residentes?|vive en|ley|leyes)\b",
)
_SAFEGUARDS = {"adequacy decision", "contractual clauses", "privacy shield",
               "privacy framework", "corporate rules"}  # fmt: skip


def _judge(facts: Facts) -> Verdict | None:
    for pair in facts.amended:
        old, new = (_named(facts, one) for one in (pair.before, pair.after))
        if old == new:
            continue
        return Verdict(
            outcome=Outcome.MATERIAL,
            reason="Data go to other countries, or under another safeguard.",
            categories=(Category.TRANSFER,),
            direction=Direction.WORSE if new > old else Direction.UNCLEAR,
            sources=("wp260-30",),
            before=pair.before,
            after=pair.after,
        )
    return None


def _named(facts: Facts, sentence: str) -> set[tuple[str, ...]]:
    """Give the countries and the safeguards that a sentence on data's way names."""
    words = words_of(sentence, facts.lexicon.language)
    lowered = sentence.lower()
    is_way = bool(_GOES.search(lowered)) and not _LIVES.search(lowered)
    return {
        _key(facts, one, words)
        for one in facts.mentions(words)
        if one.concept.name in _SAFEGUARDS or (one.concept.name == "country" and is_way)
    }


def _key(facts: Facts, mention: Mention, words: Sequence[Word]) -> tuple[str, ...]:
    if mention.concept.name != "country":
        return (mention.concept.name,)
    named = " ".join(word.text for word in words[mention.start : mention.end])
    return meanings_of(named, facts)


RULE = Rule("place", _judge)
"""Source: WP260 rev.01, 30, names transfers to third countries as its example."""
