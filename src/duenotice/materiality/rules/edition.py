"""Edition: a program, a device or a standard is named with another number."""

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
    from duenotice.materiality.facts import Facts
    from duenotice.materiality.facts import SentencePair

_NAMED = r"(?<!^)(?<![.!?:] )\b(?:[A-Z][\w+]*|[a-z]+[A-Z]\w*)"
_EDITION = re.compile(
    rf"({_NAMED})((?:[ /-]|(?<= X) )v?\d+(?:\.\d+)*)(?![\w.,%/]*\d|\s*%|\s+"
    r"(?:minute|hour|day|week|month|year|minuto|hora|día|semana|mes|año|per|por))"
)
_CITED = re.compile(
    r"(?:Art|Sec|§|Part|Chapter|Title|Clause|Regulation|Directive|Act|Code|Age|Level|"
    r"Cap|Título|Parte|Reglamento|Directiva|Ley|Edad|Nivel|Jan|Feb|Mar|Apr|May|Jun|"
    r"Jul|Aug|Sep|Oct|Nov|Dec)\w*"
)
"""Laws, dates and ages have numbers that say what they are."""


def _judge(facts: Facts) -> Verdict | None:
    if not facts.pairs or len(facts.amended) < len(facts.pairs):
        return None
    if not all(_is_edition(pair, facts) for pair in facts.pairs):
        return None
    return Verdict(
        outcome=Outcome.EDITORIAL,
        reason="The same program or device is named with another edition.",
        categories=(Category.OTHER,),
        direction=Direction.NEUTRAL,
    )


def _is_edition(pair: SentencePair, facts: Facts) -> bool:
    old, new = (_EDITION.findall(one) for one in (pair.before, pair.after))
    if old == new or [name for name, _ in old] != [name for name, _ in new]:
        return False
    if any(_CITED.fullmatch(name) for name, _ in old) or _is_safeguard(pair, facts):
        return False
    rests = (_EDITION.sub(r"\1", one) for one in (pair.before, pair.after))
    one, other = (meanings_of(rest, facts) for rest in rests)
    return one == other


def _is_safeguard(pair: SentencePair, facts: Facts) -> bool:
    """Tell whether the number may be one of a protocol, where a lower one is worse."""
    words = words_of(pair.before, pair.language)
    return any(one.concept.kind == "safeguard" for one in facts.mentions(words))


RULE = Rule("edition", _judge)
"""A number that bounds what is done is no edition: see `amount` and `threshold`."""
