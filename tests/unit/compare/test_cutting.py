from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from duenotice.compare.cutting import cut_alike
from duenotice.compare.elements import part_elements
from duenotice.model.content import List
from duenotice.model.content import Paragraph
from duenotice.parse.serialise import write_blocks

if TYPE_CHECKING:
    from duenotice.compare.elements import Placed
from golden_cases import document

A = "We lock our **shelves** at night."
B = "You may ask [for a copy](https://a.example) of it."
C = "There is one camera at each door."
LIST = "- We lock our shelves at night."


def cut(old: str, new: str) -> list[list[str]]:
    """Cut two texts; give the paragraphs that each has then, as Markdown."""
    one, other = (
        part_elements(text.parts[0], text.vocabulary)
        for text in (document(old), document(new))
    )
    ours, theirs = cut_alike(one, other)
    return [list(map(written, some)) for some in (ours, theirs)]


def written(placed: Placed) -> str:
    """Write an element as Markdown."""
    assert isinstance(placed.element, Paragraph | List)
    return write_blocks((placed.element,)).strip()


@pytest.mark.parametrize(
    ("old", "new", "ours", "theirs"),
    [
        (f"{A} {B}", f"{A}\n\n{B}", [A, B], [A, B]),
        (f"{A}\n\n{B}\n\n{C}", f"{A} {B} {C}", [A, B, C], [A, B, C]),
        (f"{A} {B}", f"{A}\n\n{B[:-1]} twice.", [A, B], [A, f"{B[:-1]} twice."]),
        (f"{A} {B}", f"{A}\n\n{C}", [f"{A} {B}"], [A, C]),
        (f"{A} {B}", A, [f"{A} {B}"], [A]),
        (f"{A} {B}", f"{A}\n\n{LIST}\n\n{B}", [f"{A} {B}"], [A, LIST, B]),
        (f"{A} {B}\n\n{A}", f"{A}\n\n{B}\n\n{A} {B}", [f"{A} {B}", A], None),
        (f"{A}**{C}**", f"{A}\n\n**{C}**", [f"{A}**{C}**"], [A, f"**{C}**"]),
        ("Ah. Bah.", "Ah.\n\nBah.", ["Ah. Bah."], ["Ah.", "Bah."]),
    ],
    ids=[
        *("two", "three", "amended", "other", "only-one", "list-between"),
        *("whole-in-both", "no-space", "short"),
    ],
)
def test_cut_alike(
    old: str, new: str, ours: list[str], theirs: list[str] | None
) -> None:
    """
    A paragraph is cut where the other text has it as several, one behind the other.
    """
    found = cut(old, new)

    assert [ours, theirs or [A, B, f"{A} {B}"]] == found


def test_pieces_know_their_paragraph() -> None:
    """
    The pieces of a paragraph know which one they are of.
    """
    text = document(f"{A} {B}")
    whole = part_elements(text.parts[0], text.vocabulary)
    parted = document(f"{A}\n\n{B}")
    others = part_elements(parted.parts[0], parted.vocabulary)

    ours, theirs = cut_alike(whole, others)

    assert [whole[0].element] * 2 == [one.whole for one in ours]
    assert [None, None] == [one.whole for one in theirs]
