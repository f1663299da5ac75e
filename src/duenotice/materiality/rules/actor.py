"""Actor: who has to do it is another, in the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Outcome
from duenotice.materiality.rule import Rule
from duenotice.materiality.rule import Verdict
from duenotice.materiality.subjects import categories_of
from duenotice.materiality.words import words_of

if TYPE_CHECKING:
    from duenotice.materiality.facts import Facts
    from duenotice.materiality.facts import SentencePair


def _judge(facts: Facts) -> Verdict | None:
    for pair in facts.amended:
        if turn := _turn(pair):
            return Verdict(
                outcome=Outcome.MATERIAL,
                reason="What we did falls to you now."
                if turn == ("we", "you")
                else "What fell to you is done by us now.",
                categories=categories_of(facts),
                direction=Direction.WORSE
                if turn == ("we", "you")
                else Direction.BETTER,
                before=pair.before,
                after=pair.after,
            )
    return None


def _turn(pair: SentencePair) -> tuple[str, str] | None:
    """Give the two words where one pronoun is all that differs, in its place."""
    old = [word.stem for word in words_of(pair.before, pair.language)]
    new = [word.stem for word in words_of(pair.after, pair.language)]
    if len(old) != len(new):
        return None
    differing = [
        (one, other) for one, other in zip(old, new, strict=True) if one != other
    ]
    if len(differing) != 1 or set(differing[0]) != {"we", "you"}:
        return None
    return differing[0]


RULE = Rule("actor", _judge)
