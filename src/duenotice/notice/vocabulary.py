"""The words of a language by which one change is told from another."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice.materiality.lexicon import lexicon_for
from duenotice.materiality.quantities import quantities_in
from duenotice.materiality.words import sentences_of
from duenotice.materiality.words import words_of
from duenotice.notice.draft import draft_notice
from duenotice.notice.notice_text import NoticeText
from duenotice.notice.wording import language_of
from duenotice.notice.wording import wording_for
from duenotice.parse.markdown import parse_blocks
from duenotice.parse.phrases import phrases_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping

    from duenotice.materiality.lexicon import Concept
    from duenotice.materiality.lexicon import Lexicon
    from duenotice.materiality.quantities import Quantity
    from duenotice.materiality.words import Word
    from duenotice.notice.facts import NoticeFacts

_GRAMMAR = frozenset(
    {
        "certainty",
        "commitment",
        "condition",
        "exception",
        "hedge",
        "negation",
        "small",
        "widening",
    }
)
"""Classes of a lexicon whose words stand in every text."""

_ALIKE = frozenset(
    {"child", "legal", "recipient", "safeguard", "sale", "sensitive", "tracking"}
)
"""Classes whose concepts an editor says in other words; others hold too much."""

_UNSPACED = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]{2,}"
)
_TO_WRITE = re.compile(r"\{\{[^{}]*\}\}")
_AMOUNT_WORDS = 3
"""As many words as an amount has at most: 10 business days."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the words of one statement's notices are worth."""

    locale: str
    empty: frozenset[str] = frozenset()
    """Words that stand in every text, or in a notice of any change."""

    @classmethod
    def of(cls, facts: NoticeFacts) -> Vocabulary:
        """Give the vocabulary for a notice."""
        bare = cls(facts.locale, _grammar(facts.locale))
        draft = draft_notice(replace(facts, findings=(), obligations=()))
        frame = NoticeText(parse_blocks(_TO_WRITE.sub("", draft))).text
        return replace(bare, empty=bare.empty | frozenset(bare.terms(frame)))

    @property
    def language(self) -> str:
        """Give the language."""
        return language_of(self.locale)

    def terms(self, text: str) -> Iterator[str]:
        """Give the stems of words, and amounts of time as one term each.

        >>> list(Vocabulary("en").terms("Logs are kept for 18 months."))
        ['log', 'are', 'kept', 'for', '18 month']
        """
        words = words_of(text, self.language)
        at = 0
        while at < len(words):
            amount, length = _amount(words[at : at + _AMOUNT_WORDS])
            yield from _pieces(words[at].stem) if amount is None else (_told(amount),)
            at += length

    def named(self, text: str) -> frozenset[str]:
        """Give the terms of a stretch of a notice, with all that they may stand for.

        Words that a lexicon holds to say the same stand for each other.
        """
        found = frozenset(self._meant(text))
        return found.union(*map(self._with_amounts, sentences_of(text)))

    def _with_amounts(self, sentence: str) -> frozenset[str]:
        """Give terms; a bare number may have another's unit: 18 months, not 13."""
        terms = frozenset(self.terms(sentence))
        units = {one.partition(" ")[2] for one in terms if " " in one}
        numbers = {one for one in terms if one.isdecimal()}
        return terms | {f"{one} {unit}" for one in numbers for unit in units}

    def _meant(self, text: str) -> Iterator[str]:
        """Give the stems of words that say the same as those of a text."""
        lexicon = lexicon_for(self.language)
        if lexicon is not None:
            alike = _alike(self.language)
            for mention in lexicon.mentions(words_of(text, self.language)):
                yield from alike.get(mention.concept, ())

    def telling(self, text: str) -> frozenset[str]:
        """Give the terms that tell something; all where none of them does."""
        every = frozenset(self.terms(text))
        return every - self.empty or every - _grammar(self.locale) or every

    def sentences(self, text: str) -> tuple[str, ...]:
        """Cut a text into sentences, without those that only lead elsewhere."""
        every = sentences_of(text)
        lead = phrases_for(self.locale).numbered.partition("{number}")[0]
        pointing = re.compile(rf"(?<!\w){re.escape(lead)}\d", re.IGNORECASE)
        return tuple(one for one in every if not pointing.search(one)) or every


def _grammar(locale: str) -> frozenset[str]:
    """Give the stems that stand in every text."""
    language = language_of(locale)
    wording = wording_for(language)
    said = () if wording is None else wording.speaks_of["nothing"]
    nothing = {word.stem for one in said for word in words_of(one, language)}
    lexicon = lexicon_for(language)
    return frozenset(nothing) | (_of_lexicon(lexicon) if lexicon else frozenset())


@functools.cache
def _alike(language: str) -> Mapping[Concept, frozenset[str]]:
    """Give the stems of the phrases of each concept that has several names."""
    found: dict[Concept, set[str]] = {}
    lexicon = lexicon_for(language)
    for rows in lexicon.phrases.values() if lexicon else ():
        for row, concept in rows:
            if concept.kind in _ALIKE:
                found.setdefault(concept, set()).update(row)
    return {concept: frozenset(stems) for concept, stems in found.items()}


def _of_lexicon(lexicon: Lexicon) -> frozenset[str]:
    alone = {
        first
        for first, rows in lexicon.phrases.items()
        for row, concept in rows
        if len(row) == 1 and concept.kind in _GRAMMAR
    }
    return lexicon.small | alone


def _amount(words: tuple[Word, ...]) -> tuple[Quantity | None, int]:
    """Give the amount of time that words begin with, and how many words it has."""
    if words[0].text.isdecimal():
        for length in range(2, len(words) + 1):
            text = " ".join(word.text for word in words[:length])
            for amount in quantities_in(text):
                return amount, length
    return None, 1


def _told(amount: Quantity) -> str:
    return f"{amount.value} {amount.unit}"


def _pieces(stem: str) -> Iterator[str]:
    """Give a stem, or in scripts without spaces every two signs of it."""
    if _UNSPACED.fullmatch(stem) is None:
        yield stem
    else:
        yield from (stem[at : at + 2] for at in range(len(stem) - 1))
