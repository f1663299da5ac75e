"""Two sequences side by side: which element became which, in order."""

from __future__ import annotations

from collections import Counter
from collections import defaultdict
from typing import TYPE_CHECKING
from typing import Protocol
from typing import TypeVar

from rapidfuzz.distance import Indel

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Hashable
    from collections.abc import Iterable
    from collections.abc import Iterator
    from collections.abc import Sequence

Pair = tuple[int | None, int | None]
"""Places in the old sequence and in the new one; nothing on the side that lacks it."""

Gap = tuple[range, range]

_FEW_PAIRS = 400
"""So many possible pairs in a gap are all looked at; of more, only likely ones."""

_RARE = 6
"""A word that at most so many elements of a gap share makes a pair likely."""


class Element(Protocol):
    """What can be aligned."""

    @property
    def key(self) -> Hashable:
        """Equal for elements that are the same."""

    @property
    def words(self) -> frozenset[str]:
        """The words that tell it from others."""


E = TypeVar("E", bound=Element)


def align(
    old: Sequence[E], new: Sequence[E], gain: Callable[[E, E], float]
) -> Iterator[Pair]:
    """Align two sequences; every place of both is given once, in order.

    Equal elements are paired as far as their order allows; of those between them,
    the ones for which `gain` is greatest in total.

    Args:
        old: The old elements.
        new: The new elements.
        gain: What pairing two elements is worth; 0 where they don't belong together.
    """
    done_old = done_new = 0
    for i, j, length in [*equal_runs(old, new), (len(old), len(new), 0)]:
        gap = range(done_old, i), range(done_new, j)
        yield from _in_order(gap, _best_pairs(old, new, gap, gain))
        yield from zip(range(i, i + length), range(j, j + length), strict=True)
        done_old, done_new = i + length, j + length


def equal_runs(
    old: Sequence[Element], new: Sequence[Element]
) -> Iterator[tuple[int, int, int]]:
    """Give the runs of equal elements: where they begin, and how long they are."""
    for op in Indel.opcodes([one.key for one in old], [one.key for one in new]):
        if op.tag == "equal":
            yield op.src_start, op.dest_start, op.src_end - op.src_start


def _in_order(gap: Gap, pairs: Iterable[tuple[int, int]]) -> Iterator[Pair]:
    """Give all places of a gap, the old ones before the new ones between two pairs."""
    olds, news = gap
    done_old, done_new = olds.start, news.start
    for i, j in [*pairs, (olds.stop, news.stop)]:
        yield from ((one, None) for one in range(done_old, i))
        yield from ((None, one) for one in range(done_new, j))
        if i < olds.stop and j < news.stop:
            yield i, j
        done_old, done_new = i + 1, j + 1


def _best_pairs(
    old: Sequence[E], new: Sequence[E], gap: Gap, gain: Callable[[E, E], float]
) -> list[tuple[int, int]]:
    """Give the pairs of a gap, in order, whose gain is greatest in total."""
    valued = [
        (i, j, worth)
        for i, j in _candidates(old, new, gap)
        if (worth := gain(old[i], new[j])) > 0
    ]
    return heaviest_chain(valued)


def _candidates(
    old: Sequence[Element], new: Sequence[Element], gap: Gap
) -> Iterable[tuple[int, int]]:
    """Give the pairs of a gap that are worth a look."""
    olds, news = gap
    if len(olds) * len(news) <= _FEW_PAIRS:
        return [(i, j) for i in olds for j in news]
    places: dict[str, list[int]] = defaultdict(list)
    for j in news:
        for word in new[j].words:
            places[word].append(j)
    counted = Counter(word for i in olds for word in old[i].words)
    found: set[tuple[int, int]] = set()
    for i in olds:
        for word in old[i].words:
            if len(places[word]) <= _RARE and counted[word] <= _RARE:
                found.update((i, j) for j in places[word])
    return found


def heaviest_chain(
    valued: Iterable[tuple[int, int, float]],
) -> list[tuple[int, int]]:
    """Give the pairs, rising on both sides, that weigh most together.

    >>> heaviest_chain([(0, 5, 1.0), (1, 1, 1.0), (2, 2, 1.0)])
    [(1, 1), (2, 2)]
    """
    # A later pair of the same old place must not build on an earlier one of it.
    pairs = sorted(valued, key=lambda pair: (pair[0], -pair[1]))
    rank = {j: at for at, j in enumerate(sorted({j for _, j, _ in pairs}), start=1)}
    tree: list[tuple[float, int]] = [(0.0, -1)] * (len(rank) + 1)
    before: list[int] = []
    for place, (_, j, worth) in enumerate(pairs):
        weight, last = max(_prefixes(tree, rank[j] - 1), default=(0.0, -1))
        before.append(last)
        _raise(tree, rank[j], (weight + worth, place))
    _, place = max(_prefixes(tree, len(rank)), default=(0.0, -1))
    chain = []
    while place >= 0:
        chain.append(pairs[place][:2])
        place = before[place]
    return chain[::-1]


def _prefixes(tree: list[tuple[float, int]], at: int) -> Iterator[tuple[float, int]]:
    """Give the entries that cover the places up to one (a Fenwick tree)."""
    while at > 0:
        yield tree[at]
        at -= at & -at


def _raise(tree: list[tuple[float, int]], at: int, entry: tuple[float, int]) -> None:
    while at < len(tree):
        tree[at] = max(tree[at], entry)
        at += at & -at
