"""Contact line: an address or a number for questions, of the same controller."""

from __future__ import annotations

import re
from collections import Counter
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

_MOST = 14
_OTHER = {"consent", "practice", "purpose", "recipient"}
"""Classes of a sentence that is about more than whom to ask."""

_MOST_WORDS = 20
_WORD = re.compile(r"\w+(?:[.:]\w+)*")
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.\w+)+|\+?\d[\d() .-]{6,}\d")


_REACH = re.compile(
    r"\b(?:write to|contact|reach us|call us|telephone|phone|tel\b|fax|address|officer|"
    r"escríbanos|contacte|teléfono|dirección|delegad[oa])",
    re.IGNORECASE,
)
_DETAIL = re.compile(r"\d[\d:.]*|[ap]\.?m|[ap]|m|h|noon")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.\w+)+")


def _judge(facts: Facts) -> Verdict | None:
    passage = facts.passage
    if passage.before.strip() and passage.after.strip():
        is_line = bool(facts.pairs) and all(
            _is_detail(facts, one) for one in facts.pairs
        )
    else:
        is_line = _is_line(facts, passage.after or passage.before)
    if not is_line:
        return None
    return Verdict(
        outcome=Outcome.EDITORIAL,
        reason="A line with an address, a number or a name for questions.",
        categories=(Category.CONTACT,),
        direction=Direction.NEUTRAL,
    )


def _is_detail(facts: Facts, pair: SentencePair) -> bool:
    """Tell whether only digits and names differ in a line on how to reach someone."""
    both = (pair.before, pair.after)
    if not all(_REACH.search(one) and len(one.split()) <= _MOST_WORDS for one in both):
        return False
    if _kinds(facts, pair.after) & _OTHER:
        return False
    if len({frozenset(_MAIL.findall(one)) for one in both}) > 1:
        return False
    old, new = (
        Counter(one for one in _WORD.findall(text) if not _DETAIL.fullmatch(one))
        for text in both
    )
    return all(one[:1].isupper() for one in (*(old - new), *(new - old)))


def _is_line(facts: Facts, text: str) -> bool:
    rest = _ADDRESS.sub(" ", text)
    if len(words_of(rest, facts.lexicon.language)) > _MOST:
        return False
    kinds = _kinds(facts, rest)
    if rest == text and "contact" not in kinds:
        return False
    return not kinds & (_OTHER | {"right"})


def _kinds(facts: Facts, text: str) -> set[str]:
    words = words_of(text, facts.lexicon.language)
    return {one.concept.kind for one in facts.mentions(words)}


RULE = Rule("contact-line", _judge)
