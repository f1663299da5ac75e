"""All checks, in the order in which they run."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterable

from duenotice.checks.change_clause import check_change_clause
from duenotice.checks.contact import check_contact
from duenotice.checks.content import check_content
from duenotice.checks.demanded_clauses import check_demanded_clauses
from duenotice.checks.headings import check_headings
from duenotice.checks.identity import check_identity
from duenotice.checks.outline import check_outline
from duenotice.checks.placeholders import check_placeholders
from duenotice.checks.printed_version import check_printed_version
from duenotice.checks.reading_level import check_reading_level
from duenotice.checks.references import check_references
from duenotice.checks.repeated_text import check_repeated_text
from duenotice.checks.review_due import check_review_due
from duenotice.checks.subject import CheckedStatement
from duenotice.checks.term_definitions import check_term_definitions
from duenotice.checks.term_use import check_term_use
from duenotice.checks.translation_behind import check_translation_behind
from duenotice.checks.translation_links import check_translation_links
from duenotice.checks.translation_numbers import check_translation_numbers
from duenotice.checks.typed_names import check_typed_names
from duenotice.checks.typed_numbers import check_typed_numbers
from duenotice.checks.undefined_terms import check_undefined_terms
from duenotice.diagnostics import Diagnostic
from duenotice.diagnostics import sort_diagnostics

Check = Callable[[CheckedStatement], Iterable[Diagnostic]]
"""Reads a statement and gives its faults."""

CHECKS: tuple[Check, ...] = (
    check_outline,
    check_identity,
    check_references,
    check_typed_numbers,
    check_typed_names,
    check_term_definitions,
    check_term_use,
    check_undefined_terms,
    check_headings,
    check_content,
    check_placeholders,
    check_printed_version,
    check_repeated_text,
    check_change_clause,
    check_contact,
    check_demanded_clauses,
    check_review_due,
    check_reading_level,
    check_translation_behind,
    check_translation_numbers,
    check_translation_links,
)


def check_statement(subject: CheckedStatement) -> tuple[Diagnostic, ...]:
    """Run all checks; give what they found by file and line."""
    return sort_diagnostics([fault for check in CHECKS for fault in check(subject)])
