"""What the notice of a version has to tell, in the words of each language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.materiality.duty import Obligation
from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.levels import Level
from duenotice.materiality.profile import Asked
from duenotice.model.finding_id import FindingId
from duenotice.notice.facts import NoticeFacts
from duenotice.notice.facts import ToldFinding
from duenotice.render.locales import language_name
from duenotice.store.gate import announced_findings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from duenotice.compare import Change
    from duenotice.compare import Comparison
    from duenotice.model.label import VersionLabel
    from duenotice.model.record import Announced
    from duenotice.model.record import RecordedFinding
    from duenotice.model.record import RecordedObligation
    from duenotice.store.whole_text import WholeText


def notice_facts(
    label: VersionLabel,
    version: Announced,
    texts: tuple[WholeText, WholeText],
    comparisons: Mapping[str, Comparison],
    locale: str,
) -> NoticeFacts:
    """Gather what a notice tells in one language.

    Args:
        label: The version's label.
        version: Its days, and what was found and decided.
        texts: The text before and the text after.
        comparisons: Of both, by language.
        locale: The notice's language.
    """
    after = texts[1]
    statement = after.statement.statement
    assessment = version.assessment
    words = _Words(texts, comparisons, locale)
    found = announced_findings(version)
    told = tuple(words.told(one) for one in found)
    return NoticeFacts(
        title=after.text(locale).title,
        controller=statement.controller.name,
        contacts=statement.contacts,
        version=label,
        published=version.published,
        effective=version.effective,
        locale=locale,
        source_locale=after.source_locale,
        findings=told,
        other_words=words.others(told),
        unchanged=words.unchanged(),
        reach=version.reaches,
        required_by_law=version.required_by_law,
        level=Level.L0 if assessment is None else Level[assessment.level],
        obligations=()
        if assessment is None
        else tuple(_obligation(one, found, version) for one in assessment.obligations),
    )


class _Words:
    """The changes as one language has them."""

    def __init__(
        self,
        texts: tuple[WholeText, WholeText],
        comparisons: Mapping[str, Comparison],
        locale: str,
    ) -> None:
        before, after = texts
        self.locale = locale
        self.source = after.source_locale
        self.after = after.text(locale)
        self.before = before.text(locale) if locale in before.locales else self.after
        self.changes = {
            one: comparison.changes for one, comparison in comparisons.items()
        }

    def told(self, finding: RecordedFinding) -> ToldFinding:
        """Give a finding in the words of the language."""
        if is_of_settings(finding):
            return _told(finding, "", ("", ""))
        if _is_of_languages(finding):
            return _told(finding, "", self._names(finding))
        own, rest = FindingId.parse(finding.id).place
        sides = self._sides(finding, own, rest)
        return _told(finding, self._heading(rest), sides)

    def _names(self, finding: RecordedFinding) -> tuple[str, str]:
        """Name the languages that a finding is about, as this language does."""
        old, new = (
            language_name(one, self.locale) for one in (finding.before, finding.after)
        )
        return old, new

    def others(self, told: tuple[ToldFinding, ...]) -> tuple[str, ...]:
        """Give the words of the changes that are no finding to tell."""
        known = {side for one in told for side in one.sides}
        sides = (
            side
            for one in self.changes.get(self.locale, ())
            for side in (one.before, one.after)
        )
        return tuple(side for side in sides if side and side not in known)

    def unchanged(self) -> tuple[str, ...]:
        """Give the titles of the sections in which nothing changed."""
        changed = {_part(one) for one in self.changes.get(self.locale, ())}
        changed |= {_part(one) for one in self.changes.get(self.source, ())}
        return tuple(
            one.section.title
            for one in self.after.sections
            if one.section.id not in changed
        )

    def _heading(self, section_id: str) -> str:
        for text in (self.after, self.before):
            placed = text.section(section_id)
            if placed is not None:
                return placed.heading
        return ""

    def _sides(
        self, finding: RecordedFinding, own: str, section_id: str
    ) -> tuple[str, str]:
        """Give the words: the finding's, or what stands in their place here."""
        if (own or self.source) == self.locale:
            return finding.before, finding.after
        theirs = self._in(own or self.source, section_id)
        ours = self._in(self.locale, section_id)
        ids = [one.id for one in theirs]
        if len(theirs) == len(ours) and finding.change in ids:
            # A translation is built as its source is.
            match = ours[ids.index(finding.change)]
            return match.before, match.after
        return (
            " ".join(filter(None, (one.before for one in ours))),
            " ".join(filter(None, (one.after for one in ours))),
        )

    def _in(self, locale: str, section_id: str) -> tuple[Change, ...]:
        changes = self.changes.get(locale, ())
        return tuple(one for one in changes if _part(one) == section_id)


def _told(
    finding: RecordedFinding, heading: str, sides: tuple[str, str]
) -> ToldFinding:
    return ToldFinding(
        id=finding.id,
        category=Category(finding.category),
        direction=Direction(finding.direction),
        heading=heading,
        before=sides[0],
        after=sides[1],
    )


def is_of_settings(finding: RecordedFinding) -> bool:
    """Tell whether its words are a setting's, which no member should have to read."""
    parts = FindingId.parse(finding.id)
    is_promise = parts.subject.startswith("promised")
    return parts.rule == "policy-loosened" and not is_promise


def _is_of_languages(finding: RecordedFinding) -> bool:
    """Tell whether its words are the signs of languages, which nobody reads."""
    parts = FindingId.parse(finding.id)
    return parts.rule == "settings" and parts.subject.endswith("-locale")


def _part(change: Change) -> str:
    return "" if change.context is None else change.context.part


def section_of(finding: RecordedFinding) -> str:
    """Give the section that a finding is about, with the language of a translation."""
    return FindingId.parse(finding.id).section


def _obligation(
    recorded: RecordedObligation,
    found: tuple[RecordedFinding, ...],
    version: Announced,
) -> Obligation:
    level, _, asked = recorded.id.partition("-")
    categories = (
        Category(one.category) for one in found if one.id in recorded.findings
    )
    return Obligation(
        level=Level.named(level),
        asked=Asked(asked),
        categories=tuple(dict.fromkeys(categories)),
        findings=recorded.findings,
        reaches=version.reaches,
    )
