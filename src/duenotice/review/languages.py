"""A change in all languages: what the source says anew, and how translations follow.

A translation that renders a change of its source says nothing of its own: the source's
findings are what people are told of. Where it changes more than its source does, its
findings count, and a person has to look; so it is where it states other numbers.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice.compare import compare
from duenotice.compare import document_of
from duenotice.materiality.assessment import assess
from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Finding
from duenotice.materiality.finding import Outcome
from duenotice.parse.assemble import is_behind
from duenotice.parse.section_file import unstamped
from duenotice.review.translated_numbers import translated_numbers

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator
    from collections.abc import Mapping

    from duenotice.compare import Comparison
    from duenotice.materiality.rule_book import RuleBook
    from duenotice.parse.section_file import SectionFile
    from duenotice.store.whole_text import WholeText


def compare_languages(before: WholeText, after: WholeText) -> dict[str, Comparison]:
    """Compare two texts in every language that both have, the source first."""
    return {
        locale: compare(
            document_of(before.text(locale)), document_of(after.text(locale))
        )
        for locale in after.locales
        if locale in before.locales or locale == after.source_locale
    }


def findings_of(
    before: WholeText,
    after: WholeText,
    comparisons: Mapping[str, Comparison],
    book: RuleBook,
) -> Iterator[Finding]:
    """Give the findings in every language, the source's first."""
    source = after.source_locale
    found = assess(comparisons[source], book).findings
    yield from found
    for locale in after.locales:
        if locale not in before.locales and locale != source:
            yield _language(locale, "added", Outcome.EDITORIAL)
            yield from _numbers_of_all(locale, after)
        elif locale != source:
            translation = _Translation(locale, before, after, found)
            yield from translation.findings(comparisons[locale], book)
    for locale in before.locales:
        if locale not in after.locales:
            yield _language(locale, "dropped", Outcome.NEEDS_REVIEW)


class _Translation:
    """One language in both texts."""

    def __init__(
        self,
        locale: str,
        before: WholeText,
        after: WholeText,
        source_findings: Iterable[Finding],
    ) -> None:
        self.locale = locale
        self.before = before
        self.after = after
        self.ranks: dict[str, int] = {}
        """The gravest that was found in each section of the source."""
        for one in source_findings:
            rank = max(self.ranks.get(one.section, 0), one.outcome.rank)
            self.ranks[one.section] = rank

    def findings(self, comparison: Comparison, book: RuleBook) -> Iterator[Finding]:
        """Give what the translation changes; what it only renders, once a section."""
        rendered: set[str] = set()
        for finding in self._own(comparison, book):
            if self._renders(finding):
                if finding.section not in rendered:
                    other = translated_numbers(self.locale, finding.section, self.after)
                    yield other or self._rendering(finding)
                rendered.add(finding.section)
            else:
                yield self._counted(finding)

    def _own(self, comparison: Comparison, book: RuleBook) -> Iterator[Finding]:
        """Leave out what stands there in the source's words, for want of others."""
        contexts = {one.id: one.context for one in comparison.changes}
        for finding in assess(comparison, book).findings:
            context = contexts.get(finding.change)
            told = "" if context is None else context.locale
            if told in {"", self.locale} or self._is_gone(finding.section):
                yield finding

    def _renders(self, finding: Finding) -> bool:
        section = finding.section
        if self._was_behind(section):
            return True
        if self._is_gone(section):
            return self.after.section(self.after.source_locale, section) is None
        is_new = self._former(self.locale, section) is None
        is_graver = finding.outcome.rank > self.ranks.get(section, 0)
        return is_new or (self._is_source_changed(section) and not is_graver)

    def _was_behind(self, section: str) -> bool:
        """Tell whether it catches up with what the source says already."""
        own = self._former(self.locale, section)
        source = self._former(self.before.source_locale, section)
        if own is None or source is None:
            return False
        return is_behind(own.front.translates, source.front.version)

    def _is_gone(self, section: str) -> bool:
        own = self.before.section(self.locale, section)
        return own is not None and self.after.section(self.locale, section) is None

    def _is_source_changed(self, section: str) -> bool:
        if not section:
            return bool(self.ranks.get(section))
        former = self._former(self.after.source_locale, section)
        now = self.after.section(self.after.source_locale, section)
        if former is None or now is None:
            return former is not now
        return unstamped(former.text) != unstamped(now.text)

    def _former(self, locale: str, section: str) -> SectionFile | None:
        """Give a section as it was, perhaps under an earlier id."""
        now = self.after.section(locale, section)
        names = (section, *(() if now is None else now.front.formerly))
        found = (self.before.section(locale, one) for one in names)
        return next((one for one in found if one is not None), None)

    def _rendering(self, finding: Finding) -> Finding:
        return replace(
            finding,
            rule="translation",
            subject="rendering",
            section=f"{self.locale}/{finding.section}",
            ordinal=1,
            category=Category.OTHER,
            direction=Direction.NEUTRAL,
            outcome=Outcome.EDITORIAL,
            reason="The translation renders what the source section says.",
            sources=(),
        )

    def _counted(self, finding: Finding) -> Finding:
        """Give a finding of the translation alone."""
        where = f"{self.locale}/{finding.section}"
        if not self._is_source_changed(finding.section):
            return replace(finding, section=where)
        outcome = min(finding.outcome, Outcome.NEEDS_REVIEW, key=lambda one: one.rank)
        reason = (
            "The source section changes nothing for people, and its translation does "
            f"more than that. {finding.reason}"
        )
        return replace(finding, section=where, outcome=outcome, reason=reason)


def _numbers_of_all(locale: str, text: WholeText) -> Iterator[Finding]:
    """Read the numbers of a language that nobody has read before."""
    for section_id in text.statement.statement.section_ids:
        found = translated_numbers(locale, section_id, text)
        if found is not None:
            yield found


def _language(locale: str, subject: str, outcome: Outcome) -> Finding:
    """Give the finding that a language came or went as a whole."""
    is_new = subject == "added"
    return Finding(
        rule="translation",
        subject=subject,
        section=f"{locale}/",
        category=Category.OTHER,
        direction=Direction.BETTER if is_new else Direction.WORSE,
        outcome=outcome,
        reason=f'The text can now be read in the language "{locale}".'
        if is_new
        else f'The text can no longer be read in the language "{locale}".',
        before="" if is_new else locale,
        after=locale if is_new else "",
    )
