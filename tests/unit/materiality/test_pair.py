from __future__ import annotations

import pytest

from duenotice.materiality.finding import Outcome
from duenotice.materiality.pair import PairError
from duenotice.materiality.pair import passage_of
from duenotice.materiality.pair import read_pairs
from duenotice.materiality.scoring import Figure
from duenotice.materiality.scoring import judge_pairs
from duenotice.materiality.scoring import score

MATERIAL = (
    '{"id": "a-1", "before": "We keep it for 10 days.", "after": "We keep it for 30 '
    'days.", "label": {"material": true, "categories": ["retention"]}}'
)
EDITORIAL = (
    '{"id": "a-2", "before": "We keep emails.", "after": "We keep e-mails.", '
    '"label": {"material": false}}'
)
UNCLEAR = (
    '{"id": "b-1", "before": "x", "after": "y", "label": {"material": "borderline"}}'
)


class TestReadPairs:
    def test_fields(self) -> None:
        """
        A text that is null is empty, and headings and label are read.
        """
        (pair,) = read_pairs(
            ['{"id": "a-1", "before": null, "after": "## A", "heading_path": ["All"]}']
        )

        assert ("a-1", "", "## A", ("All",)) == (
            pair.id,
            pair.before,
            pair.after,
            pair.headings,
        )
        assert pair.label is None
        assert passage_of(pair).is_heading

    @pytest.mark.parametrize(
        ("line", "reason"),
        [
            ("no JSON", "it is no JSON"),
            ("[1]", "it is no object"),
            ('{"before": "a"}', 'it has no "id"'),
            ('{"id": "a", "before": 1}', '"before" is no text'),
            ('{"id": "a", "heading_path": "b"}', '"heading_path" is no list'),
        ],
    )
    def test_faults(self, line: str, reason: str) -> None:
        """
        A line that is no pair is named with its number and the reason.
        """
        with pytest.raises(PairError, match=f"line 2 is no pair: {reason}"):
            list(read_pairs([MATERIAL, line]))


class TestScore:
    def test_figures(self) -> None:
        """
        Missed, right and asked are shares of the clear pairs; unclear ones don't count.
        """
        judged = judge_pairs(read_pairs([MATERIAL, EDITORIAL, UNCLEAR]))

        figures = score(judged)
        assert [Outcome.MATERIAL, Outcome.EDITORIAL] == [
            one.outcome for one in judged[:2]
        ]
        assert (Figure(0, 1), Figure(1, 1), Figure(0, 2)) == (
            figures.missed,
            figures.right,
            figures.asked,
        )
        assert Figure(1, 1) == figures.categories
        assert not any(one.is_error for one in judged)
