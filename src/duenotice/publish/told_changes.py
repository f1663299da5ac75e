"""What people had to be told of a change: words before and after, by section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.model.finding_id import FindingId
from duenotice.notice.told import told_passages
from duenotice.publish.statement_site import locales_of
from duenotice.publish.table_sides import table_sides
from duenotice.publish.told_words import ToldWords
from duenotice.publish.told_words import words_in
from duenotice.render.change_views import ToldPassageView
from duenotice.review.notice_facts import is_of_settings
from duenotice.review.notice_facts import notice_facts
from duenotice.store.gate import announced_findings
from duenotice.store.whole_text import text_of_version

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Iterable
    from collections.abc import Iterator
    from collections.abc import Mapping

    from duenotice.compare import Comparison
    from duenotice.model.record import RecordedFinding
    from duenotice.notice.facts import ToldFinding
    from duenotice.render.change_views import ToldSectionView
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
    found = announced_findings(version.record)
    common = set(locales_of(version)) & set(
        () if before is None else locales_of(before)
    )
    used = {locale, *(_locale(one, version) for one in found)}
    comparisons = {one: compared(one) for one in sorted(used & common)}
    return _Telling(version, before, locale, comparisons).sections(found)


def told_beside(version: StoredVersion, locale: str) -> tuple[ToldSectionView, ...]:
    """Give what is announced that no comparison in a language shows.

    It is about settings, or a translation alone says it.
    """
    return _Telling(version, None, locale, {}).sections(
        one
        for one in announced_findings(version.record)
        if one.change is None or FindingId.parse(one.id).place[0] not in {"", locale}
    )


class _Telling:
    """The announced findings of one version, as one language has them."""

    def __init__(
        self,
        version: StoredVersion,
        before: StoredVersion | None,
        locale: str,
        comparisons: Mapping[str, Comparison],
    ) -> None:
        self.version = version
        self.before = before or version
        self.locale = locale
        self.comparisons = comparisons
        self.words = ToldWords(self.before, version, locale)

    def sections(
        self, findings: Iterable[RecordedFinding]
    ) -> tuple[ToldSectionView, ...]:
        """Give the passages of findings by section, in the order of the text."""
        recorded = {one.id: one for one in findings}
        texts = text_of_version(self.before), text_of_version(self.version)
        facts = notice_facts(
            self.version.label,
            self.version.record,
            texts,
            self.comparisons,
            self.locale,
        )
        told = (
            one
            for one in facts.findings
            if one.id in recorded and not is_of_settings(recorded[one.id])
        )
        by_section: dict[tuple[str, str], list[ToldPassageView]] = {}
        for passage in told_passages(told):
            first = passage.findings[0]
            key = (first.heading, FindingId.parse(first.id).place[1])
            shown = self._passages(first, recorded[first.id])
            by_section.setdefault(key, []).extend(shown)
        return tuple(
            self.words.section(heading, section_id, passages)
            for (heading, section_id), passages in by_section.items()
        )

    def _passages(
        self, told: ToldFinding, finding: RecordedFinding
    ) -> Iterator[ToldPassageView]:
        """Give a passage, in the language of the finding where this one has none.

        Of cells that say the same in several rows of a table, each has its own.
        """
        if not (told.before or told.after):
            own = _locale(finding, self.version)
            yield ToldPassageView(
                before=words_in(own, finding.before),
                after=words_in(own, finding.after),
            )
            return
        section_id = FindingId.parse(told.id).place[1]
        for before, after in self._sides(told, section_id):
            yield self.words.passage(section_id, before, after)

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


def _locale(finding: RecordedFinding, version: StoredVersion) -> str:
    """Give the language of a finding: where a translation alone says it, its own."""
    return FindingId.parse(finding.id).place[0] or version.statement.source_locale
