"""Words of two versions as people are shown them: each in the language it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.publish.told_lists import in_lists
from duenotice.render import locales
from duenotice.render.change_views import ToldPassageView
from duenotice.render.change_views import ToldSectionView
from duenotice.render.change_views import ToldWordsView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from duenotice.model.content import Block
    from duenotice.store.version import StoredVersion


class ToldWords:
    """Shows words of two versions to readers of one language."""

    def __init__(
        self, before: StoredVersion, after: StoredVersion, locale: str
    ) -> None:
        """Take the versions and the readers' language."""
        self.before = before
        self.after = after
        self.locale = locale

    def passage(self, section_id: str, before: str, after: str) -> ToldPassageView:
        """Show words of a section before and after."""
        return ToldPassageView(
            before=words_in(self._lang(section_id, self.before), before),
            after=words_in(self._lang(section_id, self.after), after),
        )

    def section(
        self, heading: str, section_id: str, passages: Iterable[ToldPassageView]
    ) -> ToldSectionView:
        """Show passages of a section; items of one list are quoted as a list."""
        lang = self._lang(section_id, self.after, self.before)
        blocks = (self._blocks(one, section_id) for one in (self.before, self.after))
        return ToldSectionView(
            heading=heading,
            lang=lang,
            direction=locales.text_direction(lang),
            passages=in_lists(passages, *blocks),
        )

    def heading(self, section_id: str) -> str:
        """Name a section as it is, or else as it was; nothing for the whole text."""
        for version in (self.after, self.before):
            placed = version.text(self.locale).section(section_id)
            if placed is not None:
                return placed.heading
        return ""

    def _lang(self, section_id: str, *versions: StoredVersion) -> str:
        """Give the language of a section in the first version that has it."""
        for version in versions:
            placed = version.text(self.locale).section(section_id)
            if placed is not None:
                return placed.locale
        return self.locale

    def _blocks(self, version: StoredVersion, section_id: str) -> tuple[Block, ...]:
        placed = version.text(self.locale).section(section_id)
        return () if placed is None else placed.section.blocks


def words_in(lang: str, text: str) -> ToldWordsView | None:
    """Show words of a language; nothing where there are none."""
    if not text.strip():
        return None
    return ToldWordsView(text=text, lang=lang, direction=locales.text_direction(lang))
