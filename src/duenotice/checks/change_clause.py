"""Whether people are told of changes, or have to find out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.checks.demands import asked_by
from duenotice.checks.wording import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.checks.subject import CheckedStatement
    from duenotice.diagnostics import Diagnostic


def check_change_clause(subject: CheckedStatement) -> Iterator[Diagnostic]:
    """Find texts that say nothing of changes, or leave it to people to look again."""
    for locale, clause in subject.change_clauses.items():
        if clause.is_made or not subject.is_complete(locale):
            continue
        if clause.check_back and clause.section_id in subject.sections.get(locale, {}):
            report = subject.report(locale, clause.section_id)
            report.warning(
                "change-check-back",
                f"{shown(clause.check_back)} is all that the text says of how people "
                "learn of changes",
                _line(subject, locale, clause.section_id, clause.check_back),
                "Say how they are told before a change takes effect. Nobody rereads a "
                "statement on the chance that it has changed."
                f"{asked_by(subject.demands.change_clause)}",
            )
        else:
            report = subject.statement_report()
            report.warning(
                "change-clause-missing",
                f'no sentence of the text in "{locale}" promises that people are told '
                "of changes",
                None,
                "Write a section that says how people are told, and how long before a "
                f"change takes effect.{asked_by(subject.demands.change_clause)}",
            )
        yield from report.diagnostics


def _line(
    subject: CheckedStatement, locale: str, section_id: str, words: str
) -> int | None:
    """Find the line on which words stand that were put on one line."""
    first = " ".join(words.split()[:3])
    for passage in subject.passages(locale, subject.sections[locale][section_id]):
        at = passage.text.replace("\n", " ").find(first)
        if at >= 0:
            return passage.line_at(at)
    return None
