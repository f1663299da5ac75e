"""Spelling: a few words are the same letter by letter, or nearly."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Outcome
from duenotice.materiality.rule import Rule
from duenotice.materiality.rule import Verdict
from duenotice.materiality.words import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duenotice.materiality.facts import Facts
    from duenotice.materiality.words import Word

_MOST = 3
_ALIKE = 0.8
_ALMOST = 0.9
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.\w+)+")
_SHORT = 4
"""Letters: a shorter word is soon another one."""
_TURNING = {"negation", "exception", "certainty", "transfer", "automated"}


def _judge(facts: Facts) -> Verdict | None:
    is_content = _are_misspellings(facts.lost_content, facts.gained_content)
    is_word = is_content or _are_misspellings(facts.lost, facts.gained)
    if not (is_word or _is_address(facts)):
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


def _is_address(facts: Facts) -> bool:
    """Tell whether an email address alone differs, by a letter or two."""
    if not facts.pairs or len(facts.amended) < len(facts.pairs):
        return False
    if not all("@" in one.before and "@" in one.after for one in facts.pairs):
        return False
    for pair in facts.pairs:
        sides = (pair.before, pair.after)
        old, new = (_MAIL.findall(one.casefold()) for one in sides)
        rests = {words_of(_MAIL.sub(" ", one), pair.language) for one in sides}
        if len(rests) > 1 or len(old) != len(new):
            return False
        if not all(map(_is_typing_error, old, new)):
            return False
    return True


def _is_typing_error(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other).ratio() >= _ALMOST


def _are_misspellings(went: Sequence[Word], came: Sequence[Word]) -> bool:
    is_few = len(came) == len(went) and 0 < len(came) <= _MOST
    return is_few and all(map(_is_misspelling, went, came))


def _is_misspelling(old: Word, new: Word) -> bool:
    """Tell a misspelling from another word: digits and short words never are."""
    one, other = old.text, new.text
    if (
        any(letter.isdigit() for letter in one + other)
        or min(map(len, (one, other))) < _SHORT
    ):
        return False
    return _is_swap(one, other) or SequenceMatcher(None, one, other).ratio() >= _ALIKE


def _is_swap(one: str, other: str) -> bool:
    """Tell whether two neighbouring letters changed places: "form" and "from"."""
    if len(one) != len(other):
        return False
    places = [place for place, letter in enumerate(one) if letter != other[place]]
    if len(places) != len("ab") or places[1] - places[0] != 1:
        return False
    first, second = places
    return one[first] == other[second] and one[second] == other[first]


RULE = Rule("spelling", _judge)
"""Source: WP260 rev.01, 29. "now" for "not" is too short to pass for a misspelling."""
