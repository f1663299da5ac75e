"""Whether terms are used, and written as they are defined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.checks.term_survey import survey_terms
from duenotice.checks.term_words import shape
from duenotice.checks.term_words import term_key
from duenotice.checks.wording import shown
from duenotice.checks.wording import times

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.checks.subject import CheckedStatement
    from duenotice.checks.term_survey import SurveyedTerm
    from duenotice.diagnostics import Diagnostic
    from duenotice.parse.report import Report

_MOST_SECTIONS = 5
"""Beyond this, one diagnostic at the definition stands for all places."""


def check_term_use(subject: CheckedStatement) -> Iterator[Diagnostic]:
    """Check the terms of each locale."""
    for locale in subject.statement.locales:
        is_complete = subject.is_complete(locale)
        for term in survey_terms(subject, locale):
            if is_complete and not term.is_used:
                yield from _unused(subject, locale, term)
            if term.others and not _is_positional(term):
                yield from _inconsistent(subject, locale, term)


def _unused(
    subject: CheckedStatement, locale: str, term: SurveyedTerm
) -> Iterator[Diagnostic]:
    controller = subject.statement.controller
    names = {term_key(name) for name in (controller.name, *controller.aliases)}
    if term_key(term.term) in names:
        return
    report = _report(subject, locale, term)
    said = 'listed under "terms"' if term.section_id is None else "defined"
    report.warning(
        "term-unused",
        f'the term {shown(term.term)} is {said}, but the text in "{locale}" never '
        "uses it",
        term.line,
        "Use it, or take it out: a reader keeps it in mind for nothing.",
    )
    yield from report.diagnostics


def _is_positional(term: SurveyedTerm) -> bool:
    """Tell whether the definition has its capital only from its place.

    "Personal information means …", and then always "personal information".
    """
    if not term.begins_sentence or term.as_defined:
        return False
    shapes = {shape(place.words) for place in term.others}
    return shapes == {("small", *shape(term.term)[1:])}


def _inconsistent(
    subject: CheckedStatement, locale: str, term: SurveyedTerm
) -> Iterator[Diagnostic]:
    sections = list(dict.fromkeys(place.section_id for place in term.others))
    if not term.as_defined or len(sections) > _MOST_SECTIONS:
        report = _report(subject, locale, term)
        first = term.others[0]
        path = subject.section_path(locale, first.section_id)
        report.warning(
            "term-inconsistent",
            f"the term {shown(term.term)} is also written {shown(first.words)}, "
            f"{times(len(term.others))}, first at {path}:{first.line}",
            term.line,
            "Write it everywhere as it is defined, or define it as it is written.",
        )
        yield from report.diagnostics
        return
    for section_id in sections:
        places = [place for place in term.others if place.section_id == section_id]
        report = subject.report(locale, section_id)
        again = f", {times(len(places))}," if len(places) > 1 else ""
        report.warning(
            "term-inconsistent",
            f"{shown(places[0].words)} is written here{again} for the term "
            f"{shown(term.term)}",
            places[0].line,
            f"Write {shown(term.term)}, or other words if the term isn't meant.",
        )
        yield from report.diagnostics


def _report(subject: CheckedStatement, locale: str, term: SurveyedTerm) -> Report:
    if term.section_id is None:
        return subject.statement_report()
    return subject.report(locale, term.section_id)
