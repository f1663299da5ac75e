"""Whether the text is as easy to read as its settings promise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.checks.readability import grade_of
from duenotice.checks.wording import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.checks.subject import CheckedStatement
    from duenotice.diagnostics import Diagnostic
    from duenotice.model.statement import Section

_MOST_NAMED = 3


def check_reading_level(subject: CheckedStatement) -> Iterator[Diagnostic]:
    """Measure the whole text of each language; name the sections to begin with."""
    target = subject.statement.reading_level
    if target is None:
        return
    report = subject.statement_report()
    for locale in subject.statement.locales:
        sections = list(subject.written(locale))
        texts = [text for one in sections for text in _texts(subject, locale, one)]
        grade = grade_of(texts, locale)
        if grade is None or grade <= target:
            continue
        hardest = _hardest(subject, locale, target)
        first = f" Begin with {hardest}." if hardest else ""
        report.warning(
            "reading-level",
            f'the text in "{locale}" asks for {grade} years of school, and '
            f'"reading_level" is {target}',
            None,
            f"Write shorter sentences and plainer words.{first}",
        )
    yield from report.diagnostics


def _texts(subject: CheckedStatement, locale: str, section: Section) -> Iterator[str]:
    for passage in subject.passages(locale, section):
        if not passage.is_heading:
            yield passage.text


def _hardest(subject: CheckedStatement, locale: str, target: int) -> str:
    grades = [
        (grade_of(_texts(subject, locale, one), locale) or 0, one.title)
        for one in subject.written(locale)
    ]
    above = sorted((one for one in grades if one[0] > target), key=lambda one: -one[0])
    return ", ".join(
        f"{shown(title)} ({grade})" for grade, title in above[:_MOST_NAMED]
    )
