from __future__ import annotations

import itertools
import random
from dataclasses import dataclass

from duenotice.compare.alignment import align
from duenotice.compare.alignment import heaviest_chain


@dataclass(frozen=True)
class Word:
    """A word that is like others with the same first letter."""

    key: str

    @property
    def words(self) -> frozenset[str]:
        """Give its letters."""
        return frozenset(self.key)


def gain(one: Word, other: Word) -> float:
    """Say that words belong together that begin alike."""
    return 1.0 if one.key[0] == other.key[0] else 0.0


def aligned(old: str, new: str) -> list[str]:
    """Write the pairs of two rows of words, `-` where one has nothing."""
    ours, theirs = ([Word(one) for one in row.split()] for row in (old, new))
    return [
        f"{'-' if i is None else ours[i].key} {'-' if j is None else theirs[j].key}"
        for i, j in align(ours, theirs, gain)
    ]


def test_equal_ones_are_paired() -> None:
    """
    Equal elements are paired, and what one side lacks stands alone, the old one first.
    """
    assert ["a a", "b -", "- c", "d d"] == aligned("a b d", "a c d")


def test_like_ones_are_paired_between_equal_ones() -> None:
    """
    Between equal elements, those are paired that are worth it.
    """
    assert ["a a", "b1 b2", "- x", "d d"] == aligned("a b1 d", "a b2 x d")


def test_nothing_is_paired_across_equal_ones() -> None:
    """
    Elements that are alike are not paired across ones that are equal.
    """
    assert ["- b2", "a a", "b1 -"] == aligned("a b1", "b2 a")


def test_empty_rows() -> None:
    """
    A row against none is given in order.
    """
    assert ["- a", "- b"] == aligned("", "a b")
    assert [] == aligned("", "")


def test_large_gaps() -> None:
    """
    In a gap with many possible pairs, those with a rare word in common are found.
    """
    old = " ".join(f"{chr(97 + n % 26)}{chr(0x4E00 + n)}" for n in range(40))
    new = " ".join(f"{chr(97 + n % 26)}{chr(0x4E00 + n)}+" for n in range(40))

    assert 40 == len(aligned(old, new))


def test_heaviest_chain_is_the_heaviest() -> None:
    """
    No other pairs that rise on both sides weigh more.
    """
    source = random.Random(5)  # noqa: S311 - the same each time
    for _ in range(60):
        pairs = {
            (source.randrange(5), source.randrange(5)): source.randrange(1, 9) * 1.0
            for _ in range(6)
        }
        valued = [(i, j, worth) for (i, j), worth in pairs.items()]

        weight = sum(pairs[pair] for pair in heaviest_chain(valued))

        assert heaviest(pairs) == weight


def heaviest(pairs: dict[tuple[int, int], float]) -> float:
    """Try every choice of pairs."""
    choices = itertools.chain.from_iterable(
        itertools.combinations(sorted(pairs), size) for size in range(len(pairs) + 1)
    )
    rising = (
        one
        for one in choices
        if all(a[0] < b[0] and a[1] < b[1] for a, b in itertools.pairwise(one))
    )
    return max(sum(pairs[pair] for pair in one) for one in rising)
