"""Regrouped: a sentence became a list, or a list a sentence, with the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Outcome
from duenotice.materiality.rule import Rule
from duenotice.materiality.rule import Verdict
from duenotice.materiality.setting import ALONE
from duenotice.materiality.telling import content_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from duenotice.materiality.facts import Facts

_Content = frozenset[str]
_FEWEST = 3
"""Words of substance of what was cut up or put together."""


def _judge(facts: Facts) -> Verdict | None:
    if facts.setting is ALONE or not facts.pairs:
        return None
    sides = [(_of(facts, one.before), _of(facts, one.after)) for one in facts.pairs]
    if not all(one <= other or other <= one for one, other in sides):
        return None
    went, came = facts.setting.gone.values(), facts.setting.come.values()
    for before, after in sides:
        is_cut = _is_whole(before or _around(after, went), came, after)
        is_joined = _is_whole(after or _around(before, came), went, before)
        if not (is_cut or is_joined):
            return None
    return Verdict(
        outcome=Outcome.EDITORIAL,
        reason="The same words, as a list or as a sentence.",
        categories=(Category.OTHER,),
        direction=Direction.NEUTRAL,
        sources=("wp260-29",),
    )


def _is_whole(whole: _Content, parts: Iterable[_Content], one: _Content) -> bool:
    """Tell whether sentences say together what one said, and one of them is this."""
    if len(whole) < _FEWEST or not one <= whole:
        return False
    inside = [part for part in parts if part and part < whole]
    has_one = not one or one in inside
    return has_one and whole == frozenset().union(*inside)


def _around(part: _Content, several: Iterable[_Content]) -> _Content:
    """Give the shortest sentence that has all the words of a part, and more."""
    if not part:
        return part
    return min((one for one in several if part < one), key=len, default=frozenset())


def _of(facts: Facts, sentence: str) -> _Content:
    return content_of(sentence, facts.lexicon)


RULE = Rule("regrouped", _judge)
"""Source: WP260 rev.01, 29, excludes changes of style expressly."""
