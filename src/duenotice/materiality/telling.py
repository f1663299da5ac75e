"""Tellings: where a text tells much the same as a sentence, in other words."""

from __future__ import annotations

import functools
import math
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from duenotice.materiality.denials import denials_in
from duenotice.materiality.whole_text import stems_of
from duenotice.materiality.words import words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from duenotice.materiality.lexicon import Concept
    from duenotice.materiality.lexicon import Lexicon
    from duenotice.materiality.whole_text import WholeText

_WORDS = 0.4
"""Of a sentence's words: with fewer, what is named may be named for something else."""

_THINGS = 0.75
"""Of what a sentence names."""


@dataclass(frozen=True)
class Tellings:
    """What the sentences of one text tell."""

    text: WholeText
    lexicon: Lexicon

    def like(self, sentence: str) -> str:
        """Give the sentence that tells most of what this one does; nothing if none.

        It names nearly all that this one names, has many of its words, and denies where
        this one denies.
        """
        content, named = self._content(sentence), _named(sentence, self.lexicon)
        if not named:
            return ""
        for other in self._nearest(content):
            is_denied_alike = self._denies(other) is self._denies(sentence)
            common = named & _named(other, self.lexicon)
            if is_denied_alike and len(common) >= _THINGS * len(named):
                return other
        return ""

    def _nearest(self, content: frozenset[str]) -> list[str]:
        """Give the sentences that have many of these words, those with most first.

        Whatever has so many has one of the rare ones, too, and of these few have any.
        """
        least = math.ceil(_WORDS * len(content))
        by_rarity = sorted(content, key=lambda word: (len(self._holding[word]), word))
        rare = by_rarity[: len(content) - least + 1]
        some = dict.fromkeys(other for word in rare for other in self._holding[word])
        shares = {other: len(content & self._contents[other]) for other in some}
        near = (other for other, count in shares.items() if count >= least)
        return sorted(near, key=lambda other: (-shares[other], *self._places[other]))

    @cached_property
    def _contents(self) -> Mapping[str, frozenset[str]]:
        return {one: self._content(one) for one in self.text.sentences.values()}

    @cached_property
    def _places(self) -> Mapping[str, tuple[int, int]]:
        """Give how many words each has, and where it stands: short ones are nearer."""
        several = enumerate(self._contents.items())
        return {one: (len(content), place) for place, (one, content) in several}

    @cached_property
    def _holding(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for sentence, content in self._contents.items():
            for word in content:
                found[word].append(sentence)
        return found

    def _content(self, sentence: str) -> frozenset[str]:
        return content_of(sentence, self.lexicon)

    def _denies(self, sentence: str) -> bool:
        return denials_in(sentence, self.lexicon.language) > 0


@functools.lru_cache(maxsize=1 << 13)
def content_of(sentence: str, lexicon: Lexicon) -> frozenset[str]:
    """Give the words of substance of a sentence; most stand in both texts."""
    return frozenset(stems_of(sentence, lexicon.language)) - lexicon.small


@functools.lru_cache(maxsize=1 << 12)
def _named(sentence: str, lexicon: Lexicon) -> frozenset[Concept]:
    """Give what a sentence names; the same ones are asked for again and again."""
    mentions = lexicon.mentions(words_of(sentence, lexicon.language))
    return frozenset(one.concept for one in mentions if one.concept.kind in _TELLING)


_TELLING = frozenset(
    {
        "practice",
        "data",
        "sensitive",
        "purpose",
        "recipient",
        "sale",
        "tracking",
        "retention",
        "right",
        "consent",
        "child",
        "transfer",
        "automated",
        "safeguard",
        "legal",
    }
)
"""Classes of the lexicon that make up what a sentence tells."""
