from __future__ import annotations

import pytest

from duenotice.materiality.passage import Passage
from duenotice.materiality.ruleset import judge


def categories(
    before: str, after: str, *, lead_in: str = "", heading: str = ""
) -> set[str]:
    """Give the categories of the findings on a passage."""
    found = judge(Passage(before=before, after=after, lead_in=lead_in, heading=heading))
    return {one.category.value for one in found}


class TestAmount:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("We keep messages for {} days.", {"retention"}),
            (
                "We post a notice at least {} days before the change takes effect.",
                {"notice-procedure"},
            ),
            ("We answer your request within {} days.", {"rights-choice"}),
            ("We tell you of a data breach within {} days.", {"security"}),
            ("The cookie that counts visits lasts {} days.", {"retention", "tracking"}),
        ],
    )
    def test_slot(self, text: str, expected: set[str]) -> None:
        """
        A period belongs to what lasts so long, and not to all that is named beside it.
        """
        assert expected == categories(text.format(30), text.format(60))

    def test_column(self) -> None:
        """
        What a cell is about stands at the head of its column.
        """
        found = categories(
            "13 months",
            "18 months",
            lead_in="How long we keep it",
            heading="Data we collect",
        )

        assert {"retention"} == found


class TestLimit:
    @pytest.mark.parametrize(
        ("before", "after", "expected"),
        [
            (
                "Pictures are kept for at most 72 hours.",
                "Pictures are kept for at least 72 hours.",
                {"retention"},
            ),
            (
                "We announce changes to this policy at least 14 days before.",
                "We announce changes to this policy up to 14 days before.",
                {"notice-procedure"},
            ),
        ],
    )
    def test_period(self, before: str, after: str, expected: set[str]) -> None:
        """
        A limit of keeping or of notice is about that alone.
        """
        assert expected == categories(before, after)

    def test_act(self) -> None:
        """
        Another limit is first of all about what it bounds.
        """
        found = categories(
            "We tell no one which books you asked for.",
            "We tell no one which books you asked for, except when the board agrees.",
        )

        assert "recipients" in found
