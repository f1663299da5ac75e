from __future__ import annotations

import pytest

from duenotice.compare.kept import kept_words


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("a b c", "a b c", ["a b c"]),
        ("we sell it", "we never sell it", ["we", "sell it"]),
        ("one two of three four", "five six of seven nine", []),
        ("one two between three four", "five six between seven nine", ["between"]),
        ("first of", "last of", ["of"]),
        ("", "a", []),
    ],
    ids=["same", "insertion", "island", "long-word", "at-the-end", "nothing"],
)
def test_kept_words(old: str, new: str, expected: list[str]) -> None:
    """
    Words that stay are kept, but for short ones that stand alone between two changes.
    """
    words = old.split()

    blocks = kept_words(words, new.split())

    assert expected == [" ".join(words[i : i + n]) for i, _, n in blocks]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "We lock . We never read . We count .",
            "We lock . We count .",
            ["We lock .", "We count ."],
        ),
        ("We never read . We count .", "We count .", ["We count ."]),
        ("We lock .", "We lock . We count .", ["We lock ."]),
        ("A . We keep loans .", "A . We keep fees . We keep loans .", None),
    ],
    ids=["middle", "first", "last", "insertion"],
)
def test_whole_sentences(old: str, new: str, expected: list[str] | None) -> None:
    """
    A sentence that is put in or left out is one from its first word to its stop.
    """
    words = old.split()

    blocks = kept_words(words, new.split())

    assert (expected or ["A .", "We keep loans ."]) == [
        " ".join(words[i : i + n]) for i, _, n in blocks
    ]


def test_blocks_are_equal_words() -> None:
    """
    What is kept is the same on both sides, in order and without overlap.
    """
    old = ["a", ".", "a", "b", ".", "a", "b", "c", ".", "x", ".", "a"]
    new = ["a", "b", ".", "a", ".", "a", "b", "c", "d", ".", "a", ".", "a", "."]

    blocks = kept_words(old, new)

    assert all(old[i : i + n] == new[j : j + n] for i, j, n in blocks)
    ends = [(i + n, j + n) for i, j, n in blocks]
    starts = [(i, j) for i, j, _ in blocks[1:]]
    assert all(a <= c and b <= d for (a, b), (c, d) in zip(ends, starts, strict=False))
