"""Gloss: an explanation in brackets came or went, and the sentence says the same.

A short name, an article of law, what something was called before, an example that
names nothing new.
"""

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

_LETTERS = 200
"""Of a bracket: a longer one is a text of its own."""

_BRACKET = re.compile(rf"\s*\(([^()]{{1,{_LETTERS}}}(?:\([^()]{{1,20}}\)[^()]*)*)\)")
_BETWEEN_COMMAS = re.compile(
    rf",?\s(?:that is(?: to say)?|i\.e\.|es decir|o sea),?\s[^,.;()]{{1,{_LETTERS}}}"
    r"(?=[,.;]|$)(?:,(?=\s))?|,\s(?:company|registration|registered) (?:number|no\.)\s"
    r"[\w-]+,?|,\s(?:now|formerly|previously) (?:called|named|known as)(?: [A-Z]\w*)+,?"
)
_NUMBER = re.compile(r"(?:company|registration|registered) (?:number|no\.)\s[\w-]+")
_EXAMPLE = re.compile(
    r"(?:for (?:example|instance)|e\.g\.|por ejemplo|p\.\s?ej\.)", re.IGNORECASE
)
_SHORT = re.compile(
    r"(?:the\s)?[\"'“”‘’«»*_]*[A-Z][A-Z0-9&.-]{1,9}[\"'“”‘’«»*_]*", re.ASCII
)
_QUOTED = re.compile(
    r"(?:(?:or|and|the|also|together|collectively|each|,)\s*|[\"“'‘«*_][^\"“”»]{1,40}"
    r"[\"”'’»*_]+,?\s*)+",
    re.IGNORECASE,
)
_LAW = re.compile(
    r"(?:(?:see|of|cf\.|véase)\s)?(?:art(?:icles?|ículos?|\.)|sections?|sect?\.|§+|"
    r"decisi(?:on|ón)|regulation|directive|recitals?)\s?[\d(A-Z].{0,60}",
    re.IGNORECASE,
)
_NAMING = re.compile(
    r"\b(?:formerly|previously|once|now|until\s[\w\s]{1,20}?)\b,?\s?(?:named|called|"
    r"known as)?\s?(?:the\s)?[\"“'‘«]?[A-Z]|\bnew name of\b|\b(?:antes|ahora|"
    r"anteriormente)\b,?\s?(?:llamad[oa]|denominad[oa])?\s?[\"“«]?[A-ZÁÉÍÓÚ]|"
    r"\b(?:also|otherwise) (?:called|known as) (?:an?|the)\b"
)
_NEW_NAME = re.compile(r"\bnow (?:called|named|known as)\b|\bahora\b")
_NAME = re.compile(r"\b[A-Z][\w&.-]*")
_PLAIN = {"scope", "contact", "same", "widening"}
"""Classes that an explanation may name without saying anything new."""

_IN_EXAMPLES = {"certainty", "hedge", "practice"}


def _judge(facts: Facts) -> Verdict | None:
    if not facts.pairs:
        return None
    for pair in facts.pairs:
        if not pair.is_amended:
            return None
        brackets = _brackets(pair.before) ^ _brackets(pair.after)
        if not brackets or not all(_explains(facts, one) for one in brackets):
            return None
        old, new = (
            set(meanings_of(_without(one, brackets), facts))
            for one in (pair.before, pair.after)
        )
        if old != new and not _is_renamed(facts, pair, brackets, old ^ new):
            return None
    return Verdict(
        outcome=Outcome.EDITORIAL,
        reason="Only an explanation in brackets differs.",
        categories=(Category.OTHER,),
        direction=Direction.NEUTRAL,
        sources=("wp260-29",),
    )


def _is_renamed(
    facts: Facts, pair: SentencePair, brackets: set[str], differing: set[str]
) -> bool:
    """Tell whether only a name is another, and a bracket says what it was."""
    naming = [one for one in brackets if _NAMING.search(one)]
    if not naming:
        return False
    named = " ".join(_NAME.findall(f"{pair.before} {pair.after}"))
    names = set(meanings_of(named, facts))
    old = set(meanings_of(pair.before, facts))
    was = set(meanings_of(" ".join(naming), facts))
    says_new = any(map(_NEW_NAME.search, naming))
    return differing <= names and (says_new or differing & old <= was)


def _brackets(sentence: str) -> set[str]:
    """Give the brackets and the clauses set between commas that explain."""
    found = {match[0] for match in _BRACKET.finditer(sentence)}
    return found | {match[0] for match in _BETWEEN_COMMAS.finditer(sentence)}


def _without(sentence: str, brackets: set[str]) -> str:
    for one in sorted(brackets, key=len, reverse=True):
        sentence = sentence.replace(one, " ")
    return sentence


def _explains(facts: Facts, bracket: str) -> bool:
    """Tell whether a bracket only explains what stands before it."""
    inner = bracket.strip(" ,()")
    for sign in (_SHORT, _QUOTED, _LAW, _NUMBER):
        if sign.fullmatch(inner):
            return True
    if _NAMING.search(inner):
        return True
    words = words_of(inner, facts.lexicon.language)
    kinds = {one.concept.kind for one in facts.mentions(words)}
    return not kinds - (_PLAIN | _IN_EXAMPLES if _EXAMPLE.match(inner) else _PLAIN)


RULE = Rule("gloss", _judge)
"""Source: WP260 rev.01, 29, excludes changes of style expressly."""
