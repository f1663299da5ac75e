"""Courtesy: thanks, a greeting or a word on the statement itself, and no practice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Outcome
from duenotice.materiality.rule import Rule
from duenotice.materiality.rule import Verdict

if TYPE_CHECKING:
    from duenotice.materiality.facts import Facts

_ANYWHERE = (
    "thank you",
    "thanks for",
    "welcome to",
    r"your privacy (?:matters|is (?:very )?important)",
    r"(?:take|care about) (?:it|your privacy)(?: very)?(?: seriously)?",
    r"please read (?:on|it|this)",
    r"(?:read|reviewed) (?:it )?with (?:great )?care",
    "words in bold",
    r"if you have (?:any )?(?:further )?questions",
    "gracias por",
    r"su privacidad (?:nos )?(?:importa|es (?:muy )?importante)",
    "le rogamos que lea",
    "bienvenid[oa]s? a",
)
_THIS = "this (?:privacy )?(?:page|statement|notice|policy|section|part)"
_ESTA = "esta (?:página|declaración|política)"
_AT_START = (
    rf"{_THIS} (?:explains|describes|tells|consists|was written)",
    rf"{_THIS} is (?:also available|available|divided|based on)",
    rf"{_THIS} has \w+ (?:parts|sections)",
    "at the beginning of each",
    r"to (?:make|ensure) [\w ]{1,30}? (?:is )?(?:easier|easy|can be understood)",
    "in other words",
    rf"{_ESTA} (?:explica|describe|está (?:también )?disponible)",
    "en otras palabras",
)
_COURTESY = re.compile(
    rf"\b(?:{'|'.join(_ANYWHERE)})\b|^\W*(?:{'|'.join(_AT_START)})\b", re.IGNORECASE
)
_ACTS = re.compile(
    r"\b(?:we|us|our \w+) (?:(?:may|will|also|never|do not|don't|only) )*"
    r"(?:collect|shar|sell|disclos|keep|stor|retain|delet|track|transfer|process|give|"
    r"send|notify|tell you|protect|encrypt)\w*|"
    r"\bby (?:using|continuing|accessing)\b|\byou (?:agree|consent|accept)\b|"
    r"\b(?:recog|compart|vend|comunic|conserv|guard|borr|trat|transfer|avis)"
    r"(?:a|e|i)mos\b|\bal (?:usar|utilizar|acceder)\b",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.\w+)+")


def _judge(facts: Facts) -> Verdict | None:
    if not facts.pairs:
        return None
    for pair in facts.pairs:
        for sentence in filter(None, (pair.before, pair.after)):
            if not _COURTESY.search(sentence) or _ACTS.search(sentence):
                return None
        if pair.is_amended and _MAIL.findall(pair.before) != _MAIL.findall(pair.after):
            return None
    return Verdict(
        outcome=Outcome.EDITORIAL,
        reason="Thanks, a greeting or a word on the statement itself.",
        categories=(Category.OTHER,),
        direction=Direction.NEUTRAL,
        sources=("wp260-29",),
    )


RULE = Rule("courtesy", _judge)
"""No practice is in it, so nothing that people must be told."""
