"""Narrowed: what held for everybody moved under a heading for a few."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Outcome
from duenotice.materiality.rule import Rule
from duenotice.materiality.rule import Verdict
from duenotice.materiality.setting import ALONE
from duenotice.materiality.subjects import categories_of
from duenotice.materiality.whole_text import stems_of
from duenotice.materiality.words import sentences_of

if TYPE_CHECKING:
    from duenotice.materiality.facts import Facts

_FEW = re.compile(
    r"\b(?:residents?|(?:users|people|customers|members|visitors|individuals) (?:in|of|"
    r"who live in)|for california|california (?:privacy )?rights|residentes?|"
    r"(?:usuarios|personas|clientes) (?:de|en|que viven en))\b",
    re.IGNORECASE,
)


def _judge(facts: Facts) -> Verdict | None:
    above = _last(facts.passage.heading)
    if facts.setting is ALONE or not _is_for_few(above):
        return None
    moved = [one for one in _new_here(facts) if _stood_for_all(facts, one)]
    if not moved:
        return None
    return Verdict(
        outcome=Outcome.MATERIAL,
        reason=f"It held for everybody, and stands under “{above}” now.",
        categories=tuple(dict.fromkeys((Category.SCOPE, *categories_of(facts)))),
        direction=Direction.WORSE,
        sources=("wp260-29",),
        after=moved[0],
    )


@functools.lru_cache(maxsize=1 << 10)
def _is_for_few(heading: str) -> bool:
    return bool(_FEW.search(heading))


def _last(heading: str) -> str:
    return heading.rstrip().split("\n")[-1].strip()


def _new_here(facts: Facts) -> list[str]:
    """Give the sentences that did not stand in this place, wherever they stood."""
    one = facts.setting.by_change.get(facts.passage.change, facts.passage)
    before = {_key(facts, was) for was in sentences_of(one.before)}
    return [now for now in sentences_of(one.after) if _key(facts, now) not in before]


def _stood_for_all(facts: Facts, sentence: str) -> bool:
    """Tell whether a sentence left a passage that stands under no such heading."""
    wanted = _key(facts, sentence)
    return any(
        wanted in {_key(facts, was) for was in sentences_of(one.before)}
        and wanted not in {_key(facts, now) for now in sentences_of(one.after)}
        for one in facts.setting.passages
        if not _is_for_few(_last(one.heading))
    )


def _key(facts: Facts, sentence: str) -> tuple[str, ...]:
    return stems_of(sentence, facts.lexicon.language)


RULE = Rule("narrowed", _judge)
"""A right that only some have left is a right that the others have lost."""
