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
from typing import NamedTuple

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
    from collections.abc import Mapping
    from collections.abc import Sequence

    from duenotice.compare import Document
    from duenotice.materiality.finding import Finding
    from duenotice.materiality.pair import Pair

BARS = {"missed": 0.05, "right": 0.85, "asked": 0.35, "categories": 0.8}
AT_MOST = {"missed", "asked"}
PAIRS_BAR = 10.0
"""Seconds of one core for 1,000 pairs."""

TEXT_BAR = 0.2
"""Seconds of one core for a whole statement, beyond the comparison."""

_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_NEAR = 0.95
"""Of the best share: the change that is nearest, or ones just as near."""

_LEAST = 0.3
"""A change that is like a pair shares this much of its words with it."""

_FEW = 3
"""Words that stand in many places: so short a text is a part of no other."""


@dataclass(frozen=True)
class Places:
    """Where a pair's two texts stand."""

    before: Path
    after: Path


class Answer(NamedTuple):
    """What the program says of two whole revisions."""

    findings: tuple[Finding, ...]
    texts: dict[str, tuple[str, str]]
    """By the id of a change: its words before and after."""

    spent: float
    """Seconds of one core, beyond the comparison."""


@functools.cache
def read_document(path: Path) -> Document:
    """Read a revision."""
    source = _FRONT.sub("", path.read_text(encoding="utf-8"))
    return document_of_blocks(path.stem, parse_blocks(source))


@functools.cache
def find_all(places: Places) -> Answer:
    """Assess two whole revisions, and say how long that took."""
    comparison = compare(read_document(places.before), read_document(places.after))
    gc.disable()  # it would look through all the texts that are kept here
    start = time.process_time()
    findings = assess(comparison).findings
    spent = time.process_time() - start
    gc.enable()
    texts = {one.id: (one.before, one.after) for one in comparison.changes}
    return Answer(findings, texts, spent)


def in_document(pair: Pair, places: Places) -> Judged:
    """Give a pair the findings on its change among those on the whole documents."""
    answer = find_all(places)
    ours = changes_of(pair, answer.texts)
    return Judged(pair, tuple(one for one in answer.findings if one.change in ours))


def changes_of(pair: Pair, texts: Mapping[str, tuple[str, str]]) -> set[str]:
    """Tell which changes are about a pair.

    A pair may be a row whose cells changed, or a paragraph that was cut in two: then
    several changes are about it. What a finding quotes says nothing, as it may be one
    sentence of a long paragraph.
    """
    passage = passage_of(pair)
    ours = _rows(passage.before, passage.after)
    rows = {change: _rows(*theirs) for change, theirs in texts.items()}
    same = {change for change, theirs in rows.items() if theirs == ours}
    few = 0 if pair.block_type == "tr" else _FEW
    parts = {
        change
        for change, theirs in rows.items()
        if not passage.is_heading
        and (_is_part(theirs, ours, few) or _is_part(ours, theirs, _FEW))
    }
    if same or parts or passage.is_heading:
        return same or parts
    shares = {change: _share(theirs, ours) for change, theirs in rows.items()}
    least = max(_LEAST, max(shares.values(), default=0.0) * _NEAR)
    return {change for change, share in shares.items() if share >= least}


_Rows = tuple[tuple[str, ...], tuple[str, ...]]
"""The words of the two sides of a change."""


def _rows(before: str, after: str) -> _Rows:
    old, new = (tuple(word.stem for word in words_of(one)) for one in (before, after))
    return old, new


def _is_part(small: _Rows, large: _Rows, few: int) -> bool:
    """Tell whether a side of a change stands as it is in the same side of another."""
    return any(
        len(one) > few and f" {' '.join(one)} " in f" {' '.join(other)} "
        for one, other in zip(small, large, strict=True)
    )


def _share(one: _Rows, other: _Rows) -> float:
    """Say how many of the words of two changes both have."""
    words, others = ({word for side in rows for word in side} for rows in (one, other))
    return len(words & others) / max(1, len(words | others))


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
    start = time.process_time()
    judge_pairs(pairs)
    spent = (time.process_time() - start) * 1000 / len(pairs)
    slowest = max(find_all(one).spent for one in set(places.values()))
    print(f"{spent:.2f} s for 1,000 pairs (bar {PAIRS_BAR:.0f} s)")
    print(f"{slowest:.3f} s for the slowest whole text (bar {TEXT_BAR} s)")
    if not holds or spent > PAIRS_BAR or slowest > TEXT_BAR:
        sys.exit(1)


if __name__ == "__main__":
    main()
