"""Facts: what the words of a passage say now that they did not say before."""

from __future__ import annotations

import difflib
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from duenotice.materiality.setting import ALONE
from duenotice.materiality.setting import completed
from duenotice.materiality.whole_text import stems_of
from duenotice.materiality.words import sentences_of
from duenotice.materiality.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Sequence

    from duenotice.materiality.lexicon import Concept
    from duenotice.materiality.lexicon import Lexicon
    from duenotice.materiality.lexicon import Mention
    from duenotice.materiality.passage import Passage
    from duenotice.materiality.setting import Setting
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

    @property
    def lowered(self) -> tuple[str, str]:
        """Give both forms in small letters: looking for words in them is quicker."""
        return self.before.lower(), self.after.lower()


@dataclass(frozen=True)
class Facts:
    """What differs between the two forms of a passage."""

    passage: Passage
    pairs: tuple[SentencePair, ...]
    """The sentences that are not the same."""

    lexicon: Lexicon
    setting: Setting = ALONE
    """The whole texts, where they are known."""

    @cached_property
    def amended(self) -> tuple[SentencePair, ...]:
        """Give the sentences that stand there in another form."""
        return tuple(one for one in self.pairs if one.is_amended)

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
        return _without(old, new)

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
        return Counter(
            mention.concept
            for sentence in sentences_of(text)
            for mention in self.mentions(words_of(sentence, self.lexicon.language))
        )

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

    @cached_property
    def first_named(self) -> frozenset[Concept]:
        """Give what the old text named nowhere; nothing for a passage by itself."""
        if self.setting is ALONE:
            return frozenset()
        was_named = self.setting.was_named
        return frozenset(one for one in self.gained_concepts if not was_named(one))

    @cached_property
    def no_longer_named(self) -> frozenset[Concept]:
        """Give what the new text names nowhere; nothing for a passage by itself."""
        if self.setting is ALONE:
            return frozenset()
        is_named = self.setting.is_named
        return frozenset(one for one in self.lost_concepts if not is_named(one))

    @cached_property
    def tellers(self) -> tuple[str, ...]:
        """Give for each sentence that differs the one that tells it elsewhere.

        Nothing for a passage by itself, nor where one is told nowhere else.
        """
        if self.setting is ALONE:
            return ()
        before, after = self.setting.tellings
        told: list[str] = []
        for one in self.pairs:
            text, sentence = (before, one.after) if one.after else (after, one.before)
            other = text.like(sentence)
            if not other:
                return ()
            told.append(other)
        return tuple(told)

    def uses_of(self, term: str) -> int:
        """Count the sentences of the whole text that use a term; 0 if it's unknown."""
        return self.setting.uses_of(term)

    def count_change(self, kind: str) -> int:
        """Say how many more mentions of a class there are now."""
        old, new = self.concepts
        return _count(new, kind) - _count(old, kind)

    def mentions(self, words: Sequence[Word]) -> tuple[Mention, ...]:
        """Find what a row of words names."""
        return self.lexicon.mentions(words)


def _count(named: Counter[Concept], kind: str) -> int:
    return sum(count for concept, count in named.items() if concept.kind == kind)


def facts_of(passage: Passage, lexicon: Lexicon, setting: Setting = ALONE) -> Facts:
    """Work out what differs.

    A setting in another language tells nothing of a passage.
    """
    if setting.lexicon.language != lexicon.language:
        setting = ALONE
    whole = completed(passage, setting)
    pairs = tuple(_pairs(whole, lexicon.language))
    return Facts(whole, pairs, lexicon, setting)


def _pairs(passage: Passage, language: str) -> Iterator[SentencePair]:
    """Give the sentences that are not the same, an amended one with what it was."""
    old, new = _unmatched(passage.before, passage.after, language)
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
    counted, others = (
        [Counter(stems_of(one, language)) for one in side] for side in (old, new)
    )
    scores = sorted(
        (
            (score, i, j)
            for i, one in enumerate(counted)
            for j, other in enumerate(others)
            if (score := _likeness(one, other)) >= _ALIKE
        ),
        key=lambda one: (-one[0], abs(one[1] - one[2]), one[1]),
    )
    partner: dict[int, int] = {}
    for _, i, j in scores:
        if i not in partner and j not in partner.values():
            partner[i] = j
    return partner


def _unmatched(before: str, after: str, language: str) -> tuple[list[str], list[str]]:
    """Leave out the sentences that stand in both."""
    old, new = sentences_of(before), sentences_of(after)
    kept_old = Counter(stems_of(one, language) for one in new)
    kept_new = Counter(stems_of(one, language) for one in old)
    return (
        [one for one in old if not _take(kept_old, stems_of(one, language))],
        [one for one in new if not _take(kept_new, stems_of(one, language))],
    )


def _take(left: Counter[tuple[str, ...]], key: tuple[str, ...]) -> bool:
    if left[key] <= 0:
        return not key
    left[key] -= 1
    return True


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """Give the share of words that two sentences have in common, 0 to 1."""
    common = sum(min(one[stem], other[stem]) for stem in one.keys() & other.keys())
    return 2 * common / max(1, one.total() + other.total())


def _without(
    words: Sequence[Word], others: Sequence[Word]
) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """Give the words of each row that the other has not, or has fewer times."""
    stems, other_stems = ([word.stem for word in row] for row in (words, others))
    counted, in_other = Counter(stems), Counter(other_stems)
    if all(counted[one] == in_other[one] for one in counted.keys() & in_other.keys()):
        return (
            tuple(word for word in words if word.stem not in in_other),
            tuple(word for word in others if word.stem not in counted),
        )
    # Of several that are alike some stand there: their order tells which.
    matcher = difflib.SequenceMatcher(None, stems, other_stems, autojunk=False)
    blocks = matcher.get_matching_blocks()
    kept = {place for one in blocks for place in range(one.a, one.a + one.size)}
    other_kept = {place for one in blocks for place in range(one.b, one.b + one.size)}
    return _left(words, kept, in_other), _left(others, other_kept, counted)


def _left(
    words: Sequence[Word], in_order: set[int], in_other: Counter[str]
) -> tuple[Word, ...]:
    """Give the words out of order that stand nowhere else in the other row."""
    left = in_other - Counter(words[place].stem for place in in_order)
    rest = []
    for place, word in enumerate(words):
        if place in in_order:
            continue
        if left[word.stem] > 0:
            left[word.stem] -= 1
        else:
            rest.append(word)
    return tuple(rest)
