"""Whether sections keep their identity: ids are never used for something else."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from duenotice.checks.wording import listed
from duenotice.checks.wording import meant

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.checks.subject import CheckedStatement
    from duenotice.diagnostics import Diagnostic
    from duenotice.model.statement import Section
    from duenotice.parse.report import Report


def check_identity(subject: CheckedStatement) -> Iterator[Diagnostic]:
    """Check the ids of sections against the ids that were published before."""
    # An id that several sections name was split, and then one of them may keep it.
    named_by = Counter(
        former for section in subject.source.values() for former in section.formerly
    )
    for section in subject.written(subject.statement.source_locale):
        report = subject.report(subject.statement.source_locale, section.id)
        for former in section.formerly:
            _check_former(subject, section, former, report, split=named_by[former] > 1)
        _check_reuse(subject, section, report)
        yield from report.diagnostics
    for locale in subject.translations:
        yield from _translations(subject, locale)


def _check_former(
    subject: CheckedStatement,
    section: Section,
    former: str,
    report: Report,
    *,
    split: bool,
) -> None:
    if former == section.id and former in subject.former_ids:
        return  # It was removed and is back.
    if former in subject.known_ids and not split:
        report.error(
            "formerly-present",
            f'"formerly" names "{former}", which is still a section',
            None,
            f'If "{former}" was split, name it under "formerly" in the file of each '
            f'section that has a part of it, "{former}" itself included; otherwise '
            f'take it out of "{section.id}".',
        )
    elif subject.former_ids and former not in subject.former_ids:
        report.warning(
            "formerly-unknown",
            f'"formerly" names "{former}", which no version had as a section',
            None,
            f"{meant(former, subject.former_ids - subject.known_ids)}Write the id "
            "that the section had when it was last published, or delete the entry.",
        )


def _check_reuse(subject: CheckedStatement, section: Section, report: Report) -> None:
    gone = subject.former_ids - subject.newest_ids - set(section.formerly)
    if section.id in gone:
        report.error(
            "id-reused",
            f'the id "{section.id}" belonged to a section that was published and has '
            "since been removed or renamed",
            None,
            "Addresses are permanent, so an id is never used again. Give the file "
            f'another name; if it is the same section come back, add "formerly: '
            f'[{section.id}]" to it.',
        )


def _translations(subject: CheckedStatement, locale: str) -> Iterator[Diagnostic]:
    """Find translations that tell another past than their source."""
    for section in subject.written(locale):
        source = subject.source.get(section.id)
        if source is None or set(source.formerly) == set(section.formerly):
            continue
        report = subject.report(locale, section.id)
        own = listed(section.formerly) or "nothing"
        report.warning(
            "formerly-differs",
            f'"formerly" names {own} here and {listed(source.formerly) or "nothing"} '
            f'in "{subject.statement.source_locale}"',
            None,
            "Write the same ids in both files: they are one section.",
        )
        yield from report.diagnostics
