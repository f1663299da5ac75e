"""Facts: what the words of a passage say now that they did not say before."""

from __future__ import annotations

import difflib
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from duenotice.materiality.words import sentences_of
from duenotice.materiality.words import words_of
from duenotice.model.content import plain_text
from duenotice.model.content import walk_lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Sequence

    from duenotice.compare.comparison import Comparison
    from duenotice.materiality.lexicon import Concept
    from duenotice.materiality.lexicon import Lexicon
    from duenotice.materiality.lexicon import Mention
    from duenotice.materiality.passage import Passage
    from duenotice.materiality.words import Word

_ALIKE = 0.55
"""Two sentences with this share of their words are one sentence, amended."""


@dataclass(frozen=True, slots=True)
class SentencePair:
    """A sentence in its two forms; one is empty where it came or went."""

    before: str
    after: str
    language: str

    @property
    def is_amended(self) -> bool:
        """Tell whether it stood there before."""
        return bool(self.before and self.after)


@dataclass(frozen=True)
class Facts:
    """What differs between the two forms of a passage."""

    passage: Passage
    pairs: tuple[SentencePair, ...]
    """The sentences that are not the same."""

    lexicon: Lexicon

    @cached_property
    def lost(self) -> tuple[Word, ...]:
        """Give the words that are gone, without those that only moved."""
        return self._differing[0]

    @cached_property
    def gained(self) -> tuple[Word, ...]:
        """Give the words that came."""
        return self._differing[1]

    @cached_property
    def _differing(self) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
        language = self.lexicon.language
        old = [w for one in self.pairs for w in words_of(one.before, language)]
        new = [w for one in self.pairs for w in words_of(one.after, language)]
        return _without(old, new), _without(new, old)

    @cached_property
    def lost_content(self) -> tuple[Word, ...]:
        """Give the lost words that carry meaning."""
        return tuple(word for word in self.lost if word.stem not in self.lexicon.small)

    @cached_property
    def gained_content(self) -> tuple[Word, ...]:
        """Give the gained words that carry meaning."""
        return tuple(
            word for word in self.gained if word.stem not in self.lexicon.small
        )

    @cached_property
    def concepts(self) -> tuple[Counter[Concept], Counter[Concept]]:
        """Count what the whole passage names, before and after."""
        return (
            self._named(self.passage.before),
            self._named(self.passage.after),
        )

    def _named(self, text: str) -> Counter[Concept]:
        words = words_of(text, self.lexicon.language)
        return Counter(mention.concept for mention in self.lexicon.mentions(words))

    @cached_property
    def gained_concepts(self) -> frozenset[Concept]:
        """Give what the passage names and did not name before."""
        old, new = self.concepts
        return frozenset(new) - frozenset(old)

    @cached_property
    def lost_concepts(self) -> frozenset[Concept]:
        """Give what the passage no longer names."""
        old, new = self.concepts
        return frozenset(old) - frozenset(new)

    def count_change(self, kind: str) -> int:
        """Say how many more mentions of a class there are now."""
        old, new = self.concepts
        return _count(new, kind) - _count(old, kind)

    def mentions(self, words: Sequence[Word]) -> Iterator[Mention]:
        """Find what a row of words names."""
        return self.lexicon.mentions(words)


def _count(named: Counter[Concept], kind: str) -> int:
    return sum(count for concept, count in named.items() if concept.kind == kind)


@dataclass(frozen=True)
class Setting:
    """The two whole texts that a passage stands in, as the sentences they hold."""

    old: frozenset[tuple[str, ...]] = frozenset()
    new: frozenset[tuple[str, ...]] = frozenset()


ALONE = Setting()
"""Nothing is known but the passage."""


def setting_of(comparison: Comparison, language: str) -> Setting:
    """Gather the sentences of both texts.

    What is said elsewhere in a text is not new in it, and what still stands elsewhere
    is not gone.
    """
    return Setting(
        *(
            frozenset(
                _key(sentence, language)
                for part in document.parts
                for line in walk_lines(part.blocks)
                for sentence in sentences_of(plain_text(line.inlines))
            )
            for document in (comparison.old, comparison.new)
        )
    )


def _key(sentence: str, language: str) -> tuple[str, ...]:
    return tuple(word.stem for word in words_of(sentence, language))


def facts_of(passage: Passage, lexicon: Lexicon, setting: Setting = ALONE) -> Facts:
    """Work out what differs."""
    if passage.lead_in != passage.old_lead_in:
        # The same words mean something else under another lead-in.
        setting = ALONE
    return Facts(passage, tuple(_pairs(passage, lexicon.language, setting)), lexicon)


def _pairs(passage: Passage, language: str, setting: Setting) -> Iterator[SentencePair]:
    """Give the sentences that are not the same, an amended one with what it was."""
    old, new = _unmatched(passage.before, passage.after, language)
    old = [one for one in old if _key(one, language) not in setting.new]
    new = [one for one in new if _key(one, language) not in setting.old]
    partner = _partners(old, new, language)
    for i, one in enumerate(old):
        yield SentencePair(one, new[partner[i]] if i in partner else "", language)
    for j, other in enumerate(new):
        if j not in partner.values():
            yield SentencePair("", other, language)


def _partners(old: Sequence[str], new: Sequence[str], language: str) -> dict[int, int]:
    """Match sentences, the most alike first; the places in both rows."""
    if len(old) == 1 == len(new):
        # The only one there was and the only one there is: the cell of a table, say.
        return {0: 0}
    scores = sorted(
        (
            (_likeness(words_of(one, language), words_of(other, language)), i, j)
            for i, one in enumerate(old)
            for j, other in enumerate(new)
        ),
        key=lambda one: (-one[0], abs(one[1] - one[2]), one[1]),
    )
    partner: dict[int, int] = {}
    for score, i, j in scores:
        if score >= _ALIKE and i not in partner and j not in partner.values():
            partner[i] = j
    return partner


def _unmatched(before: str, after: str, language: str) -> tuple[list[str], list[str]]:
    """Leave out the sentences that stand in both."""
    old, new = sentences_of(before), sentences_of(after)
    kept_old = Counter(_key(one, language) for one in new)
    kept_new = Counter(_key(one, language) for one in old)
    return (
        [one for one in old if not _take(kept_old, _key(one, language))],
        [one for one in new if not _take(kept_new, _key(one, language))],
    )


def _take(left: Counter[tuple[str, ...]], key: tuple[str, ...]) -> bool:
    if left[key] <= 0:
        return not key
    left[key] -= 1
    return True


def _likeness(one: Sequence[Word], other: Sequence[Word]) -> float:
    """Give the share of words that two sentences have in common, 0 to 1."""
    first, second = Counter(w.stem for w in one), Counter(w.stem for w in other)
    common = (first & second).total()
    return 2 * common / max(1, first.total() + second.total())


def _without(words: Sequence[Word], others: Sequence[Word]) -> tuple[Word, ...]:
    """Give the words that the other row has not, or has fewer times."""
    stems, other_stems = ([word.stem for word in row] for row in (words, others))
    matcher = difflib.SequenceMatcher(None, stems, other_stems, autojunk=False)
    in_order = {
        place
        for block in matcher.get_matching_blocks()
        for place in range(block.a, block.a + block.size)
    }
    left = Counter(other_stems)
    left.subtract(stems[place] for place in in_order)
    rest = []
    for place, word in enumerate(words):
        if place in in_order:
            continue
        if left[word.stem] > 0:  # it stands elsewhere in the other row
            left[word.stem] -= 1
        else:
            rest.append(word)
    return tuple(rest)
