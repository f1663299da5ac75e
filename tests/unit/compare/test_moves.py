from __future__ import annotations

import pytest

from duenotice.compare import compare
from golden_cases import document

A = "We lock our shelves at night, and nobody has the key but the clerk."
B = "You may ask for a copy of your record at any desk in the hall."
C = "There is one camera at each door, and it records no sound at all."


def moves(old: str, new: str) -> list[tuple[str, bool]]:
    """Give the kinds of the moves between two texts; tell which are under others."""
    return [
        (move.kind.value, move.is_reframed)
        for move in compare(document(old), document(new)).moves
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (f"{A}\n\n{B}\n\n{C}", f"{B}\n\n{A}\n\n{C}", [("moved", False)]),
        (
            f"{A}\n\n{B}\n\n{C}",
            f"{C.replace('no sound', 'sound')}\n\n{A}\n\n{B}",
            [("moved-and-amended", False)],
        ),
        (f"{A}\n\n{B}", f"{A}\n\n- {B}", [("regrouped", True)]),
        (f"{A}\n\n{B}", f"{A}\n\n{C}", []),
        ("- a\n- b\n- c", "- c\n- a\n- b", [("moved", False)]),
        ("- a\n- a\n- b\n- c", "- c\n- a\n- b\n- a", [("moved", False)] * 2),
        (f"## A\n\n{B}\n\n## C\n\nC.", f"## A\n\n## C\n\nC.\n\n{B}", [("moved", True)]),
    ],
    ids=["moved", "amended", "in-a-list", "other", "short", "twice", "reframed"],
)
def test_moves(old: str, new: str, expected: list[tuple[str, bool]]) -> None:
    """
    A line that jumped over one that both texts have has moved.
    """
    assert expected == moves(old, new)


def test_short_lines_that_stand_several_times() -> None:
    """
    A short line that either text has several times is not taken to have moved.
    """
    assert [] == moves(f"a.\n\n{B}\n\n{C}", f"{B}\n\n{C}\n\na.\n\nD.\n\na.")


def test_the_order_that_stayed() -> None:
    """
    Where the order of everything both texts have is the same, nothing has moved.
    """
    assert [] == moves(f"{A}\n\nX.\n\n{B}", f"Y.\n\n{A}\n\n{B}\n\nZ.\n\n{C}")


def test_rows() -> None:
    """
    A row moves as one.
    """
    head = "| What | For |\n| - | - |\n"
    one, two, three = "| a b | c |\n", "| d e | f |\n", "| g h | i |\n"

    found = moves(head + one + two + three, head + three + one + two)

    assert [("moved", False)] == found


def test_lead_ins() -> None:
    """
    An item that goes to another list stands under another lead-in.
    """
    old = f"Never:\n\n- {A}\n- {B}\n\nAlways:\n\n- {C}"
    new = f"Never:\n\n- {B}\n\nAlways:\n\n- {C}\n- {A}"

    assert [("moved", True)] == moves(old, new)
