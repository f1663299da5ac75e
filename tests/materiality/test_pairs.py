"""The labelled pairs themselves: that each can be read, and says one thing."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from labelled_pairs import PairError
from labelled_pairs import labelled_pairs
from labelled_pairs import read_pairs

if TYPE_CHECKING:
    from labelled_pairs import Pair

PAIRS = list(labelled_pairs())
DOUBTFUL = 0.08
FEWEST = 400
FENCE = "~~~~"


def _file(label: str, text: str = "We keep it for [-30-]{+90+} days.") -> str:
    return f"# Periods\n\n## A longer period\n\n{label}\n\n{FENCE}\n{text}\n{FENCE}\n"


class TestThePairs:
    def test_there_are_enough_and_few_that_nobody_can_tell(self) -> None:
        """
        A set that leaves the hard pairs open measures nothing.
        """
        doubtful = sum(pair.outcome == "borderline" for pair in PAIRS)

        assert len(PAIRS) >= FEWEST
        assert doubtful / len(PAIRS) <= DOUBTFUL

    def test_no_two_have_one_id(self) -> None:
        """
        A pair is spoken of by its id.
        """
        ids = Counter(pair.id for pair in PAIRS)

        assert [] == [name for name, times in ids.items() if times > 1]

    @pytest.mark.parametrize("pair", PAIRS, ids=[pair.id for pair in PAIRS])
    def test_both_sides_read_as_text(self, pair: Pair) -> None:
        """
        No mark is left over, nothing stays equal, and no space is lost or doubled.
        """
        both = f"{pair.before}\n{pair.after}"

        assert pair.before != pair.after
        assert not re.search(r"\[-|\{\+|\+\}|-\](?!\()", both)
        assert not re.search(r"(?<!^)(?<![ \n])  +\S|[a-záéíóú] [,.;](?: |$)", both)

    def test_only_a_material_pair_needs_a_category(self) -> None:
        """
        Who is to be told must be told about something; a change of form is of no kind.
        """
        unnamed = [
            pair.id
            for pair in PAIRS
            if (pair.outcome == "editorial") == bool(pair.categories)
        ]

        assert [] == unnamed


class TestReading:
    def test_a_pair(self) -> None:
        """
        A pair has its label, its heading and both texts.
        """
        label = "material, worse: retention\nunder: Periods > Logs"

        (pair,) = read_pairs(_file(label), "periods")

        assert {
            "id": "periods-a-longer-period",
            "before": "We keep it for 30 days.",
            "after": "We keep it for 90 days.",
            "heading_path": ["Periods", "Logs"],
            "lead_in": "",
            "kind": "changed",
            "block_type": "p",
            "locale": "en",
            "label": {
                "material": True,
                "categories": ["retention"],
                "direction": "worse-for-user",
                "needs_document": False,
                "why": "A longer period",
            },
        } == pair.record()

    def test_an_item_that_is_only_added(self) -> None:
        """
        What has no earlier side was added, under the words that govern it.
        """
        source = _file("editorial\nlead-in: We keep:\nneeds: document", "{+- it+}")

        (pair,) = read_pairs(source, "periods")

        assert ("added", "li", "We keep:") == (pair.kind, pair.block_type, pair.lead_in)
        assert pair.needs_document

    @pytest.mark.parametrize(
        "label",
        [
            "matterial",
            "material, worst: retention",
            "material: age",
            "editorial\nfor: x",
        ],
    )
    def test_a_label_with_a_slip(self, label: str) -> None:
        """
        A slip of the pen in a label is told, and not read as something else.
        """
        with pytest.raises(PairError):
            list(read_pairs(_file(label), "periods"))

    def test_a_fence_without_a_label(self) -> None:
        """
        A pair that can't be found is told, and not passed over.
        """
        with pytest.raises(PairError, match="periods: 4 fences"):
            list(read_pairs(f"{_file('editorial')}\n{FENCE}\nx\n{FENCE}\n", "periods"))
