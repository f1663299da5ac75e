"""Practice: a sentence came or went that says what is done with a thing that counts.

A sentence that tells nothing new (see `facts`: it stands elsewhere in the text), that
advises, gives a reason or points elsewhere is left to the rules that come later.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duenotice.materiality.denials import is_denied
from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Outcome
from duenotice.materiality.rule import Rule
from duenotice.materiality.rule import Verdict
from duenotice.materiality.subjects import categories_of
from duenotice.materiality.words import words_of

if TYPE_CHECKING:
    from duenotice.materiality.facts import Facts

_THINGS = {"data", "sensitive", "purpose", "recipient", "sale", "tracking", "transfer",
           "automated", "legal", "retention", "right", "safeguard", "consent",
           "child"}  # fmt: skip
_ACTS = {"sale", "retention", "automated", "safeguard", "right", "tracking",
         "procedure", "controller", "purpose", "legal", "scope"}  # fmt: skip
"""Classes that say what is done where no verb of the lexicon does."""

_SUBJECT = re.compile(
    r"\b(?:we|you (?:can|may)|parents (?:can|may)|our|your|they|is|are|usted|puede|"
    r"podrá|nuestr[oa]s?|se|\w+[aei]mos)\b",
    re.IGNORECASE,
)
_GIVES = re.compile(
    r"\bwe (?:\w+ )?(?:share|disclose|sell|give|send|pass) (?:\w+ ){1,4}?(?:with|to) "
    r"(?:the|an?|our) \w+|\b(?:compart|comunic|ced|entreg)[aei]mos (?:\w+ ){0,4}?"
    r"(?:con|al?) (?:el|la|los|las|un|una|nuestr[oa]s?) \w+",
    re.IGNORECASE,
)
"""Whoever gets data counts, even if the lexicon has no word for them."""

_DENIES = re.compile(
    r"\b(?:never|neither|nobody|no one|nunca|nadie|tampoco|jamás)\b|"
    r"\b(?:we|our|it|they)\b[\w ]{0,30}?(?:\bno[t ]|n['\u2019]t)|"
    r"\bno (?:\w+ ){0,2}\w+[aei]mos\b",
    re.IGNORECASE,
)
_ASIDE = (
    r"you (?:should|must|may want|are responsible|need|will see|'ll see|\u2019ll see)",
    "you can (?:check|find|verify)",
    "we (?:recommend|aim to|strive to)",
    "please",
    "learn more",
    "read more",
    "more information",
    "for more",
    "see (?:our|the)",
    "refer to",
    "click here",
    "our (?:goal|mission|aim) is",
    "appreciated",
    "(?:usted )?(?:debe|deberá|tiene que|es responsable)",
    "le (?:recomendamos|rogamos|aconsejamos)",
    "más (?:información|detalles)",
    "consulte",
    "nuestro objetivo",
)
_ADVICE = re.compile(
    rf"\b(?:{'|'.join(_ASIDE)})\b|\?|^\W*(?:without (?:this|these)|alternatively)\b|^#",
    re.IGNORECASE,
)
"""Advice, aims, reasons and pointers: no practice by themselves."""

_LAW = re.compile(r"\b(?:laws?|gdpr|ruling|court of justice|ley|rgpd)\b", re.IGNORECASE)
_OURS = re.compile(
    r"\b(?:we|our|us|you|your|nosotros|nuestr[oa]s?|usted|su|sus|\w+[aei]mos)\b",
    re.IGNORECASE,
)
_MOST = 60
"""Words: a longer sentence is a paragraph that was not cut."""


def _judge(facts: Facts) -> Verdict | None:
    single = [one for one in facts.pairs if not one.is_amended]
    if len({bool(one.after) for one in single}) > 1:
        return None  # one may be the other in other words
    for pair in single:
        sentence = pair.after or pair.before
        if not _tells(facts, sentence):
            continue
        came = bool(pair.after)
        return Verdict(
            outcome=Outcome.MATERIAL,
            reason="A sentence that says what is done came."
            if came
            else "A sentence that said what is done is gone.",
            categories=categories_of(facts),
            direction=Direction.BETTER
            if came is is_denied(sentence)
            else Direction.WORSE,
            before=pair.before,
            after=pair.after,
        )
    return None


def _tells(facts: Facts, sentence: str) -> bool:
    if len(sentence.split()) > _MOST or _ADVICE.search(sentence):
        return False
    if _LAW.search(sentence) and not _OURS.search(sentence):
        return False  # it says what the law is
    words = words_of(sentence, facts.lexicon.language)
    kinds = {one.concept.kind for one in facts.mentions(words)}
    if _GIVES.search(sentence):
        return True
    if "practice" in kinds or _DENIES.search(sentence):
        return bool(kinds & _THINGS)
    return bool(kinds & _ACTS) and bool(_SUBJECT.search(sentence))


RULE = Rule("practice", _judge)
"""A promise that is deleted counts like one that is added (FTC, Gateway Learning)."""
