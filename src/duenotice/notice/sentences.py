"""The sentences of a notice's own words, and what each speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.materiality.words import sentences_of
from duenotice.materiality.words import words_of
from duenotice.notice.days import days_in
from duenotice.notice.days import names_day
from duenotice.notice.wording import language_of
from duenotice.notice.wording import wording_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from duenotice.notice.notice_text import NoticeText
    from duenotice.notice.wording import Wording


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a notice."""

    text: str
    line: int
    locale: str

    @property
    def days(self) -> tuple[date, ...]:
        """Give the days that it names."""
        return tuple(days_in(self.text, self._wording))

    def names(self, day: date) -> bool:
        """Tell whether it names a day."""
        return names_day(self.text, day, self._wording)

    def speaks_of(self, what: str) -> bool:
        """Tell whether it has one of the phrases of a key.

        In a language that isn't known it may have one.
        """
        if self._wording is None:
            return True
        language = self._wording.language
        stems = _joined(self.text, language)
        phrases = self._wording.speaks_of[what]
        return any(_joined(one, language) in stems for one in phrases)

    @property
    def _wording(self) -> Wording | None:
        return wording_for(language_of(self.locale))


def sentences_in(notice: NoticeText, locale: str) -> Iterator[Sentence]:
    """Give the sentences of a notice's own words, in their order."""
    for passage in notice.own_passages:
        for sentence in sentences_of(passage.text.replace("\n", " ")):
            yield Sentence(sentence, passage.line, locale)


def _joined(text: str, language: str) -> str:
    return f" {' '.join(word.stem for word in words_of(text, language))} "
