from __future__ import annotations

import pytest

from duenotice.materiality.finding import Outcome
from duenotice.materiality.passage import Passage
from duenotice.materiality.ruleset import judge

HARMLESS = [
    (
        "We collect your name, address and email.",
        "We collect your email, name and address.",
    ),
    (
        "We keep invoices for 10 years, letters for 6 months.",
        "We keep letters for 6 months, invoices for 10 years.",
    ),
    (
        "We collect your name when you register.",
        "When you register, we collect your name.",
    ),
    ("Logs are erased after 14 days.", "After 14 days, logs are erased."),
    ("We log visits. You may object.", "You may object. We log visits."),
]
TELLING = [
    (
        "We keep names and loans for 90 and 900 days.",
        "We keep names and loans for 900 and 90 days.",
    ),
    ("We lend books, not films.", "We lend films, not books."),
    (
        "We sell fines and never share loans.",
        "We never share fines and sell loans.",
    ),
]


class TestOrder:
    @pytest.mark.parametrize(("before", "after"), HARMLESS)
    def test_harmless(self, before: str, after: str) -> None:
        """
        Items, clauses and sentences may change places.
        """
        (finding,) = judge(Passage(before=before, after=after))

        assert ("same-words", Outcome.EDITORIAL) == (finding.rule, finding.outcome)

    @pytest.mark.parametrize(("before", "after"), TELLING)
    def test_telling(self, before: str, after: str) -> None:
        """
        What a number, a denial or an act stands by makes the same words say another
        thing.
        """
        found = judge(Passage(before=before, after=after))

        assert {Outcome.NEEDS_REVIEW} == {one.outcome for one in found}


class TestHeading:
    @pytest.mark.parametrize(
        ("before", "after", "outcome"),
        [
            ("", "We sell your data to advertisers", Outcome.NEEDS_REVIEW),
            ("Data we delete", "Data we publish", Outcome.NEEDS_REVIEW),
            ("", "Information we collect", Outcome.EDITORIAL),
            ("What we collect", "Information we collect", Outcome.EDITORIAL),
        ],
    )
    def test_says_what_is_done(self, before: str, after: str, outcome: Outcome) -> None:
        """
        A heading that is a sentence of practice, or speaks of the opposite, is looked
        at; one that names a topic is not.
        """
        found = judge(Passage(before=before, after=after, is_heading=True))

        assert {outcome} == {one.outcome for one in found}
