"""What people had to be told of a change: words before and after, by section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.model.content import Paragraph
from duenotice.model.finding_id import FindingId
from duenotice.notice.told import told_passages
from duenotice.publish.quoted_sides import quoted_sides
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
    from collections.abc import Container
    from collections.abc import Iterable
    from collections.abc import Iterator
    from collections.abc import Mapping

    from duenotice.compare import Change
    from duenotice.compare import Comparison
    from duenotice.model.record import RecordedFinding
    from duenotice.notice.told import ToldPassage
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
        locale: The page's language; where it is new, the source's words are given.
        compared: Gives the comparison of both in a language that both have.
    """
    found = announced_findings(version.record)
    common = set(locales_of(version)) & set(
        () if before is None else locales_of(before)
    )
    source = version.statement.source_locale
    # A language that only the new version has can show nothing of what was.
    own = locale if locale in common or source not in common else source
    used = {own, *(_locale(one, version) for one in found)}
    comparisons = {one: compared(one) for one in sorted(used & common)}
    return _Telling(version, before, own, comparisons).sections(found)


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
        # Findings on several sentences of one paragraph are shown as one passage.
        by_section: dict[tuple[str, str], dict[ToldPassageView, None]] = {}
        for passage in told_passages(told):
            first = passage.findings[0]
            key = (first.heading, FindingId.parse(first.id).place[1])
            shown = self._passages(passage, recorded)
            by_section.setdefault(key, {}).update(dict.fromkeys(shown))
        return tuple(
            self.words.section(heading, section_id, passages)
            for (heading, section_id), passages in by_section.items()
        )

    def _passages(
        self, passage: ToldPassage, recorded: Mapping[str, RecordedFinding]
    ) -> Iterator[ToldPassageView]:
        """Give a passage, in the language of the finding where this one has none.

        Of cells that say the same in several rows of a table, each has its own.
        """
        told = passage.findings[0]
        finding = recorded[told.id]
        section_id = FindingId.parse(told.id).place[1]
        about = {recorded[one.id].change for one in passage.findings}
        if any(passage.words):
            changes = self._changes(self.locale, section_id)
            for before, after in _sides(changes, about, passage.words):
                yield self.words.passage(section_id, before, after)
            return
        own = _locale(finding, self.version)
        changes = self._changes(own, section_id)
        for before, after in _sides(changes, about, (finding.before, finding.after)):
            yield ToldPassageView(
                before=words_in(own, before), after=words_in(own, after)
            )

    def _changes(self, locale: str, section_id: str) -> tuple[Change, ...]:
        """Give the changes of a section in one language."""
        comparison = self.comparisons.get(locale)
        return tuple(
            one
            for one in (() if comparison is None else comparison.changes)
            if one.context is not None and one.context.part == section_id
        )


def _sides(
    changes: Iterable[Change], about: Container[str | None], told: tuple[str, str]
) -> tuple[tuple[str, str], ...]:
    """Give told words with what makes them plain: their paragraph, or their row."""
    sides = (
        _sides_around(one, told)
        for one in changes
        if one.id in about or (one.before, one.after) == told
    )
    return tuple(dict.fromkeys(sides)) or (told,)


def _sides_around(change: Change, told: tuple[str, str]) -> tuple[str, str]:
    """Give the sides of a change, which hold what is told of it."""
    if not isinstance(change.new or change.old, Paragraph):
        is_whole = told == (change.before, change.after)
        return table_sides(change) if is_whole else told
    for sides in (quoted_sides(change), (change.before, change.after)):
        if all(one in side for one, side in zip(told, sides, strict=True)):
            return sides
    return told


def _locale(finding: RecordedFinding, version: StoredVersion) -> str:
    """Give the language of a finding: where a translation alone says it, its own."""
    return FindingId.parse(finding.id).place[0] or version.statement.source_locale
