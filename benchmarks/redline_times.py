"""How long a comparison takes, beside what others take for the same pair."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from dataclasses import replace
from typing import TYPE_CHECKING

from histories import htmldiff
from histories import read_document
from markdown_it import MarkdownIt

from duenotice.compare import compare
from duenotice.render.redline_html import redline_html

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Sequence

    from histories import Pair

    from duenotice.compare import Document

LONG = 6_000
"""Words of a long statement."""

PAIRS = 10
_OF_A_HISTORY = 2
_RUNS = 3
_UNRELATED = 20_000
_ALL_WORDS = 40_000
_PARAGRAPH = 60


def long_pairs(pairs: Sequence[Pair]) -> tuple[list[Pair], list[Pair]]:
    """Give the pairs nearest to the length that differ, and the most changed ones.

    Of one history at most two.
    """
    counted = [
        (len(compare(pair.old, pair.new).changes), pair)
        for pair in pairs
        if abs(pair.words - LONG) <= LONG // 4
    ]
    by_length = sorted(counted, key=lambda one: abs(one[1].words - LONG))
    by_changes = sorted(counted, key=lambda one: -one[0])
    nearest, most_changed = (
        _of_many_histories([pair for count, pair in several if count])
        for several in (by_length, by_changes)
    )
    return nearest, most_changed


def _of_many_histories(pairs: Sequence[Pair]) -> list[Pair]:
    found: list[Pair] = []
    for pair in pairs:
        if sum(pair.history == one.history for one in found) < _OF_A_HISTORY:
            found.append(pair)
    return found[:PAIRS]


@dataclass(frozen=True)
class Race:
    """Seconds for some pairs: ours, and those of render and htmldiff."""

    cold: float
    cold_other: float
    parsed: float
    parsed_other: float


def race(pairs: Sequence[Pair]) -> Race:
    """Let both run on the same pairs, in turns; the least of some runs counts."""
    markdown = MarkdownIt("commonmark").enable("table")
    rendered = [[markdown.render(one) for one in pair.sources] for pair in pairs]

    def ours_cold() -> None:
        for pair in pairs:
            old, new = map(read_document, pair.sources)
            redline_html(compare(old, new))

    def ours() -> None:
        for pair in pairs:
            redline_html(compare(pair.old, pair.new))

    def other_cold() -> None:
        for pair in pairs:
            htmldiff(*map(markdown.render, pair.sources))

    def other() -> None:
        for old, new in rendered:
            htmldiff(old, new)

    return Race(*_least(ours_cold, other_cold, ours, other))


def growth(pairs: Sequence[Pair]) -> float:
    """Give the time for a text ten times as long, by ten times that for one."""
    old, new = (
        _joined([getattr(pair, side) for pair in pairs]) for side in ("old", "new")
    )

    def one_by_one() -> None:
        for pair in pairs:
            compare(pair.old, pair.new)

    single, whole = _least(one_by_one, lambda: compare(old, new))
    return whole / single


def _joined(documents: Sequence[Document]) -> Document:
    parts = tuple(part for one in documents for part in one.parts)
    return replace(documents[0], parts=parts)


def unrelated(pairs: Sequence[Pair]) -> dict[str, float]:
    """Give the seconds for two long texts that have nothing to do with each other."""
    ordered = sorted(pairs, key=lambda one: (one.history, one.name))
    real = [_long_text(ordered), _long_text(ordered[::-1])]
    return {
        "random words": _least(lambda: compare(_random_text(1), _random_text(2)))[0]
        - _least(lambda: (_random_text(1), _random_text(2)))[0],
        "statements of different organisations": _least(lambda: compare(*real))[0],
    }


def _random_text(seed: int) -> Document:
    source = random.Random(seed)  # noqa: S311 - the same each time
    words = [f"w{source.randrange(_ALL_WORDS)}" for _ in range(_UNRELATED)]
    lines = (
        " ".join(words[at : at + _PARAGRAPH]) for at in range(0, _UNRELATED, _PARAGRAPH)
    )
    return read_document("\n\n".join(lines))


def _long_text(pairs: Sequence[Pair]) -> Document:
    """Join the last texts of histories until they are long enough."""
    texts, words = [], 0
    last = {pair.history: pair for pair in pairs}
    for pair in last.values():
        texts.append(pair.new)
        words += pair.words
        if words >= _UNRELATED:
            break
    return _joined(texts)


def _least(*several: Callable[[], object]) -> list[float]:
    """Run some functions in turns; give the least seconds of each."""
    best = [float("inf")] * len(several)
    for _ in range(_RUNS):
        for place, function in enumerate(several):
            start = time.perf_counter()
            function()
            best[place] = min(best[place], time.perf_counter() - start)
    return best
