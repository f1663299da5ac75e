"""Told elsewhere: much the same stands at another place, in other words.

A sentence that came may only repeat what another one has told all along; one that went
may still be told. Whether it does is for a person to say.
"""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Outcome
from duenotice.materiality.rule import Rule
from duenotice.materiality.rule import Verdict
from duenotice.materiality.subjects import categories_of

if TYPE_CHECKING:
    from duenotice.materiality.facts import Facts

_LETTERS = 160
"""Of the other sentence that is quoted."""


def _judge(facts: Facts) -> Verdict | None:
    if facts.amended:
        return None
    tellers = facts.tellers
    if not tellers:
        return None
    verb = "still says" if not facts.pairs[0].after else "said before"
    quoted = textwrap.shorten(tellers[0], _LETTERS, placeholder=" …")
    return Verdict(
        outcome=Outcome.NEEDS_REVIEW,
        reason=f"Another place {verb} much the same: “{quoted}” Is more meant here?",
        categories=categories_of(facts),
        direction=Direction.UNCLEAR,
    )


RULE = Rule("told-elsewhere", _judge)
"""Where only the passage is known, nothing is told elsewhere."""
