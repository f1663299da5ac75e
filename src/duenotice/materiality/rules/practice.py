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
)
_GIVES = re.compile(
    r"\bwe (?:\w+ )?(?:share|disclose|sell|give|send|pass) (?:\w+ ){1,4}?(?:with|to) "
    r"(?:the|an?|our) \w+|\b(?:compart|comunic|ced|entreg)[aei]mos (?:\w+ ){0,4}?"
    r"(?:con|al?) (?:el|la|los|las|un|una|nuestr[oa]s?) \w+",
)
"""Whoever gets data counts, even if the lexicon has no word for them."""

_DENIES = re.compile(
    r"\b(?:never|neither|nobody|no one|nunca|nadie|tampoco|jamás)\b|"
    r"\b(?:we|our|it|they)\b[\w ]{0,30}?(?:\bno[t ]|n['\u2019]t)|"
    r"\bno (?:\w+ ){0,2}\w+[aei]mos\b",
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
)
"""Advice, aims, reasons and pointers: no practice by themselves."""

_LAW = re.compile(r"\b(?:laws?|gdpr|ruling|court of justice|ley|rgpd)\b")
_OURS = re.compile(
    r"\b(?:we|our|us|you|your|nosotros|nuestr[oa]s?|usted|su|sus|\w+[aei]mos)\b",
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
    if len(sentence.split()) > _MOST or not _says(facts, sentence):
        return False
    lowered = sentence.lower()
    if _LAW.search(lowered) and not _OURS.search(lowered):
        return False  # it says what the law is
    return not _ADVICE.search(lowered)


def _says(facts: Facts, sentence: str) -> bool:
    """Tell whether a sentence says that something is done, or is not."""
    words = words_of(sentence, facts.lexicon.language)
    kinds = {one.concept.kind for one in facts.mentions(words)}
    if "practice" in kinds and kinds & _THINGS:
        return True
    lowered = sentence.lower()
    if kinds & (_THINGS | _ACTS) and "practice" not in kinds:
        if _DENIES.search(lowered):
            if kinds & _THINGS:
                return True
        elif kinds & _ACTS and _SUBJECT.search(lowered):
            return True
    return bool(_GIVES.search(lowered))


RULE = Rule("practice", _judge)
"""A promise that is deleted counts like one that is added (FTC, Gateway Learning)."""
