"""What the messages of each edition must say, in the language in which they say it."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace
from functools import cache
from itertools import chain
from itertools import product
from typing import TYPE_CHECKING

from duenotice.mailing.contents.told_lines import TextLines
from duenotice.mailing.contents.told_lines import lines_of
from duenotice.mailing.editions.known_words import KnownWordsMaker
from duenotice.mailing.editions.meantime import Meantime
from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.notice.facts import ToldFinding
from duenotice.publish.approved_notice import approved_notice
from duenotice.publish.told_words import ToldWords
from duenotice.review.languages import compare_languages
from duenotice.review.notice_facts import notice_facts
from duenotice.store.whole_text import text_of_version

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator
    from datetime import date

    from duenotice.mailing.edition import Edition
    from duenotice.mailing.editions.known_words import KnownWords
    from duenotice.mailing.kit import Kit
    from duenotice.model.content import Block
    from duenotice.notice.facts import NoticeFacts
    from duenotice.publish.statement_site import StatementSite
    from duenotice.publish.web_home import WebHome
    from duenotice.store.version import StoredVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class DueWords:
    """What the messages of one edition must say."""

    notice: tuple[Block, ...]
    """As approved."""

    facts: NoticeFacts
    """Of the change."""

    since: NoticeFacts | None
    """Of all that is new to who knew an older text, in the words that changed."""

    missed: tuple[date, ...]
    """When each change took effect that such readers missed."""

    texts: TextLines
    """Of which messages quote words."""

    @property
    def told(self) -> tuple[NoticeFacts, ...]:
        """Give all that is told in the words of the texts."""
        return (self.facts,) if self.since is None else (self.facts, self.since)


class DueWordsReader:
    """Reads out of the record what must be said of one version."""

    def __init__(
        self, kit: Kit, site: StatementSite, version: StoredVersion, home: WebHome
    ) -> None:
        """Take the kit, the statement as it is public, the version, and the site."""
        self._version = version
        self._meantime = Meantime(site, version, home)
        self._words = KnownWordsMaker(version, self._meantime)
        self._before = site.version(self._meantime.against)
        self._texts = text_of_version(self._before), text_of_version(version)
        self._record = replace(version.record, effective=kit.effective)
        self.comparisons = compare_languages(*self._texts)
        """Of the text before and the version's, by language."""
        self._of_language = cache(self._read)

    def due(self, edition: Edition) -> DueWords:
        """Gather what an edition must say."""
        known, locale = edition.baseline, edition.locale
        notice, facts = self._of_language(locale)
        words = self._words.words(known, locale)
        changes = self._meantime.changes(known, locale)
        since = None if words is None else self._since(words, facts)
        told = (facts,) if since is None else (facts, since)
        known_text = self._before if words is None else words.known
        versions = {one.label: one for one in (known_text, self._before, self._version)}
        locales = dict.fromkeys((locale, *(one.locale for one in told)))
        return DueWords(
            notice=notice,
            facts=facts,
            since=since,
            missed=tuple(one.effective for one in changes),
            texts=TextLines(chain(_sides(told), _lines(versions.values(), locales))),
        )

    def _read(self, locale: str) -> tuple[tuple[Block, ...], NoticeFacts]:
        notice = approved_notice(self._version, locale)
        facts = notice_facts(
            self._version.label,
            self._record,
            self._texts,
            self.comparisons,
            locale if notice is None else notice.locale,
        )
        return () if notice is None else notice.blocks, facts

    def _since(self, words: KnownWords, facts: NoticeFacts) -> NoticeFacts:
        telling = ToldWords(words.known, self._version, words.locale)
        findings = (
            ToldFinding(
                id=str(place),
                category=Category.OTHER,
                direction=Direction.NEUTRAL,
                heading=telling.heading(one.section_id),
                before=one.before,
                after=one.after,
            )
            for place, one in enumerate((*words.coming, *words.since))
        )
        return replace(facts, locale=words.locale, findings=tuple(findings))


def _sides(told: Iterable[NoticeFacts]) -> Iterator[str]:
    """Give words in the forms in which they are told, such as rows of a table."""
    for facts in told:
        for finding in facts.findings:
            yield from finding.sides


def _lines(versions: Iterable[StoredVersion], locales: Iterable[str]) -> Iterator[str]:
    for version, locale in product(versions, locales):
        for placed in version.text(locale).sections:
            yield from lines_of(placed.section.blocks)
