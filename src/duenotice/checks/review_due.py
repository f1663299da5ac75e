"""Whether the text was looked at as often as it has to be."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.checks.subject import CheckedStatement
    from duenotice.diagnostics import Diagnostic


def check_review_due(subject: CheckedStatement) -> Iterator[Diagnostic]:
    """Compare the day of the last revision with the day that is asked about."""
    days, as_of = subject.demands.review_days, subject.as_of
    released = [
        section.version for _, section in subject.files() if section.version is not None
    ]
    if days is None or as_of is None or not released:
        return
    last = max(released).day
    if as_of - last <= timedelta(days=days):
        return
    report = subject.statement_report()
    report.warning(
        "review-overdue",
        f"the text was last revised on {last}, {(as_of - last).days} days ago; a "
        f"profile asks for a review every {days} days",
        None,
        "Read all of it against what is done today, and release what you change.",
    )
    yield from report.diagnostics
