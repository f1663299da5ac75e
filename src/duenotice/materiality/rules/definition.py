"""Definition: what a term means is another, and so is each sentence that uses it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Outcome
from duenotice.materiality.meaning import meanings_of
from duenotice.materiality.rule import Rule
from duenotice.materiality.rule import Verdict
from duenotice.materiality.subjects import categories_of

if TYPE_CHECKING:
    from duenotice.materiality.facts import Facts
    from duenotice.materiality.facts import SentencePair

_DEFINES = re.compile(
    r"\W*(?:the (?:term|word)s? |in this \w+,? |when we (?:say|use) |we use the "
    r"(?:term|word)s? |(?:el término|la palabra|por) "
    r")?[\"“«'‘*_]+[^\"”»]{1,60}[\"”»'’*_]+(?:,? (?:and|or|y|o) "
    r"[\"“«'‘][^\"”»]{1,60}[\"”»'’])?,? (?:means?\b|to refer to|refers? to|"
    r"includes?\b|we mean|stands? for|(?:is|are) (?:any|every|all|an?|the)\b|"
    r"significan?\b|se refieren? a|incluyen?\b|(?:es|son) (?:tod|cualquier|una?|las?|"
    r"los|el)|entendemos)",
    re.IGNORECASE,
)


_TERM = re.compile(r"[\"“«'‘*_]+([^\"”»*_]{1,60}?)[\"”»'’*_]")
_GLOSSARY = re.compile(
    r"\b(?:definitions?|glossary|words we use|terms? (?:used|we use)|definiciones|"
    r"glosario|términos)\b",
    re.IGNORECASE,
)
_ENTRY = re.compile(r"\W*[\w -]{1,40}\W*[:\u2013\u2014]\s")
_ACTS = re.compile(r"\b(?:we|our|us|nosotros|nuestr[oa]s?)\b", re.IGNORECASE)


def _judge(facts: Facts) -> Verdict | None:
    if _is_entry(facts):
        return Verdict(
            outcome=Outcome.EDITORIAL,
            reason="An entry of the glossary, which says of no practice.",
            categories=(Category.DEFINITIONS,),
            direction=Direction.NEUTRAL,
        )
    for pair in facts.pairs:
        old, new = (_meant(facts, one) for one in (pair.before, pair.after))
        if old is None or new is None:
            continue
        if old == new:
            continue
        return Verdict(
            outcome=Outcome.MATERIAL,
            reason=_reason(facts, pair),
            categories=(Category.DEFINITIONS, *categories_of(facts)),
            direction=Direction.UNCLEAR,
            before=pair.before,
            after=pair.after,
        )
    return None


def _reason(facts: Facts, pair: SentencePair) -> str:
    """Say in how many sentences of the whole text the term stands, if it's known."""
    reason = "A term means something else, wherever it stands."
    term = _TERM.search(pair.after)
    count = facts.uses_of(term[1]) if term else 0
    if term is None or count <= 1:  # it stands only where it is defined
        return reason
    return f"{reason} “{term[1].strip()}” is used in {count} sentences."


def _is_entry(facts: Facts) -> bool:
    """Tell whether a whole entry of a glossary came or went, and nobody acts in it."""
    passage = facts.passage
    text = passage.after.strip() or passage.before.strip()
    is_whole = not passage.before.strip() or not passage.after.strip()
    above = passage.heading.rstrip().split("\n")[-1]
    is_told = _ENTRY.match(text) and _GLOSSARY.search(above)
    return bool(is_whole and is_told) and not _ACTS.search(text)


def _meant(facts: Facts, sentence: str) -> set[str] | None:
    """Give what stands after the term; nothing where the sentence defines none."""
    term = _DEFINES.match(sentence)
    if term is None:
        return None
    return set(meanings_of(sentence[term.end() :], facts))


RULE = Rule("definition", _judge)
"""One line of definitions can change a hundred sentences that look the same."""
