"""Receiver: a company with a name gets data, and did not, or the other way round."""

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

_NAME = r"[A-Z][\w&.'\u2019-]*\w"
_NAMES = (
    rf"{_NAME}(?:(?:,? (?:and |or |y |e )?|\s*\([^()]*\),? ?(?:and |or )?){_NAME})*"
)
_WAY = (
    r"(?:sent|sends?|send|sending|shar(?:e|es|ed|ing)|disclos(?:e|es|ed|ing)|"
    r"transfer(?:s|red)?|report(?:s|ed|ing)?|pass(?:es|ed)?|giv(?:e|es|en)|provid(?:e|es|"
    r"ed)|transmit(?:s|ted)?|stor(?:e|es|ed)|host(?:s|ed)?|process(?:es|ed)?|collect(?:s|"
    r"ed)?|gather(?:s|ed)?|envi\w+|compart\w+|comunic\w+|transfer\w+|guard\w+|aloj\w+)"
)
_GOES = re.compile(
    rf"\b{_WAY}\b[^.;:]*?\b(?:to|with|using|via|through|on|at|a|con|por|en) ({_NAMES})"
)
_IS = re.compile(
    r"\b(?:vendors?|providers?|processors?|partners?|proveedor(?:es)?|encargados?),? "
    rf"(?:such as |like |is |are |es |son |como )?({_NAMES})"
)
_OWN = re.compile(r"\b(?:the|our|your|this|el|la|nuestr[oa]|su) $")
_MOST = 12
"""Words that may differ: beyond that the sentence is another one."""

_PLAIN = {"The", "You", "Your", "Our", "We", "If", "This", "Internet", "Site", "App",
          "EU", "European", "Union", "GDPR", "Article", "Section", "Services",
          "Service", "Website"}  # fmt: skip


def _judge(facts: Facts) -> Verdict | None:
    for pair in facts.amended:
        if _is_another(facts, pair):
            continue
        old, new = _names(pair.before), _names(pair.after)
        if not (old and new) or old == new:
            continue
        return Verdict(
            outcome=Outcome.MATERIAL,
            reason=_told(old, new),
            categories=(Category.RECIPIENTS,),
            direction=Direction.WORSE if new > old else Direction.UNCLEAR,
            sources=("colorado-6.04",),
            before=pair.before,
            after=pair.after,
        )
    return None


def _told(old: set[str], new: set[str]) -> str:
    came, went = sorted(new - old), sorted(old - new)
    if came and went:
        return f"“{' '.join(came)}” stands in place of “{' '.join(went)}”."
    return (
        f"“{' '.join(came)}” gets data now."
        if came
        else f"“{' '.join(went)}” no longer gets data."
    )


def _names(sentence: str) -> set[str]:
    """Give the words of the names to which a sentence sends data."""
    found = (
        match[1]
        for words in (_GOES, _IS)
        for match in words.finditer(sentence)
        if not _OWN.search(sentence[: match.start(1)])
    )
    return {name for one in found for name in re.findall(_NAME, one)} - _PLAIN


def _is_another(facts: Facts, pair: SentencePair) -> bool:
    old, new = (
        {word.stem for word in words_of(one, pair.language)} - facts.lexicon.small
        for one in (pair.before, pair.after)
    )
    return len(old ^ new) > _MOST


RULE = Rule("receiver", _judge)
"""House rule: a sub-processor with a name that comes, goes or is replaced is told."""
