"""Measure: redlines of real histories, and of the project's own statement."""

from __future__ import annotations

import random
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from histories import read_histories
from histories import read_sample
from redline_figures import WordCount
from redline_figures import round_trips
from redline_moves import FoundCount
from redline_moves import MoveCount
from redline_times import growth
from redline_times import long_pairs
from redline_times import race
from redline_times import unrelated

from duenotice.compare import compare

if TYPE_CHECKING:
    from collections.abc import Iterable

    from histories import Pair

SEED = 7


class Report:
    """Prints figures beside their bars."""

    holds = True

    def at_most(self, what: str, figure: float, bar: float, form: str = ".2f") -> None:
        """Print a figure that must not be larger than its bar."""
        self._print(figure <= bar, f"{figure:{form}}", f"at most {bar:{form}}", what)

    def at_least(self, what: str, figure: float, bar: float, form: str = ".1%") -> None:
        """Print a figure that must not be smaller than its bar."""
        self._print(figure >= bar, f"{figure:{form}}", f"at least {bar:{form}}", what)

    def _print(self, holds: bool, figure: str, bar: str, what: str) -> None:  # noqa: FBT001
        self.holds &= holds
        print(f"{'ok  ' if holds else 'MISS'}  {figure:>8}  ({bar})  {what}")


def measure_texts(name: str, pairs: Iterable[Pair], report: Report) -> None:
    """Measure what can be counted on every pair."""
    count = 0
    whole: Counter[str] = Counter()
    moves, found, words = MoveCount(), FoundCount(), WordCount()
    source = random.Random(SEED)  # noqa: S311 - the same each time
    for pair in pairs:
        count += 1
        comparison = compare(pair.old, pair.new)
        whole.update(dict(round_trips(pair, comparison)))
        moves.add(pair, comparison)
        found.add(pair.new, source)
        words.add(comparison)
    print(f"{name}: {count} pairs")
    for rendering, several in whole.items():
        report.at_least(f"both texts read back: {rendering}", several / count, 1)
    report.at_most(
        f"moves that are none, of {moves.told}", moves.false_share, 0.01, ".1%"
    )
    report.at_least(f"moves found, of {found.moved}", found.share, 0.95)
    report.at_most(f"changed words by the fewest, {words.fewest}", words.ratio, 1.25)
    print(
        f"      {words.rewritten_shown} words shown in rewritten sentences, "
        f"{words.rewritten_fewest} at the fewest"
    )


def measure_times(pairs: list[Pair], report: Report) -> None:
    """Measure times on pairs of about 6,000 words."""
    nearest, most_changed = long_pairs(pairs)
    total = sum(pair.words for pair in nearest)
    print(f"{len(nearest)} pairs of {total // len(nearest):,} words on average")
    seconds = race(nearest)
    for name, ours, theirs, bar in (
        ("cold text", seconds.cold, seconds.cold_other, 1),
        ("parsed text", seconds.parsed, seconds.parsed_other, 0.5),
    ):
        what = f"time from {name}, {ours:.2f} s by {theirs:.2f} s of htmldiff"
        report.at_most(what, ours / theirs, bar)
    hard = race(most_changed)
    print(
        f"      on the pairs that changed most: {hard.cold / hard.cold_other:.2f} from "
        f"cold text, {hard.parsed / hard.parsed_other:.2f} from parsed text"
    )
    report.at_most(f"growth to {total:,} words, by linear", growth(nearest), 1.5)
    for what, time in unrelated(pairs).items():
        report.at_most(f"seconds for 20,000 unrelated words: {what}", time, 1)


def main() -> None:
    """Read the histories and measure."""
    if len(sys.argv) != 2:  # noqa: PLR2004
        sys.exit("give the folder of the histories")
    report = Report()
    pairs = list(read_histories(Path(sys.argv[1])))
    measure_times(pairs, report)
    measure_texts("histories", pairs, report)
    sample = list(read_sample(Path(__file__).parents[1]))
    if sample:
        measure_texts("sample statement", sample, report)
    if not report.holds:
        sys.exit(1)


if __name__ == "__main__":
    main()
