"""Reframed: the same words stand under another lead-in, and may mean something else."""

from __future__ import annotations

import textwrap
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

_LETTERS = 70
"""Of a lead-in that is quoted."""


def _judge(facts: Facts) -> Verdict | None:
    passage = facts.passage
    old, new = passage.old_lead_in, passage.lead_in
    if not (passage.before and passage.after and old and new) or old == new:
        return None
    was, now = is_denied(old), is_denied(new)
    if was is not now:
        return Verdict(
            outcome=Outcome.MATERIAL,
            reason=f"It stood under “{_short(old)}” and stands under “{_short(new)}”.",
            categories=categories_of(facts),
            direction=Direction.WORSE if was else Direction.BETTER,
        )
    if passage.is_reframed and _practice(facts, old) != _practice(facts, new):
        return Verdict(
            outcome=Outcome.NEEDS_REVIEW,
            reason=f"It moved from “{_short(old)}” to “{_short(new)}”: does it mean "
            "the same there?",
            categories=categories_of(facts),
            direction=Direction.UNCLEAR,
        )
    return None


def _practice(facts: Facts, lead_in: str) -> set[str]:
    words = words_of(lead_in, facts.lexicon.language)
    return {one.concept.name for one in facts.mentions(words)}


def _short(lead_in: str) -> str:
    return textwrap.shorten(lead_in, _LETTERS, placeholder=" …")


RULE = Rule("reframed", _judge)
"""An item of "we never collect" that stands under "we collect" is not a mere move."""
