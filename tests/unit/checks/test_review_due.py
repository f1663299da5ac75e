from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from builders import section_text
from checked import codes
from checked import found_by
from checked import make_checked
from duenotice.checks import Demands
from duenotice.checks.review_due import check_review_due

if TYPE_CHECKING:
    from duenotice.checks import CheckedStatement

OLD = section_text("Text.", "Lending", "version: 2025-01-15")
NEW = section_text("Text.", "Fines", "version: 2025-03-01")


def asked(day: date | None, *, days: int | None = 365) -> CheckedStatement:
    """Make a statement whose last revision was on 2025-03-01."""
    return replace(
        make_checked({"lending": OLD, "fines": NEW}),
        as_of=day,
        demands=Demands(review_days=days),
    )


def test_overdue() -> None:
    """
    A text is overdue on the day after the period has passed.
    """
    assert [] == codes(check_review_due, asked(date(2026, 3, 1)))
    assert (
        "statement.yaml: warning review-overdue: the text was last revised on "
        "2025-03-01, 366 days ago; a profile asks for a review every 365 days\n"
        "  hint: Read all of it against what is done today, and release "
        "what you change."
    ) == found_by(check_review_due, asked(date(2026, 3, 2)))


def test_quiet() -> None:
    """
    Nothing is overdue without a day, a period, or a version.
    """
    fresh = replace(
        asked(date(2030, 1, 1)), sections=make_checked({"lending": "Text."}).sections
    )

    assert [] == codes(check_review_due, asked(None))
    assert [] == codes(check_review_due, asked(date(2030, 1, 1), days=None))
    assert [] == codes(check_review_due, fresh)
