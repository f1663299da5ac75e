"""Sections put together to the whole text of a statement in one locale.

Here numbers are given, references get their words, and a missing translation is
filled with the source's text.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import TYPE_CHECKING

from duenotice.model.content import Reference
from duenotice.model.statement import PlacedSection
from duenotice.model.statement import Section
from duenotice.model.statement import StatementText
from duenotice.parse.phrases import phrases_for
from duenotice.parse.rewriting import change_blocks

if TYPE_CHECKING:
    from duenotice.model.content import Inline
    from duenotice.model.label import VersionLabel
    from duenotice.model.statement import Statement
    from duenotice.parse.phrases import Phrases

SectionsByLocale = Mapping[str, Mapping[str, Section]]
"""Sections by locale and id."""


def assemble_text(
    statement: Statement, sections: SectionsByLocale, locale: str
) -> StatementText:
    """Put the whole text of one locale together.

    A section that no locale has is left out; a check reports it.
    """
    own = sections.get(locale, {})
    source = sections.get(statement.source_locale, {})
    numbers = statement.numbers()
    titles = {
        one: (own.get(one) or source[one]).title
        for one in statement.section_ids
        if one in own or one in source
    }
    namer = _Namer(phrases_for(locale), numbers, titles)
    placed = []
    for section_id in titles:
        section = own.get(section_id) or source[section_id]
        original = source.get(section_id)
        is_own = section_id in own
        placed.append(
            PlacedSection(
                section=dataclasses.replace(
                    section, blocks=change_blocks(section.blocks, namer.name)
                ),
                number=numbers.get(section_id),
                locale=locale if is_own else statement.source_locale,
                is_behind=locale != statement.source_locale
                and is_behind(
                    section.translates, None if original is None else original.version
                ),
            )
        )
    return StatementText(statement=statement, locale=locale, sections=tuple(placed))


def is_behind(translates: VersionLabel | None, source: VersionLabel | None) -> bool:
    """Tell whether a translation renders an older version of its source section."""
    return translates is not None and source is not None and translates < source


@dataclasses.dataclass(frozen=True, slots=True)
class _Namer:
    """Gives references their words."""

    phrases: Phrases
    numbers: Mapping[str, int]
    titles: Mapping[str, str]

    def name(self, inline: Inline, starts: bool) -> Inline:  # noqa: FBT001
        """Give a reference its words, with a capital where it starts a block."""
        match inline:
            case Reference():
                words = self._words(inline)
                if starts and not inline.number_only:
                    words = words[:1].upper() + words[1:]
                return dataclasses.replace(inline, words=words)
            case _:
                return inline

    def _words(self, reference: Reference) -> str:
        if reference.number_only:
            return str(self.numbers.get(reference.first, self._title(reference.first)))
        if reference.last is not None:
            return self._range(reference.first, reference.last)
        title = self._title(reference.first)
        number = self.numbers.get(reference.first)
        if number is None:
            return self.phrases.unnumbered.format(title=title)
        return self.phrases.numbered.format(number=number, title=title)

    def _range(self, first: str, last: str) -> str:
        if first in self.numbers and last in self.numbers:
            return self.phrases.numbers.format(
                first=self.numbers[first], last=self.numbers[last]
            )
        return self.phrases.titles.format(
            first=self._title(first), last=self._title(last)
        )

    def _title(self, section_id: str) -> str:
        """Give the title; an unknown id shows itself, and a check reports it."""
        return self.titles.get(section_id, section_id)
