"""Contact line: an address or a number for questions, of the same controller."""

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

_MOST = 14
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.\w+)+|\+?\d[\d() .-]{6,}\d")


def _judge(facts: Facts) -> Verdict | None:
    passage = facts.passage
    if bool(passage.before.strip()) is bool(passage.after.strip()):
        return None
    text = passage.after or passage.before
    words = words_of(_ADDRESS.sub(" ", text), facts.lexicon.language)
    kinds = {one.concept.kind for one in facts.mentions(words)}
    if len(words) > _MOST or not (_ADDRESS.search(text) or "contact" in kinds):
        return None
    if kinds & {"right", "consent", "practice", "purpose", "recipient"}:
        return None
    return Verdict(
        outcome=Outcome.EDITORIAL,
        reason="A line with an address or a number for questions.",
        categories=(Category.CONTACT,),
        direction=Direction.NEUTRAL,
    )


RULE = Rule("contact-line", _judge)
