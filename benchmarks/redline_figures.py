"""What can be counted about a redline, without trusting the program's own count."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from histories import lines_of
from histories import read_back
from histories import read_columns
from rapidfuzz.distance import Indel

from duenotice.compare import Difference
from duenotice.compare import Leaf
from duenotice.render.redline_html import parallel_html
from duenotice.render.redline_html import redline_html

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from redline_reading import read_text
from redline_reading import text_of
from redline_reading import without_targets

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator

    from histories import Pair

    from duenotice.compare import Comparison
    from duenotice.compare import Node

_KEPT_HALF = 0.5


def round_trips(pair: Pair, comparison: Comparison) -> Iterator[tuple[str, bool]]:
    """Tell for each rendering whether both texts can be read back out of it."""
    both = [" ".join(" ".join(lines_of(one)).split()) for one in (pair.old, pair.new)]
    for name, folds in (("HTML, folded", True), ("HTML, whole", False)):
        html = str(redline_html(comparison, folds=folds))
        yield name, both == [read_back(html, "ins"), read_back(html, "del")]
    yield "HTML, side by side", both == read_columns(str(parallel_html(comparison)))
    expected, found = (
        [without_targets(text, pair.old, pair.new) for text in texts]
        for texts in (map(text_of, (pair.old, pair.new)), read_text(comparison))
    )
    yield "text", expected == found


@dataclass
class WordCount:
    """Changed words that are shown, against the fewest that could be."""

    shown: int = 0
    fewest: int = 0
    rewritten_shown: int = 0
    rewritten_fewest: int = 0

    @property
    def ratio(self) -> float:
        """Give how many more are shown than there could be."""
        return self.shown / self.fewest if self.fewest else 1.0

    def add(self, comparison: Comparison) -> None:
        """Count the words of a comparison's amended lines."""
        for leaf in _amended(comparison.nodes):
            old, new = (
                [token.key for one in leaf.words for token in side(one) if token.key]
                for side in (lambda one: one.old, lambda one: one.new)
            )
            shown = sum(
                bool(token.key)
                for one in leaf.words
                if one.difference in {Difference.WORDS, Difference.LINK}
                for token in (*one.old, *one.new)
            )
            fewest = Indel.distance(old, new)
            if _keeps_sentences(old, new):
                self.shown += shown
                self.fewest += fewest
            else:
                self.rewritten_shown += shown
                self.rewritten_fewest += fewest


def _amended(nodes: Iterable[Node]) -> Iterator[Leaf]:
    for node in nodes:
        if isinstance(node, Leaf):
            if Difference.WORDS in node.differences:
                yield node
        else:
            yield from _amended(node.children)


def _keeps_sentences(old: list[str], new: list[str]) -> bool:
    """Tell whether each sentence keeps half its words or more in its likest one."""
    ours, theirs = _sentences(old), _sentences(new)
    return all(
        max((Indel.normalized_similarity(one, o) for o in others), default=0.0)
        >= _KEPT_HALF
        for some, others in ((ours, theirs), (theirs, ours))
        for one in some
    )


def _sentences(words: list[str]) -> list[list[str]]:
    found: list[list[str]] = [[]]
    for word in words:
        found[-1].append(word)
        if word in {".", "!", "?"}:
            found.append([])
    return [one for one in found if one]
