"""Reframed: the same words stand under another lead-in, and may mean something else."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from duenotice.materiality.denials import is_denied
from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Outcome
from duenotice.materiality.headings import turns
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
    if not (passage.before and passage.after):
        return None
    old, new = passage.old_lead_in, passage.lead_in
    if not (old and new):
        return _under_heading(facts) if passage.is_reframed else None
    if old == new:
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
        return _moved(facts, old, new)
    return None


def _under_heading(facts: Facts) -> Verdict | None:
    """Judge by the headings what moved without a lead-in."""
    passage = facts.passage
    old, new = (
        one.rpartition("\n")[2] for one in (passage.old_heading, passage.heading)
    )
    if is_denied(old) is is_denied(new) and not turns(old, new, facts.lexicon):
        return None
    return _moved(facts, old, new)


def _moved(facts: Facts, old: str, new: str) -> Verdict:
    return Verdict(
        outcome=Outcome.NEEDS_REVIEW,
        reason=f"It moved from “{_short(old)}” to “{_short(new)}”: does it mean "
        "the same there?",
        categories=categories_of(facts),
        direction=Direction.UNCLEAR,
    )


def _practice(facts: Facts, lead_in: str) -> set[str]:
    words = words_of(lead_in, facts.lexicon.language)
    return {one.concept.name for one in facts.mentions(words)}


def _short(lead_in: str) -> str:
    return textwrap.shorten(lead_in, _LETTERS, placeholder=" …")


RULE = Rule("reframed", _judge)
"""An item of "we never collect" that stands under "we collect" is not a mere move."""
