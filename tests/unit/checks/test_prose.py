from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checked import make_checked
from duenotice.checks.prose import OPAQUE
from duenotice.checks.prose import STRONG_END
from duenotice.checks.prose import STRONG_START
from duenotice.checks.prose import Reading
from duenotice.checks.prose import passages

if TYPE_CHECKING:
    from duenotice.checks.prose import Passage

MIXED = (
    "*We* **keep** `it`, see [](#fines), [ours](#fines), [theirs](https://a.example)."
)


def read(text: str, reading: Reading = Reading.ALL) -> list[Passage]:
    """Give the passages of a text."""
    blocks = make_checked({"lending": text}).source["lending"].blocks
    return list(passages(blocks, reading))


@pytest.mark.parametrize(
    ("reading", "expected"),
    [
        (Reading.ALL, f"We keep {OPAQUE}, see {OPAQUE}, ours, theirs."),
        (
            Reading.MARKED,
            f"We {STRONG_START}keep{STRONG_END} {OPAQUE}, see {OPAQUE}, ours, theirs.",
        ),
        (Reading.OWN, f"We keep {OPAQUE}, see {OPAQUE}, ours, {OPAQUE}."),
        (Reading.UNLINKED, f"We keep {OPAQUE}, see {OPAQUE}, {OPAQUE}, {OPAQUE}."),
    ],
    ids=lambda one: one.name if isinstance(one, Reading) else "",
)
def test_readings(reading: Reading, expected: str) -> None:
    """
    A reading says which words of links are read, and whether stress is marked.
    """
    assert [expected] == [one.text for one in read(MIXED, reading)]


def test_passages() -> None:
    """
    Paragraphs, headings, items and cells are passages of their own, with their lines.
    """
    found = read(
        "One.\n\n## Two\n\n- three\n- four\n\n| five |\n|---|\n| six |\n\n> seven"
    )

    assert [
        ("One.", 4, False),
        ("Two", 6, True),
        ("three", 8, False),
        ("four", 9, False),
        ("five", 11, False),
        ("six", 11, False),
        ("seven", 15, False),
    ] == [(one.text, one.line, one.is_heading) for one in found]


@pytest.mark.parametrize(
    ("word", "line"), [("one", 4), ("two", 5), ("three", 6), ("four", 6)]
)
def test_line_at(word: str, line: int) -> None:
    """
    A place in a passage has its line, whether the source wraps or breaks there.
    """
    (passage,) = read("one\ntwo\\\nthree four")

    assert line == passage.line_at(passage.text.index(word))


def test_image() -> None:
    """
    Of an image the alternative words are read.
    """
    assert ["See A loan."] == [one.text for one in read("See ![A loan](a.png).")]


def test_signs_of_ours() -> None:
    """
    Signs that stand for something here are spaces where an author typed them.
    """
    text = f"a{OPAQUE}b{STRONG_START}c{STRONG_END}d"

    assert ["a b c d"] == [one.text for one in read(text)]
