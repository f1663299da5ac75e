from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.compare.document import headings_above
from duenotice.compare.elements import likeness
from duenotice.compare.elements import part_elements
from golden_cases import document

if TYPE_CHECKING:
    from duenotice.compare.elements import Placed
    from duenotice.compare.nodes import Context


def placed(source: str) -> list[Placed]:
    """Give the elements of a text without a heading."""
    text = document(source)
    return part_elements(text.parts[0], text.vocabulary)


def lines(source: str) -> dict[str, Context]:
    """Give the context of each line of a text by its words."""
    return {leaf.text: leaf.context for one in placed(source) for leaf in one.leaves()}


def test_lead_in_of_items() -> None:
    """
    An item stands under the sentence that its list goes on from, nested ones too.
    """
    found = lines("We note:\n\n- loans\n  - titles\n- fees")

    assert ["", "We note:", "loans", "We note:"] == [
        context.lead_in for context in found.values()
    ]


def test_lead_in_of_paragraphs() -> None:
    """
    A paragraph stands under the one before it only where that goes on.
    """
    found = lines("We lend.\n\nWe never say:\n\nYour name.\n\n- loans\n\nWe count.")

    assert ["", "", "We never say:", "Your name.", ""] == [
        context.lead_in for context in found.values()
    ]


def test_context_of_cells() -> None:
    """
    A cell stands in a column and a row.
    """
    found = lines("| What | Kept for |\n| --- | --- |\n| Loans | 90 days |")

    assert ("Kept for", "Loans") == (found["90 days"].column, found["90 days"].row)


def test_context_under_headings() -> None:
    """
    An element stands under the nearest heading before it.
    """
    text = "# data: Data\nWe note.\n\n## Never\n\nWe sell."

    found = lines(text)

    assert ["Data", "Data", "Data", "Never"] == [
        context.heading for context in found.values()
    ]
    assert {"data"} == {context.part for context in found.values()}


def test_headings_above() -> None:
    """
    An element knows all the headings that it stands under, the outermost first.
    """
    text = document(
        "# Privacy\n\n## Old rights\n\n# Terms\n\n## Data\n\n### Never\n\nWe sell."
    )
    section = lines("# data: Data\n## Kinds\n\nBoth.\n\n### Never\n\nWe sell.")

    assert [(), ("Privacy",), (), ("Terms",), ("Terms", "Data")] == [
        headings_above(text.parts, place) for place in range(len(text.parts))
    ]
    assert ("Data", "Kinds") == section["We sell."].above
    assert ("Data",) == section["Both."].above


def test_lead_in_without_headings() -> None:
    """
    An item of a text without any heading has its lead-in all the same.
    """
    found = lines("We note:\n\n- loans")["loans"]

    assert ("", (), "We note:") == (found.heading, found.above, found.lead_in)


def like(old: str, new: str) -> float:
    """Say how alike the first elements of two texts are."""
    return likeness(placed(old)[0], placed(new)[0])


def test_likeness() -> None:
    """
    Two elements are alike by the words they share, if they are of one kind.
    """
    assert like("We lend films.", "We lend films.") == 1
    assert like("We lend films.", "Nobody may park here overnight!") == 0
    assert like("We lend films.", "> We lend films.") == 0


def test_likeness_of_excerpts() -> None:
    """
    A paragraph of which one sentence stayed is the same paragraph.
    """
    rest = " A lot of words stand here that are nowhere else, and then some more."

    assert like(f"We lend films.{rest}", "We lend films.") >= 0.5
    assert like("We lend films.", f"We lend films.{rest}") >= 0.5
    assert like(f"We lend films and{rest}", "We lend films.") < 0.4


def test_likeness_of_rows() -> None:
    """
    Rows of one name are alike, whatever else is in them, and a head is like a head.
    """
    table = "| What | For |\n| --- | --- |\n| Loans | {} |"
    old, new = (
        placed(table.format(words))[0].children for words in ("90 days", "a year")
    )

    assert likeness(old[1], new[1]) == 0.6
    assert likeness(old[0], new[0]) == 1
    assert likeness(old[0], new[1]) == 0


def test_lists_are_known_with_their_lead_in() -> None:
    """
    A list under another lead-in is not the same list.
    """
    one, other = (placed(f"{words}:\n\n- name")[1] for words in ("Yes", "No"))

    assert one.element == other.element
    assert one.key != other.key
