from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from duenotice.compare import ChangeKind
from duenotice.compare import compare
from golden_cases import document

if TYPE_CHECKING:
    from duenotice.compare import Change

TWO = "# one: {}One\n{}\n# two: {}Two\n{}\n"


def changes(old: str, new: str) -> tuple[Change, ...]:
    """Give the changes between two texts."""
    return compare(document(old), document(new)).changes


def kinds(old: str, new: str) -> list[str]:
    """Give the kinds of the changes between two texts."""
    return [change.kind.value for change in changes(old, new)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("We lend.", "We lend.\n\nWe film.", ["added"]),
        ("We lend.\n\nWe film.", "We lend.", ["removed"]),
        ("We lend films.", "We lend records.", ["amended"]),
        ("We *lend* films.", "We lend films.", ["formatting"]),
        ("“We” lend.", '"We" lend.', ["formatting"]),
        ("We lend.\n\n---", "We lend.", ["formatting"]),
        ("We [lend](/a).", "We [lend](/b).", ["link-target"]),
        ("| a | b |\n|-|-|\n| c | |", "| a |\n|-|\n| c |", ["removed"]),
        ("- a b\n- c d", "* a b\n* c d", []),
        ("", "", []),
    ],
)
def test_kinds(old: str, new: str, expected: list[str]) -> None:
    """
    A change has the kind of what happened to the line.
    """
    assert expected == kinds(old, new)


def test_sections() -> None:
    """
    A section that got another title is retitled, and one with another id renamed.
    """
    old = "# one: One\nWe lend books to all."
    renamed = "# two: One\nformerly: one\nWe lend books to all."

    assert ["retitled"] == kinds(old, old.replace("One", "All"))
    assert ["renamed"] == kinds(old, renamed)


def test_renumbering_is_one_change() -> None:
    """
    All numbers that are others now are one change, which comes last and shows each.
    """
    old = TWO.format("1. ", "See [](#two).", "2. ", "We lend.")
    shifted = TWO.format("2. ", "See [](#two).", "3. ", "We lend.")
    new = f"# new: 1. New\nIt is new.\n{shifted}"

    *_, last = changes(old, new)

    assert ChangeKind.RENUMBERED == last.kind
    assert ("1. One\n2. Two", "2. One\n3. Two") == (last.before, last.after)
    assert len(last.places) == 3


def test_number_that_comes_or_goes() -> None:
    """
    A section that gets a number or loses it is renumbered.
    """
    with_number, without = "# one: 1. One\nWe lend.", "# one: One\nWe lend."

    assert ["renumbered"] == kinds(without, with_number)
    assert ["renumbered"] == kinds(with_number, without)


def test_reference_to_a_new_title() -> None:
    """
    A reference that shows another title says the same, and both forms are told.
    """
    old = TWO.format("", "See [](#two).", "", "We lend.")

    *_, last = changes(old, old.replace("Two", "Three"))

    assert ChangeKind.RENUMBERED == last.kind
    assert ("See “Two”.", "See “Three”.") == (last.before, last.after)


def test_reference_to_a_renamed_section() -> None:
    """
    A reference that follows a section to its new id is no change.
    """
    old = TWO.format("", "See [](#two).", "", "We lend.")
    new = old.replace("#two", "#three").replace("two: Two", "three: Two\nformerly: two")

    assert ["renamed"] == kinds(old, new)


def test_before_and_after_of_rows() -> None:
    """
    A row is told as one line, its cells apart.
    """
    table = "| a | b |\n| - | - |\n| c | d |"

    (change,) = changes(table, f"{table}\n| e | f |")

    assert ("", "e | f") == (change.before, change.after)


def test_ids_are_of_what_is_said() -> None:
    """
    A change has the same id in another comparison, and another id when it says
    something else or stands elsewhere.
    """
    old = TWO.format("", "We lend films.", "", "We lend films.")
    news = (
        TWO.format("", "We lend books.", "", "We lend films."),
        TWO.format("", "We lend books.", "1. ", "We film. We lend films."),
        TWO.format("", "We sell films.", "", "We lend films."),
        TWO.format("", "We lend films.", "", "We lend books."),
    )

    first, again, other, elsewhere = (changes(old, new)[0].id for new in news)

    assert first == again
    assert 3 == len({first, other, elsewhere})
    assert "c" == first[0]
    assert 11 == len(first)


def test_ids_of_twins() -> None:
    """
    Two changes that say the same in one section have two ids.
    """
    one, other = changes("We lend.", "We lend.\n\nA.\n\nA.")

    assert one.after == other.after
    assert one.id != other.id


def test_paragraphs_that_are_parted_or_joined() -> None:
    """
    A paragraph that is several in the other text is one change, with both forms.
    """
    one = "We lend films to all. We count books once a year."
    two = "We lend films to all.\n\nWe count books once a year."

    (parted,), (joined,) = changes(one, two), changes(two, one)

    assert [ChangeKind.REGROUPED] * 2 == [parted.kind, joined.kind]
    assert (one, two.replace("\n\n", "\n")) == (parted.before, parted.after)
    assert (parted.after, parted.before) == (joined.before, joined.after)
