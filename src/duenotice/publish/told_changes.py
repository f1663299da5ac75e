"""What people had to be told of a change: words before and after, by section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.notice.told import told_passages
from duenotice.publish.statement_site import locales_of
from duenotice.publish.table_sides import table_sides
from duenotice.render import locales
from duenotice.render.change_views import ToldPassageView
from duenotice.render.change_views import ToldSectionView
from duenotice.render.change_views import ToldWordsView
from duenotice.review.notice_facts import notice_facts
from duenotice.store.gate import announced_findings
from duenotice.store.whole_text import text_of_version

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Iterator

    from duenotice.compare import Comparison
    from duenotice.model.record import RecordedFinding
    from duenotice.notice.facts import ToldFinding
    from duenotice.store.version import StoredVersion


def told_changes(
    version: StoredVersion,
    before: StoredVersion | None,
    locale: str,
    compared: Callable[[str], Comparison],
) -> tuple[ToldSectionView, ...]:
    """Give the words of all that is announced of a version, in one language.

    Args:
        version: The version.
        before: What its change was assessed against, where that can be read.
        locale: The page's language.
        compared: Gives the comparison of both in a language that both have.
    """
    return _Telling(version, before, locale, compared).sections()


class _Telling:
    """The announced findings of one version, as one language has them."""

    def __init__(
        self,
        version: StoredVersion,
        before: StoredVersion | None,
        locale: str,
        compared: Callable[[str], Comparison],
    ) -> None:
        self.version = version
        self.before = before or version
        self.locale = locale
        self.source = version.statement.source_locale
        self.recorded = {one.id: one for one in announced_findings(version.record)}
        both = set(locales_of(version)) & set(locales_of(self.before))
        used = {locale, *map(self._own_locale, self.recorded.values())}
        common = () if before is None else sorted(used & both)
        self.comparisons = {one: compared(one) for one in common}

    def sections(self) -> tuple[ToldSectionView, ...]:
        """Give the passages by section, in the order of the text."""
        texts = text_of_version(self.before), text_of_version(self.version)
        facts = notice_facts(
            self.version.label,
            self.version.record,
            texts,
            self.comparisons,
            self.locale,
        )
        by_section: dict[tuple[str, str], list[ToldPassageView]] = {}
        for passage in told_passages(facts.findings):
            first = passage.findings[0]
            key = (first.heading, self._section_id(self.recorded[first.id]))
            by_section.setdefault(key, []).extend(self._passages(first))
        return tuple(
            self._section(heading, section_id, tuple(passages))
            for (heading, section_id), passages in by_section.items()
        )

    def _section(
        self, heading: str, section_id: str, passages: tuple[ToldPassageView, ...]
    ) -> ToldSectionView:
        lang = self._lang(section_id, self.version, self.before)
        return ToldSectionView(
            heading=heading,
            lang=lang,
            direction=locales.text_direction(lang),
            passages=passages,
        )

    def _passages(self, told: ToldFinding) -> Iterator[ToldPassageView]:
        """Give a passage, in the language of the finding where this one has none.

        Of cells that say the same in several rows of a table, each has its own.
        """
        finding = self.recorded[told.id]
        if not (told.before or told.after):
            own = self._own_locale(finding)
            yield ToldPassageView(
                before=_words(finding.before, own), after=_words(finding.after, own)
            )
            return
        section_id = self._section_id(finding)
        for before, after in self._sides(told, section_id):
            yield ToldPassageView(
                before=_words(before, self._lang(section_id, self.before)),
                after=_words(after, self._lang(section_id, self.version)),
            )

    def _sides(self, told: ToldFinding, section_id: str) -> tuple[tuple[str, str], ...]:
        """Give the words; those of a table with what their row is about."""
        comparison = self.comparisons.get(self.locale)
        changes = () if comparison is None else comparison.changes
        sides = (
            table_sides(one)
            for one in changes
            if (one.before, one.after) == (told.before, told.after)
            and one.context is not None
            and one.context.part == section_id
        )
        return tuple(dict.fromkeys(sides)) or ((told.before, told.after),)

    def _lang(self, section_id: str, *versions: StoredVersion) -> str:
        """Give the language of a section in the first version that has it."""
        for version in versions:
            placed = version.text(self.locale).section(section_id)
            if placed is not None:
                return placed.locale
        return self.locale

    def _own_locale(self, finding: RecordedFinding) -> str:
        return _place(finding)[0] or self.source

    @staticmethod
    def _section_id(finding: RecordedFinding) -> str:
        return _place(finding)[1]


def _words(text: str, lang: str) -> ToldWordsView | None:
    if not text.strip():
        return None
    direction = locales.text_direction(lang)
    return ToldWordsView(text=text, lang=lang, direction=direction)


def _place(finding: RecordedFinding) -> tuple[str, str]:
    """Give the locale, where a translation alone says it, and the section."""
    section = finding.id.split(":", 2)[2].rpartition(":")[0]
    locale, _, section_id = section.rpartition("/")
    return locale, section_id
