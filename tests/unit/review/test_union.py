"""What two bodies of rules find in the same change."""

from __future__ import annotations

from dataclasses import replace

from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Finding
from duenotice.materiality.finding import Outcome
from duenotice.review.union import united

SURE = Finding(
    rule="amount",
    subject="retention",
    section="retention",
    category=Category.RETENTION,
    direction=Direction.WORSE,
    outcome=Outcome.MATERIAL,
    reason="A period grew.",
    before="90 days",
    after="120 days",
)
UNSURE = replace(SURE, rule="weighed", outcome=Outcome.NEEDS_REVIEW)
NOTHING = replace(SURE, rule="reworded", outcome=Outcome.EDITORIAL)


class TestUnited:
    def test_of_one(self) -> None:
        """
        What one body of rules finds stays as it is.
        """
        assert (SURE, NOTHING) == united((SURE, NOTHING))

    def test_the_graver_is_added(self) -> None:
        """
        What the other one finds graver about the same words stands beside it.
        """
        assert (UNSURE, SURE) == united((UNSURE,), (SURE,))

    def test_nothing_that_is_known(self) -> None:
        """
        What is found already, as grave or graver, is not told twice.
        """
        assert (SURE,) == united((SURE,), (SURE, UNSURE, NOTHING))

    def test_about_something_else(self) -> None:
        """
        Another category of the same words, which may call for more, is added.
        """
        sold = replace(SURE, rule="denial", category=Category.SALE)

        assert (SURE, sold) == united((SURE,), (sold,))

    def test_other_words_under_the_same_name(self) -> None:
        """
        No two findings have one name: decisions are about just one.
        """
        other = replace(SURE, after="150 days")
        found = united((SURE,), (other,))

        assert ["120 days", "150 days"] == [one.after for one in found]
        assert [1, 2] == [one.ordinal for one in found]
