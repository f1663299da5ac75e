from __future__ import annotations

import pytest

from duenotice.compare import compare
from duenotice.render.redline_shown import shown_places
from golden_cases import document


def shown(old: str, new: str) -> list[int]:
    """Give the nodes of a comparison that are shown at once."""
    nodes = compare(document(old), document(new)).nodes
    places = [node.place for node in nodes]
    return sorted(places.index(place) for place in shown_places(nodes))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("a\n\nb\n\nc\n\nd\n\ne", "a\n\nb\n\nc\n\nd\n\ne", []),
        ("a\n\nb\n\nc\n\nd x\n\ne\n\nf", "a\n\nb\n\nc\n\nd y\n\ne\n\nf", [2, 3]),
        ("# A\n\na\n\nb\n\nc\n\nd x", "# A\n\na\n\nb\n\nc\n\nd y", [0, 3, 4]),
        ("a x\n\nb\n\nc\n\nd x", "a y\n\nb\n\nc\n\nd y", [0, 1, 2, 3]),
        ("z\n\na\n\nb\n\n- c\n- d x", "z\n\na\n\nb\n\n- c\n- d y", [2, 3]),
    ],
    ids=["nothing", "lead-in", "heading", "short-gap", "list"],
)
def test_shown_places(old: str, new: str, expected: list[int]) -> None:
    """
    Shown are changes with their heading and what stands before them.
    """
    assert expected == shown(old, new)


def test_numbers() -> None:
    """
    A section whose number alone is another one is not shown for that.
    """
    old = "# a: 1. A\nWe lend.\n# b: 2. B\nWe film.\n# c: 3. C\nWe sing.\n"
    new = "# a: A\nWe lend.\n# b: 1. B\nWe film.\n# c: 2. C\nWe sing.\n"

    assert [] == shown(old, new)
