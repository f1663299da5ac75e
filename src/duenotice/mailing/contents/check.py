"""Whether messages say what they must, before any of them is made."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from itertools import chain
from typing import TYPE_CHECKING

from duenotice.checks.placeholders import placeholder_form
from duenotice.checks.prose import Reading
from duenotice.checks.prose import passages
from duenotice.checks.readability import grade_of
from duenotice.checks.wording import shown
from duenotice.diagnostics import sort_diagnostics
from duenotice.mailing.contents.due_words import DueWordsReader
from duenotice.mailing.contents.notice_days import notice_faults_now
from duenotice.mailing.contents.told_lines import missing_line
from duenotice.mailing.contents.told_lines import told_blocks
from duenotice.mailing.contents.words import words_of_edition
from duenotice.mailing.editions.errors import NotDueError
from duenotice.mailing.editions.sms import sms_segments
from duenotice.model.content import plain_text
from duenotice.model.content import walk_lines
from duenotice.notice.coverage import silent_about
from duenotice.notice.days import names_day
from duenotice.notice.notice_text import NoticeText
from duenotice.notice.wording import language_of
from duenotice.notice.wording import wording_for
from duenotice.parse.report import Report
from duenotice.publish.addresses import file_of
from duenotice.publish.statement_site import StatementSite

if TYPE_CHECKING:
    from collections.abc import Container
    from datetime import date

    from duenotice.diagnostics import Diagnostic
    from duenotice.mailing.contents.due_words import DueWords
    from duenotice.mailing.contents.words import MessageWords
    from duenotice.mailing.edition import Edition
    from duenotice.mailing.kit import Kit
    from duenotice.publish.web_home import WebHome
    from duenotice.store.archive import Archive
    from duenotice.store.version import StoredVersion

MOST_SEGMENTS = 3
MOST_IN_TITLE = 65
"""Characters that a telephone shows of the title of an app's message."""

MOST_BYTES = 102_400
"""Of the HTML of an e-mail: Gmail cuts off what is beyond."""

_OWN_TEMPLATE = (
    "If a template of your own leaves it out, put it back; the shipped ones have it."
)
_MOST_WORDS = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Where the site stands, and what is on it."""

    home: WebHome
    paths: Container[str]
    """Of its files."""

    as_of: date


def check_contents(
    kit: Kit, archive: Archive, version: StoredVersion, site: Site
) -> tuple[Diagnostic, ...]:
    """Hold every edition against the record: findings, days, links and lengths.

    Args:
        kit: What is to be made.
        archive: Holds the version and the texts before it.
        version: The version that the kit is of.
        site: What messages lead to.

    Raises:
        NotDueError: It isn't public.
    """
    public = StatementSite.of(archive, site.as_of)
    if public is None:
        raise NotDueError(version.label, "not public", "Publish it first.")
    reader = DueWordsReader(kit, public, version, site.home)
    found = [*notice_faults_now(archive, version, reader.comparisons)]
    for edition in kit.editions.values():
        report = Report(version.layout.notice_file(version.label, edition.locale))
        _Check(edition, reader.due(edition), version, report).all(site)
        found += report.diagnostics
    return sort_diagnostics(found)


@dataclass(frozen=True, slots=True)
class _Check:
    """One edition before it is made."""

    edition: Edition
    due: DueWords
    version: StoredVersion
    report: Report

    def all(self, site: Site) -> None:
        """Report all that is wrong with it."""
        for words in words_of_edition(self.edition):
            if words.is_whole:
                self._findings(words)
                self._missed(words)
                self._choices(words)
            self._days(words)
            self._placeholders(words)
            self._links(words, site)
        self._lengths()
        self._reading_level()

    def _findings(self, words: MessageWords) -> None:
        """Report what is told in no words but those of a template's own."""
        quoted = told_blocks(words.text, self.due.texts)
        lacking = missing_line(self.due.notice, words.text)
        if lacking is not None:
            self._silent(words, f"{_cut(lacking)}, which the notice says")
        notice = NoticeText(quoted if lacking else (*self.due.notice, *quoted))
        silent = (silent_about(notice, one) for one in self.due.told)
        for passage in chain.from_iterable(silent):
            said = next(side for side in reversed(passage.words) if side.strip())
            self._silent(words, _cut(said))

    def _missed(self, words: MessageWords) -> None:
        for day in self.due.missed:
            if not self._names(words, day):
                self._silent(words, f"the change that took effect on {day}")

    def _silent(self, words: MessageWords, of: str) -> None:
        self.report.error(
            "message-silent",
            f"{self._name(words)} says nothing of {of}",
            None,
            _OWN_TEMPLATE,
        )

    def _days(self, words: MessageWords) -> None:
        if not self._names(words, self.due.facts.effective):
            self.report.error(
                "message-undated",
                f"{self._name(words)} doesn't name the day on which the change takes "
                f"effect, {self.due.facts.effective}",
                None,
                _OWN_TEMPLATE,
            )

    def _choices(self, words: MessageWords) -> None:
        asks = self.due.facts.asks is not None
        if asks and not self._names(words, self.due.facts.deadline):
            self.report.error(
                "message-choice-missing",
                f"{self._name(words)} doesn't name the last day for people's answer, "
                f"{self.due.facts.deadline}",
                None,
                _OWN_TEMPLATE,
            )

    def _names(self, words: MessageWords, day: date) -> bool:
        languages = {self.edition.locale, self.due.facts.locale, "en"}
        text = " ".join(words.text.split())
        return any(
            names_day(text, day, wording_for(language_of(one))) for one in languages
        )

    def _placeholders(self, words: MessageWords) -> None:
        """Report what a template left; the notice and the texts were checked before."""
        known = self._known_words()
        form = placeholder_form(self.edition.locale)
        left = (one for one in form.finditer(words.text) if one[0] not in known)
        found = next(left, None)
        if found is not None:
            self.report.error(
                "message-placeholder",
                f"{self._name(words)} holds {shown(found[0])}, which stands for words "
                "that are still to come",
                None,
                "Write them in your own template.",
            )

    def _known_words(self) -> str:
        lines = (plain_text(one.inlines) for one in walk_lines(self.due.notice))
        findings = (one for facts in self.due.told for one in facts.findings)
        sides = (side for one in findings for side in one.sides)
        return "\n".join((*lines, *sides))

    def _links(self, words: MessageWords, site: Site) -> None:
        form = re.escape(site.home.address) + r"[^\s\"'<>]*"
        for link in sorted(set(re.findall(form, unescape(words.source)))):
            path = link.removeprefix(site.home.address).partition("#")[0]
            if file_of(path.rstrip(".,;:)")) not in site.paths:
                self.report.error(
                    "message-link-dead",
                    f"{self._name(words)} leads to {link}, which is not on the site",
                    None,
                    "Build the site of the same day, and publish it before the "
                    "messages go out.",
                )

    def _lengths(self) -> None:
        edition, report = self.edition, self.report
        count = sms_segments(edition).count
        if count > MOST_SEGMENTS:
            report.warning(
                "message-sms-long",
                f'the text message in "{edition.locale}" takes {count} segments',
                None,
                "Each is paid for. Write it shorter in a templates/messages/sms.txt of "
                "your own.",
            )
        if len(edition.app.title) > MOST_IN_TITLE:
            report.warning(
                "message-title-long",
                f'the title of the app\'s message in "{edition.locale}" has '
                f"{len(edition.app.title)} characters, and telephones show "
                f"{MOST_IN_TITLE}",
                None,
                "Write it shorter in a templates/messages/app.txt of your own.",
            )
        size = len("".join(edition.email.html.pieces).encode())
        if size > MOST_BYTES:
            report.warning(
                "message-clipped",
                f'the e-mail in "{edition.locale}" has {size // 1024} KB, and Gmail '
                f"cuts off what is beyond {MOST_BYTES // 1024}",
                None,
                "Write the notice shorter, or show fewer words before and after in a "
                "templates/messages/email.mjml of your own.",
            )

    def _reading_level(self) -> None:
        target = self.version.statement.reading_level
        if target is None:
            return
        texts = [one.text for one in passages(self.due.notice, Reading.ALL)]
        grade = grade_of(texts, self.due.facts.locale)
        if grade is not None and grade > target:
            self.report.warning(
                "message-reading-level",
                f'the notice in "{self.due.facts.locale}" asks for {grade} years of '
                f'school, and "reading_level" is {target}',
                None,
                "Write shorter sentences and plainer words, while it can be changed.",
            )

    def _name(self, words: MessageWords) -> str:
        return f'{words.name} in "{self.edition.locale}"'


def _cut(words: str) -> str:
    return shown(words if len(words) <= _MOST_WORDS else f"{words[:_MOST_WORDS]}…")
