"""Whether an approved notice still fits the record: its days, and its languages.

A notice that names the day before a move passes the gate, since the record counts. Its
words go into messages, though, and there two days would stand side by side.
"""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from duenotice.diagnostics import sort_diagnostics
from duenotice.model.record import EventKind
from duenotice.notice.check import check_notice
from duenotice.notice.days import write_day
from duenotice.notice.notice_text import NoticeText
from duenotice.notice.sentences import sentences_in
from duenotice.notice.wording import draft_wording
from duenotice.notice.wording import language_of
from duenotice.notice.wording import wording_for
from duenotice.parse.markdown import parse_blocks
from duenotice.parse.report import Report
from duenotice.publish.approved_notice import approved_text
from duenotice.review.notices import notice_facts_of
from duenotice.store.gate import notices_now

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping

    from duenotice.compare import Comparison
    from duenotice.diagnostics import Diagnostic
    from duenotice.model.record import Record
    from duenotice.notice.facts import NoticeFacts
    from duenotice.notice.sentences import Sentence
    from duenotice.store.archive import Archive
    from duenotice.store.version import StoredVersion

_OF_DAYS = frozenset({"notice-undated", "notice-date-other", "notice-choice-missing"})
_REPEATED = "notice-language"
_ONE_DAY = timedelta(days=1)


def notice_faults_now(
    archive: Archive, version: StoredVersion, comparisons: Mapping[str, Comparison]
) -> tuple[Diagnostic, ...]:
    """Find what is wrong with the approved notices by the record as it stands now.

    Args:
        archive: Holds the version and the texts before it.
        version: The version.
        comparisons: Of its text and the one before, by language.

    Returns:
        Errors where a notice names another day than the record, and warnings where
        its words were left in another language.
    """
    found: list[Diagnostic] = []
    for locale, facts in notice_facts_of(archive, version, comparisons).items():
        text = approved_text(version, locale)
        if text is not None:
            found += _Notice(archive, version, text, facts).faults()
    return sort_diagnostics(found)


@dataclass(frozen=True)
class _Notice:
    """An approved notice in one language."""

    archive: Archive
    version: StoredVersion
    text: str
    facts: NoticeFacts

    def faults(self) -> Iterator[Diagnostic]:
        """Give what is wrong with it."""
        path = self.version.layout.notice_file(self.version.label, self.facts.locale)
        facts = replace(self.facts, other_days=tuple(self._days_of_others()))
        report = Report(path)
        for fault in check_notice(self.text, facts, path):
            if fault.code == _REPEATED:
                yield fault
            elif fault.code in _OF_DAYS:
                self._report(fault.message, fault.line, report)
        for sentence in self._outdated():
            self._report(
                "it still names the last day for an answer from before the move",
                sentence.line,
                report,
            )
        if self._is_left_behind() and not report.diagnostics:
            self._report("it is as it was before the change was moved", None, report)
        yield from report.diagnostics

    def _report(self, what: str, line: int | None, report: Report) -> None:
        wording = draft_wording(self.facts.locale, self.facts.source_locale)
        day = write_day(self.facts.effective, wording)
        report.error(
            "message-day-other",
            f"the approved notice doesn't fit the record: {what}",
            line,
            f"The change takes effect on {day}. Correct the notice, then `duenotice "
            f"approve {self.version.label} --by NAME`, and commit both.",
        )

    @cached_property
    def _sentences(self) -> tuple[Sentence, ...]:
        return tuple(
            sentences_in(NoticeText(parse_blocks(self.text)), self.facts.locale)
        )

    @cached_property
    def _former(self) -> frozenset[date]:
        """The days from which the change was moved."""
        dated = self.archive.timeline[self.version.label]
        planned = (dated.effective, *(one.effective for one in dated.reschedulings))
        return frozenset(planned) - {self.facts.effective}

    def _days_of_others(self) -> frozenset[date]:
        """Give the days on which other texts took or take effect, which it may name."""
        timeline = self.archive.timeline
        others = {
            timeline[label].effective_as_known(date.max)
            for label in self.archive.versions
            if label != self.version.label
        }
        past = {
            day
            for sentence in self._sentences
            for day in sentence.days
            if day < self.facts.published
        }
        return frozenset(others | past) - self._former

    def _outdated(self) -> Iterator[Sentence]:
        """Give the sentences that offer an answer until a day that no longer holds."""
        facts = self.facts
        if facts.asks is None:
            return
        now = {facts.effective, facts.last_day, facts.deadline}
        before = {day - _ONE_DAY for day in self._former} | self._former
        for sentence in self._sentences:
            days = set(sentence.days)
            offers = sentence.speaks_of("choice") or sentence.speaks_of("consent")
            if offers and days & before and not days & now:
                yield sentence

    def _is_left_behind(self) -> bool:
        """Tell whether it was approved for another day, where none can be read in it.

        In a language whose months aren't known, May 1 can't be told from June 1.
        """
        locale, record = self.facts.locale, self.version.record
        if wording_for(language_of(locale)) is not None:
            return False
        now = notices_now(record)[locale]
        pasts = (
            replace(record, events=record.events[:count])
            for count in range(len(record.events) + 1)
        )
        at_approval = next(one for one in pasts if notices_now(one).get(locale) == now)
        return _planned(at_approval) != self.facts.effective


def _planned(record: Record) -> date:
    """Give the day on which a change was to take effect by all that had happened."""
    moves = (one for one in record.events if one.kind is EventKind.RESCHEDULED)
    days = (date.fromisoformat(one.details["effective"]) for one in moves)
    *_, planned = (record.effective, *days)
    return planned
