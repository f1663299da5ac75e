"""The words before and after for who knew an older text: before is what they knew."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.mailing.editions.net_changes import NetChanges
from duenotice.publish.statement_site import locales_of
from duenotice.publish.told_words import ToldWords

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator

    from duenotice.mailing.editions.meantime import Meantime
    from duenotice.mailing.editions.net_changes import NetPassage
    from duenotice.render.change_views import ToldPassageView
    from duenotice.render.change_views import ToldSectionView
    from duenotice.store.version import StoredVersion

MOST_BYTES = 45_000
"""Of an e-mail's words before and after: with their markup, Gmail shows it whole."""

_MARKUP = 600
"""Bytes around a passage."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownWords:
    """What is new to who knew an older text, in words."""

    known: StoredVersion
    """The text that they knew."""

    locale: str
    """The source's, where the older text hasn't got the readers' language."""

    coming: tuple[NetPassage, ...]
    """What the version changes."""

    since: tuple[NetPassage, ...]
    """What has been in force for some time."""

    is_cut: bool
    """There is more of `since` than a message holds."""


class KnownWordsMaker:
    """Gathers words for the readers of one version's messages."""

    def __init__(self, version: StoredVersion, meantime: Meantime) -> None:
        """Take the version and the texts before it."""
        self._version = version
        self._meantime = meantime
        self._changes = NetChanges()

    def words(self, known: str, locale: str) -> KnownWords | None:
        """Give what is new in one language.

        Returns:
            Nothing for who knew the text before, and where the texts can't be compared.
        """
        if not self._meantime.missed(known):
            return None
        texts = (*self._meantime.texts_since(known), self._version)
        own = _common_language(texts[0], self._version, locale)
        passages = self._changes.passages(texts, own)
        if passages is None:
            return None
        coming = tuple(one for one in passages if one.is_coming)
        since = tuple(one for one in passages if not one.is_coming)
        shown = tuple(_fitting(since, MOST_BYTES - sum(map(_size, coming))))
        return KnownWords(
            known=texts[0],
            locale=own,
            coming=coming,
            since=shown,
            is_cut=shown != since,
        )

    def sections(
        self, words: KnownWords, passages: Iterable[NetPassage]
    ) -> tuple[ToldSectionView, ...]:
        """Show some of the passages by section."""
        telling = ToldWords(words.known, self._version, words.locale)
        by_section: dict[str, list[ToldPassageView]] = {}
        for one in passages:
            shown = telling.passage(one.section_id, one.before, one.after)
            by_section.setdefault(one.section_id, []).append(shown)
        return tuple(
            telling.section(telling.heading(section_id), section_id, shown)
            for section_id, shown in by_section.items()
        )


def _common_language(known: StoredVersion, new: StoredVersion, locale: str) -> str:
    has_own = all(locale in locales_of(one) for one in (known, new))
    return locale if has_own else new.statement.source_locale


def _fitting(passages: Iterable[NetPassage], room: int) -> Iterator[NetPassage]:
    for passage in passages:
        room -= _size(passage)
        if room < 0:
            return
        yield passage


def _size(passage: NetPassage) -> int:
    return len(f"{passage.before}{passage.after}".encode()) + _MARKUP
