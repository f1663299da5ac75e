from __future__ import annotations

from duenotice.compare import compare
from duenotice.render.redline_data import comparison_data
from golden_cases import document


def data(old: str, new: str) -> dict[str, object]:
    """Give the comparison of two texts as data."""
    comparison = compare(document(old), document(new))
    return comparison_data(comparison, old="1", new="2", locale="en")


def changes(old: str, new: str) -> list[dict[str, object]]:
    """Give the changes between two texts as data."""
    found = data(old, new)["changes"]
    assert isinstance(found, list)
    return found


def test_same() -> None:
    """
    Two equal texts are the same, without a change of any kind.
    """
    found = data("We lend.", "We lend.")

    counts = found.pop("counts")
    assert isinstance(counts, dict)
    assert {0} == set(counts.values())
    assert {
        "schema": "duenotice/comparison/1",
        "old": "1",
        "new": "2",
        "locale": "en",
        "same": True,
        "could_not_compare": None,
        "changes": [],
    } == found


def test_amended() -> None:
    """
    An amended line has its section, what it said and says, and its words.
    """
    (change,) = changes("# a: A\nWe lend films.", "# a: A\nWe lend books.")

    assert ("amended", "a", "A") == tuple(
        change[name] for name in ("kind", "section", "heading")
    )
    assert ("We lend films.", "We lend books.") == (change["before"], change["after"])
    assert [
        {"difference": "none", "before": "We lend ", "after": "We lend "},
        {"difference": "words", "before": "films", "after": "books"},
        {"difference": "none", "before": ".", "after": "."},
    ] == change["words"]


def test_moved() -> None:
    """
    A line that moved has where it stood, and whether that means more.
    """
    old = "# a: A\nWe lend films.\n\nWe open at nine.\n# b: B\nBye."
    new = "# a: A\nWe open at nine.\n# b: B\nBye.\n\nWe lend films."

    (change,) = changes(old, new)

    assert {"section": "a", "heading": "A", "lead_in": None} == change["from"]
    assert ("b", True) == (change["section"], change["reframed"])


def test_cells() -> None:
    """
    A cell has its row and its column.
    """
    table = "| What | For |\n| - | - |\n| Loans | {} |"

    (change,) = changes(table.format("90 days"), table.format("a year"))

    assert ("Loans", "For") == (change["row"], change["column"])


def test_link_target() -> None:
    """
    Where a link leads elsewhere, both addresses are given; null where there was none.
    """
    told = [
        {name: one[name] for name in one if name.startswith("target")}
        for old, new in (
            ("[Out](https://a.example)", "[Out](https://b.example)"),
            ("You may opt out of it.", "You may opt [out](https://b.example) of it."),
        )
        for change in changes(old, new)
        for one in stretches(change)
        if one["difference"] == "link"
    ]

    assert [
        {"target_before": "https://a.example", "target_after": "https://b.example"},
        {"target_before": None, "target_after": "https://b.example"},
    ] == told


def stretches(change: dict[str, object]) -> list[dict[str, object]]:
    """Give the words of a change."""
    found = change["words"]
    assert isinstance(found, list)
    return found
