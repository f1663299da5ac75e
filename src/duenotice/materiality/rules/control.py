"""Control: a button, a menu or a page has another name, and does the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Outcome
from duenotice.materiality.meaning import meanings_of
from duenotice.materiality.rule import Rule
from duenotice.materiality.rule import Verdict

if TYPE_CHECKING:
    from duenotice.materiality.facts import Facts

_PRESS = re.compile(
    r"\b(?:press|click|tap|go to|open|select|choose|switch (?:on|off)|turn (?:on|off)|"
    r"follow the link|menu|settings|button|pulse|haga clic|vaya a|abra|seleccione|"
    r"elija|active|desactive|menú|ajustes|botón)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"[\"“«‘]([^\"”»’]{1,60})[\"”»’]|\*\*[^*]{1,60}\*\*|"
    r"(?<=go to )(?:[A-Z][\w-]*(?:[,\s>\u203a\u2192/]+|$))+|(?<=vaya a "
    r")(?:[A-Z][\w-]*(?:[,\s>\u203a\u2192/]+|$))+"
)


def _judge(facts: Facts) -> Verdict | None:
    if not facts.pairs:
        return None
    for pair in facts.pairs:
        both = (pair.before, pair.after)
        if not pair.is_amended or not all(map(_PRESS.search, both)):
            return None
        if not all(map(_NAMED.search, both)):
            return None
        old, new = (set(meanings_of(_NAMED.sub(" ", one), facts)) for one in both)
        if old != new:
            return None
    return Verdict(
        outcome=Outcome.EDITORIAL,
        reason="A button, a menu or a page has another name; what it does is the same.",
        categories=(Category.OTHER,),
        direction=Direction.NEUTRAL,
    )


RULE = Rule("control", _judge)
"""The way to choose is the same: only its sign was painted anew."""
