"""Measure: the rules on labelled changes, alone and in their whole documents.

    .venv/bin/python benchmarks/assessment.py FILE.jsonl FOLDER [ASIDE …]

FILE holds labelled pairs, FOLDER the revisions that they name, and each ASIDE is an
organisation that took no part in development; its figures stand apart.
"""

from __future__ import annotations

import functools
import gc
import json
import re
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from duenotice.compare import compare
from duenotice.compare import document_of_blocks
from duenotice.materiality.assessment import assess
from duenotice.materiality.pair import passage_of
from duenotice.materiality.pair import read_pairs
from duenotice.materiality.scoring import Judged
from duenotice.materiality.scoring import judge_pairs
from duenotice.materiality.scoring import score
from duenotice.materiality.words import words_of
from duenotice.parse.markdown import parse_blocks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duenotice.compare import Document
    from duenotice.materiality.finding import Finding
    from duenotice.materiality.pair import Pair

BARS = {"missed": 0.05, "right": 0.85, "asked": 0.35, "categories": 0.8}
AT_MOST = {"missed", "asked"}
PAIRS_BAR = 10.0
"""Seconds for 1,000 pairs."""

TEXT_BAR = 0.2
"""Seconds for a whole statement, beyond the comparison."""

_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
NEAR = 0.95
"""Of the best share: the findings on one change, or on ones just as near."""

_LEAST = 0.3
"""A finding is about a pair where it shares this much of its words."""


@dataclass(frozen=True)
class Places:
    """Where a pair's two texts stand."""

    before: Path
    after: Path


@functools.cache
def read_document(path: Path) -> Document:
    """Read a revision."""
    source = _FRONT.sub("", path.read_text(encoding="utf-8"))
    return document_of_blocks(path.stem, parse_blocks(source))


@functools.cache
def find_all(places: Places) -> tuple[tuple[Finding, ...], float]:
    """Assess two whole revisions, and say how long that took."""
    comparison = compare(read_document(places.before), read_document(places.after))
    gc.disable()  # it would look through all the texts that are kept here
    start = time.perf_counter()
    findings = assess(comparison).findings
    spent = time.perf_counter() - start
    gc.enable()
    return findings, spent


def in_document(pair: Pair, places: Places) -> Judged:
    """Give a pair the findings on it among those on the whole documents."""
    passage = passage_of(pair)
    wanted = _stems(f"{passage.before} {passage.after}")
    findings, _ = find_all(places)
    near = tuple(one for one in findings if _share(one, wanted) >= _LEAST)
    best = max((_share(one, wanted) for one in near), default=0.0)
    return Judged(
        pair, tuple(one for one in near if _share(one, wanted) >= best * NEAR)
    )


def _stems(text: str) -> set[str]:
    return {word.stem for word in words_of(text)}


def _share(finding: Finding, wanted: set[str]) -> float:
    """Say how much of the smaller of two texts is in the other."""
    words = _stems(f"{finding.before} {finding.after}")
    return len(words & wanted) / max(1, len(words | wanted))


def show(name: str, judged: Sequence[Judged]) -> bool:
    """Print the figures of a set, and tell whether its bars hold."""
    holds = True
    print(f"{name}: {len(judged)} pairs")
    figures = score(judged)
    for key, bar in BARS.items():
        figure = getattr(figures, key)
        is_met = figure.share <= bar if key in AT_MOST else figure.share >= bar
        holds &= is_met
        low, high = figure.interval
        print(
            f"{'ok' if is_met else 'MISS':5} {figure.share:6.1%}  (bar {bar:.0%})  "
            f"{key}  {figure.count} of {figure.total}, {low:.1%} to {high:.1%}"
        )
    return holds


def main() -> None:
    """Measure both ways, the organisations that were seen and those aside."""
    file, folder, aside = Path(sys.argv[1]), Path(sys.argv[2]), set(sys.argv[3:])
    lines = file.read_text(encoding="utf-8").splitlines()
    pairs = [
        one for one in read_pairs(lines) if one.label and one.label.material is not None
    ]
    places = {
        record["id"]: Places(
            *(folder.parent / record[f"{side}_file"] for side in ("before", "after"))
        )
        for record in map(json.loads, lines)
    }
    holds = True
    for name, is_aside in (("seen", False), ("aside", True)):
        some = [one for one in pairs if (one.group in aside) is is_aside]
        if not some:
            continue
        alone = [one for one in some if one.label and not one.label.needs_document]
        holds &= show(f"{name}, alone", judge_pairs(alone))
        whole = [in_document(one, places[one.id]) for one in some]
        holds &= show(f"{name}, in their documents", whole)
    start = time.perf_counter()
    judge_pairs(pairs)
    spent = (time.perf_counter() - start) * 1000 / len(pairs)
    slowest = max(find_all(one)[1] for one in set(places.values()))
    print(f"{spent:.2f} s for 1,000 pairs (bar {PAIRS_BAR:.0f} s)")
    print(f"{slowest:.3f} s for the slowest whole text (bar {TEXT_BAR} s)")
    if not holds or spent > PAIRS_BAR or slowest > TEXT_BAR:
        sys.exit(1)


if __name__ == "__main__":
    main()
