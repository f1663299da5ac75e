"""Whether `statement.yaml` and the files agree on sections and locales."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duenotice.checks.wording import meant
from duenotice.checks.wording import shown
from duenotice.parse.scalars import ID_FORM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.checks.subject import CheckedStatement
    from duenotice.diagnostics import Diagnostic


def check_outline(subject: CheckedStatement) -> Iterator[Diagnostic]:
    """Compare the lists in `statement.yaml` with the files."""
    yield from _missing(subject)
    yield from _unlisted(subject)
    yield from _locales(subject)
    for locale in subject.translations:
        if subject.sections.get(locale):
            yield from _translations(subject, locale)


def _missing(subject: CheckedStatement) -> Iterator[Diagnostic]:
    """Find listed sections that have no text."""
    statement = subject.statement
    source = statement.source_locale
    spare = subject.source.keys() - set(statement.section_ids)
    report = subject.statement_report()
    for one in statement.section_ids:
        if one not in subject.source and (source, one) not in subject.unreadable:
            report.error(
                "section-missing",
                f'the section "{one}" is listed, but has no file '
                f"{subject.section_path(source, one)}",
                None,
                f'{meant(one, spare)}Write the file, or take the id out of "sections".',
            )
    yield from report.diagnostics


def _unlisted(subject: CheckedStatement) -> Iterator[Diagnostic]:
    """Find files of the source locale that would not be published."""
    statement = subject.statement
    fileless = set(statement.section_ids) - subject.source.keys()
    for one in sorted(subject.source.keys() - set(statement.section_ids)):
        report = subject.report(statement.source_locale, one)
        wrong = re.fullmatch(ID_FORM, one, re.ASCII) is None
        rename = (
            "Rename the file: an id is lower-case letters, digits and hyphens. "
            if wrong
            else ""
        )
        report.error(
            "section-unlisted",
            f'the section "{one}" is not listed in {subject.statement_path}, so its '
            "text would not be published",
            None,
            f'{rename}{meant(one, fileless)}Add it to "sections" at its place, or '
            "delete the file.",
        )
        yield from report.diagnostics


def _locales(subject: CheckedStatement) -> Iterator[Diagnostic]:
    """Find folders that are no locale of the statement, and locales without text."""
    statement = subject.statement
    for locale in sorted(subject.sections.keys() - set(statement.locales)):
        for first in sorted(subject.sections[locale])[:1]:
            report = subject.report(locale, first)
            report.error(
                "locale-unlisted",
                f'the folder "{locale}" is not among "locales" in '
                f"{subject.statement_path}, so its texts would not be published",
                None,
                f'{meant(locale, statement.locales)}Add "{locale}" to "locales", or '
                "move the folder out of the statement's.",
            )
            yield from report.diagnostics
    report = subject.statement_report()
    unread = {locale for locale, _ in subject.unreadable}
    for locale in subject.translations:
        if not subject.sections.get(locale) and locale not in unread:
            report.warning(
                "locale-empty",
                f'the locale "{locale}" has no sections',
                None,
                f'Translate the sections into a folder "{locale}", or take it out of '
                f'"locales"; until then the text in "{statement.source_locale}" '
                "stands there.",
            )
        if locale not in statement.title:
            report.warning(
                "title-untranslated",
                f'"title" has no text for the locale "{locale}"',
                None,
                f'Add "{locale}: …" under "title"; until then the title is '
                f"{shown(statement.title[statement.source_locale])} there.",
            )
    yield from report.diagnostics


def _translations(subject: CheckedStatement, locale: str) -> Iterator[Diagnostic]:
    """Find translations without a source, and sources without a translation."""
    statement = subject.statement
    own = subject.sections[locale]
    known = subject.source.keys()
    renamed = {
        former: section.id
        for section in subject.source.values()
        for former in section.formerly
        if former not in known and section.id not in own
    }
    orphans = [
        one
        for one in sorted(own)
        if one not in known and (statement.source_locale, one) not in subject.unreadable
    ]
    for one in orphans:
        report = subject.report(locale, one)
        advice = meant(one, known - own.keys())
        if one in renamed:
            advice = f'The source\'s file is now called "{renamed[one]}". '
        report.error(
            "translation-orphan",
            f'there is no section "{one}" in the source locale '
            f'"{statement.source_locale}"',
            None,
            f"{advice}Give this file the name of the section it translates, or "
            "delete it.",
        )
        yield from report.diagnostics
    waiting = {renamed[one] for one in orphans if one in renamed}
    for one in statement.section_ids:
        is_there = one in own or (locale, one) in subject.unreadable
        if one in known and not is_there and one not in waiting:
            report = subject.report(locale, one)
            report.warning(
                "translation-missing",
                f"{shown(subject.source[one].title)} has no translation",
                None,
                f"Translate it into this file; until then its text in "
                f'"{statement.source_locale}" stands there.',
            )
            yield from report.diagnostics
