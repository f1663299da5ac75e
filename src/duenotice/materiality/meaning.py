"""Meaning: sentences as rows of what their words mean, where synonyms count as one."""

from __future__ import annotations

import functools
from collections import Counter
from typing import TYPE_CHECKING
from typing import NamedTuple

from duenotice.materiality.denials import denials_in
from duenotice.materiality.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Sequence

    from duenotice.materiality.facts import Facts
    from duenotice.materiality.lexicon import Lexicon

SAME = "same"
"""The class of the lexicon whose phrases stand for one another."""

_FILLER = "nothing"
"""Its phrases that stand for nothing at all."""

_NOBODY = "nobody"
"""What the phrases of a synonym of "nobody" deny."""

_DENIALS = {
    "nobodi": ("not", "anybodi"),
    "no": ("not",),
    "never": ("not",),
    "none": ("not", "any"),
    "noth": ("not", "anyth"),
    "neither": ("not",),
    "nor": ("or", "not"),
    "nunc": ("not",),
    "jam": ("not",),
    "jamas": ("not",),
    "tampoc": ("not",),
    "ningun": ("not",),
}
"""Words that deny, taken apart: "nobody" is "not anybody"."""

_EMPTY = {"any", "ever", "anybodi", "anyth"}
"""What is left of a denial and says no more than that."""


def meanings_of(sentence: str, facts: Facts) -> tuple[str, ...]:
    """Give what the words of a sentence mean, in their order, without small words.

    Synonyms of the lexicon's class `same` are one; "nobody" is "not anybody".
    """
    return _row_of(sentence, facts.lexicon)


@functools.lru_cache(maxsize=1 << 12)
def _row_of(sentence: str, lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(one.meaning for one in placed_meanings(sentence, lexicon))


class Placed(NamedTuple):
    """A meaning, and the place of the words that it stands for."""

    meaning: str
    start: int
    end: int


def placed_meanings(sentence: str, lexicon: Lexicon) -> Iterator[Placed]:
    """Give the meanings of a sentence with their places among its words."""
    words = words_of(sentence, lexicon.language)
    mentions = lexicon.mentions(words)
    same = {one.start: one for one in mentions if one.concept.kind == SAME}
    place = 0
    while place < len(words):
        start, mention = place, same.get(place)
        if mention is not None:
            place = mention.end
            if mention.concept.name == _NOBODY:
                yield Placed("not", start, place)
            elif mention.concept.name != _FILLER:
                yield Placed(f"={mention.concept.name}", start, place)
            continue
        stem = words[place].stem
        place += 1
        for part in _DENIALS.get(stem, (stem,)):
            if part not in lexicon.small and part not in _EMPTY:
                yield Placed(part, start, place)


def means_the_same(olds: Sequence[str], news: Sequence[str], facts: Facts) -> bool:
    """Tell whether sentences mean the same, and name as many places and denials."""
    old, new = (
        Counter(meaning for one in several for meaning in meanings_of(one, facts))
        for several in (olds, news)
    )
    if old.keys() != new.keys():
        return False
    places = {one for sentence in (*olds, *news) for one in _places(sentence, facts)}
    return all(old[one] == new[one] for one in places) and (
        _denials(olds, facts) == _denials(news, facts)
    )


def _places(sentence: str, facts: Facts) -> Iterator[str]:
    """Give the meanings of what says where something holds: twice is not once."""
    words = words_of(sentence, facts.lexicon.language)
    for one in facts.mentions(words):
        if one.concept.name == "country":
            named = " ".join(word.text for word in words[one.start : one.end])
            yield from meanings_of(named, facts)


def _denials(sentences: Sequence[str], facts: Facts) -> int:
    return sum(denials_in(one, facts.lexicon.language) for one in sentences)
