"""Spelling: a few words are the same letter by letter, or nearly."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Outcome
from duenotice.materiality.rule import Rule
from duenotice.materiality.rule import Verdict

if TYPE_CHECKING:
    from duenotice.materiality.facts import Facts
    from duenotice.materiality.words import Word

_MOST = 3
_ALIKE = 0.8
_SHORT = 4
"""Letters: a shorter word is soon another one."""
_TURNING = {"negation", "exception", "certainty", "transfer", "automated"}


def _judge(facts: Facts) -> Verdict | None:
    came, went = facts.gained_content, facts.lost_content
    if len(came) != len(went) or not 0 < len(came) <= _MOST:
        return None
    if not all(map(_is_misspelling, went, came)):
        return None
    kinds = {one.concept.kind for one in facts.mentions((*facts.gained, *facts.lost))}
    if kinds & _TURNING:
        return None
    return Verdict(
        outcome=Outcome.EDITORIAL,
        reason="A word is spelt otherwise; the sentence is the same.",
        categories=(Category.OTHER,),
        direction=Direction.NEUTRAL,
        sources=("wp260-29",),
    )


def _is_misspelling(old: Word, new: Word) -> bool:
    """Tell a misspelling from another word: digits and short words never are."""
    one, other = old.text, new.text
    if (
        any(letter.isdigit() for letter in one + other)
        or min(map(len, (one, other))) < _SHORT
    ):
        return False
    return SequenceMatcher(None, one, other).ratio() >= _ALIKE


RULE = Rule("spelling", _judge)
"""Source: WP260 rev.01, 29. "now" for "not" is too short to pass for a misspelling."""
