from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING

import pytest

from duenotice.compare import MovedPart
from duenotice.compare import Side
from duenotice.compare import compare
from duenotice.compare import document_of_blocks
from duenotice.compare.comparison import MOST_WORDS
from duenotice.model.content import Paragraph
from duenotice.model.content import Text
from golden_cases import document

if TYPE_CHECKING:
    from duenotice.compare import Document


def paragraphs(*several: str) -> Document:
    """Make a text of plain paragraphs."""
    return document_of_blocks("", (Paragraph((Text(one),)) for one in several))


def test_same() -> None:
    """
    Two equal texts are the same.
    """
    text = paragraphs("We lend.", "We film.")

    assert compare(text, text).is_same


def test_too_large() -> None:
    """
    A text that is too large is never said to be the same; the comparison says why.
    """
    large = paragraphs("a " * MOST_WORDS)

    comparison = compare(large, large)

    assert not comparison.is_same
    assert ((), ()) == (comparison.nodes, comparison.changes)
    assert (
        "the earlier text has 250,001 words, more than the 250,000 that can be compared"
        == comparison.could_not
    )


def test_too_large_later() -> None:
    """
    The text that is too large is told.
    """
    comparison = compare(paragraphs("a"), paragraphs("a " * MOST_WORDS))

    assert comparison.could_not.startswith("the later text has 250,001 words")


def test_other_end() -> None:
    """
    A section that moved knows its other place.
    """
    old = "# a: A\nWe lend.\n# b: B\nWe film them.\n\nAnd show them.\n"
    new = "# b: B\nWe film them.\n\nAnd show them.\n# a: A\nWe lend.\n"
    comparison = compare(document(old), document(new))
    first, second = (one for one in comparison.nodes if isinstance(one, MovedPart))

    assert (Side.OLD, Side.NEW) == (first.side, second.side)
    assert second is comparison.other_end(first)
    assert first is comparison.other_end(second)


def words(count: int, seed: int, most: int) -> str:
    """Make words up."""
    source = random.Random(seed)  # noqa: S311 - the same each time
    return " ".join(f"w{source.randrange(most)}" for _ in range(count))


SENTENCES = [f"{words(12, n, 400)}." for n in range(5000)]

HOSTILE = {
    "one-word": ("a" * 100_000, "b" * 100_000),
    "one-word-many-times": ("a " * 50_000, "a " * 49_000),
    "two-words": ("a b " * 10_000, "b a " * 10_000),
    "one-line": (words(20_000, 1, 9_000), words(20_000, 2, 9_000)),
    "stops": ("." * 20_000, ". " * 10_000),
    "signs": ("*[_~{" * 4_000, "]}-+`" * 4_000),
}


@pytest.mark.parametrize("pair", HOSTILE.values(), ids=HOSTILE)
def test_hostile_lines(pair: tuple[str, str]) -> None:
    """
    A line made to take long is compared in a bounded time.
    """
    old, new = map(paragraphs, pair)

    start = time.perf_counter()
    compare(old, new)

    assert time.perf_counter() - start < 5


ROWS = {
    "unrelated": (
        [words(50, n, 40_000) for n in range(400)],
        [words(50, n, 40_000) for n in range(1000, 1400)],
    ),
    "few-words": (
        [words(10, n, 30) for n in range(2000)],
        [words(10, n, 30) for n in range(3000, 5000)],
    ),
    "many-equal": (["We lend."] * 4000, ["We lend."] * 3000 + ["We film."] * 1000),
    "reversed": (SENTENCES[:2000], SENTENCES[1999::-1]),
    "moved": (SENTENCES, SENTENCES[2500:] + SENTENCES[:2500]),
}


@pytest.mark.parametrize("rows", ROWS.values(), ids=ROWS)
def test_hostile_texts(rows: tuple[list[str], list[str]]) -> None:
    """
    A text made to take long is compared in a bounded time.
    """
    old, new = (paragraphs(*some) for some in rows)

    start = time.perf_counter()
    compare(old, new)

    assert time.perf_counter() - start < 5
