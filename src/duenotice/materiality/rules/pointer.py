"""Pointer: a sentence that only says where to read more."""

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

_POINTER = re.compile(
    r"\W*(?:(?:to|you can|please|also|for (?:more|further|additional)\b.{0,40}?,?)\s+)*"
    r"(?:learn more|read more|find out more|see|read|visit|refer to|view|review|find|"
    r"more information|here(?:'s| is) how|click here|information about|"
    r"para (?:(?:obtener|conocer|saber|ver|leer|encontrar) )?(?:más|mayor)\b|"
    r"más (?:información|detalles)|(?:consulte|visite|vea|lea)(?! con\b| a\b| sus?\b)|"
    r"puede (?:consultar|visitar|ver|leer|encontrar|obtener) (?:más|nuestr[oa]s?|"
    r"est[ae])|véase|obtenga más|encontrará|haga clic|pulse aquí)\b",
    re.IGNORECASE,
)
_DOES_MORE = re.compile(
    r"\b(?:opt|object|delete|withdraw|complain|request|unsubscribe|share|sell|"
    r"we may|oponer\w*|oponga|borr\w+|suprim\w+|eliminar\w*|retirar\w*|revocar\w*|"
    r"darse de baja|solicit\w+|ejerc\w+|reclam\w+|comparti\w+|vend(?:e[nr]?|emos)|"
    r"podemos|podremos)\b",
    re.IGNORECASE,
)
_TERM = re.compile(
    r"\W*(?:visit|view|review|read|find|see)s?\s(?!(?:our|the|your|this|that|what|how|"
    r"who|out|more|here|us)\b)\w+\W{1,3}(?:\w+\W{1,3}){0,2}?(?:is|are|was|were|means?|"
    r"includes?|contains?|comprises?|consists?|may|will|can|has|have)\b",
    re.IGNORECASE,
)
"""A noun that looks like a verb: "visit data includes" tells nobody to visit."""

_MOST = 30


def _judge(facts: Facts) -> Verdict | None:
    if not facts.pairs:
        return None
    for pair in facts.pairs:
        for sentence in filter(None, (pair.before, pair.after)):
            is_long = len(sentence.split()) > _MOST
            is_pointer = _POINTER.match(sentence) and not _TERM.match(sentence)
            if is_long or not is_pointer or _DOES_MORE.search(sentence):
                return None
    return Verdict(
        outcome=Outcome.EDITORIAL,
        reason="A sentence that only says where to read more.",
        categories=(Category.OTHER,),
        direction=Direction.NEUTRAL,
    )


RULE = Rule("pointer", _judge)
