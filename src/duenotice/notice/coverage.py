"""Whether a notice speaks of a finding, in whatever plain words.

An editor rewrites freely, so no wording is asked for. A finding is spoken of where its
words are quoted, or where one stretch of the notice names enough of what tells this
change from the others: words that few other findings have weigh most, and words that
every notice has weigh nothing.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from duenotice.materiality.words import words_of
from duenotice.notice.notice_text import letters
from duenotice.notice.told import Kind
from duenotice.notice.told import told_passages
from duenotice.notice.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from duenotice.notice.facts import NoticeFacts
    from duenotice.notice.notice_text import NoticeText
    from duenotice.notice.told import ToldPassage

SHARE = 0.45
"""How much of a sentence's weight one stretch must have."""

ENOUGH = 2.5
"""The weight that is enough of a sentence however long: some words of its own."""

OWN_SHARE = 0.25
"""The share that is enough where two of the words are this change's alone."""

MARKED = 0.4
"""A change whose own words weigh this much is not told without any of them."""

SLIGHT = 0.15
"""A sentence with less than this of the weightiest one's weight proves nothing."""

NEIGHBOUR = 0.6
"""How much of a passage's words a neighbour must have to be told with it."""

_LONG = 6
"""A quotation of so many words is known wherever it stands."""


def silent_about(notice: NoticeText, facts: NoticeFacts) -> tuple[ToldPassage, ...]:
    """Give the passages that a notice says nothing of.

    Where there are no words to go by, nothing is held against it.
    """
    every = told_passages(facts.findings)
    coverage = _Coverage(notice, every, Vocabulary.of(facts))
    told = [one for one in every if coverage.is_told(one)]
    return tuple(
        one for one in every if one not in told and not coverage.is_told_with(one, told)
    )


class _Coverage:
    """What one notice tells of the passages of one version."""

    def __init__(
        self,
        notice: NoticeText,
        every: tuple[ToldPassage, ...],
        vocabulary: Vocabulary,
    ) -> None:
        self._vocabulary = vocabulary
        self._letters = letters(notice.text)
        self._quoted = frozenset(letters(one.text) for one in notice.quotations)
        self._stretches = [vocabulary.named(one) for one in notice.stretches()]
        self._named = frozenset().union(*self._stretches)
        self._terms = {one: vocabulary.telling("\n".join(one.words)) for one in every}
        counts = Counter(term for terms in self._terms.values() for term in terms)
        self._weights = {term: 1 / count for term, count in counts.items()}

    def is_told(self, passage: ToldPassage) -> bool:
        """Tell whether its words are quoted, or enough of them named together."""
        if not self._terms[passage] or self._is_quoted(passage):
            return True
        if not self._new_amounts(passage) <= self._named:
            return False
        units = self._units(passage)
        marks = self._marks(frozenset().union(*units))
        least = SLIGHT * max(map(self._weight, units), default=0)
        return any(
            self._is_named(one, marks) for one in units if self._weight(one) >= least
        )

    def is_told_with(self, passage: ToldPassage, told: Iterable[ToldPassage]) -> bool:
        """Tell whether another one of its section, which is told, says mostly it."""
        own = self._terms[passage]
        return any(
            len(own & self._terms[other]) >= NEIGHBOUR * len(own)
            for other in told
            if other.heading == passage.heading
        )

    def _is_quoted(self, passage: ToldPassage) -> bool:
        sides = {letters(side): side for side in passage.words}
        return all(
            told in self._quoted or (_is_long(side) and told in self._letters)
            for told, side in sides.items()
            if told
        )

    def _units(self, passage: ToldPassage) -> list[frozenset[str]]:
        """Give what is looked for: sentences, or of amended words what differs.

        New words are enough by themselves where no other change has them. A bare
        number proves little, and is looked for among the words around it.
        """
        telling = self._vocabulary.telling
        before, after = passage.words
        if passage.kind is Kind.AMENDED:
            old, new = telling(before), telling(after)
            differing = old ^ new
            if all(map(str.isdecimal, differing)):
                differing = old | new
            added = new - old
            return [differing, added] if self._own(added) else [differing]
        sentences = self._vocabulary.sentences(before or after)
        return [telling(one) for one in sentences]

    def _new_amounts(self, passage: ToldPassage) -> frozenset[str]:
        """Give the new numbers and periods of a change of nothing else.

        Who reads of another one is told what isn't so.
        """
        old, new = map(self._vocabulary.telling, passage.words)
        is_alone = passage.kind is Kind.AMENDED and all(map(_is_amount, old ^ new))
        return new - old if is_alone else frozenset()

    def _own(self, terms: frozenset[str]) -> frozenset[str]:
        """Give the terms that no other change has."""
        return frozenset(term for term in terms if self._weights.get(term) == 1)

    def _weight(self, terms: Iterable[str]) -> float:
        return sum(self._weights.get(term, 0) for term in terms)

    def _marks(self, terms: frozenset[str]) -> frozenset[str]:
        """Give the terms of which one must be named: those of this change alone.

        Where they are few, a change that only repeats others can be told without.
        """
        own = self._own(terms)
        is_marked = self._weight(own) >= MARKED * self._weight(terms)
        return own if is_marked else terms

    def _is_named(self, unit: frozenset[str], marks: frozenset[str]) -> bool:
        whole = self._weight(unit)
        return any(
            self._is_enough(unit & one, whole)
            for one in self._stretches
            if marks & unit & one
        )

    def _is_enough(self, named: frozenset[str], whole: float) -> bool:
        """Tell whether words of a sentence are enough of its whole weight."""
        weight = self._weight(named)
        if len(self._own(named)) > 1 and weight >= OWN_SHARE * whole:
            return True
        return 0 < min(SHARE * whole, ENOUGH) <= weight


def _is_amount(term: str) -> bool:
    return term.partition(" ")[0].isdecimal()


def _is_long(text: str) -> bool:
    return len(words_of(text)) >= _LONG
