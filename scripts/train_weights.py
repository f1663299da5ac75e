"""Train the weights of the rule `weighed` on labelled changes.

    .venv/bin/python scripts/train_weights.py FILE.jsonl --aside NAME --aside NAME

The passages that no other rule can judge are described by their signs (see
`duenotice.materiality.signs`), and a logistic model with a ridge is fitted to them by
Newton's method. Organisations named with `--aside` take no part. The thresholds are
chosen on organisations left out three at a time. Nothing of the texts is kept.
"""

from __future__ import annotations

import argparse
import itertools
import json
import math
from pathlib import Path
from typing import TYPE_CHECKING
from typing import NamedTuple

from duenotice.materiality.facts import facts_of
from duenotice.materiality.finding import Outcome
from duenotice.materiality.lexicon import lexicon_for
from duenotice.materiality.pair import passage_of
from duenotice.materiality.pair import read_pairs
from duenotice.materiality.ruleset import RULES
from duenotice.materiality.signs import share_of
from duenotice.materiality.signs import signs_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Sequence

    from duenotice.materiality.pair import Pair

TARGET = (
    Path(__file__).parent.parent / "src" / "duenotice" / "materiality" / "weights.json"
)
RIDGE = 10.0
STEPS = 12
CLOSE = 1e-6
FOLD = 3
MISSED = 0.035
RIGHT = 0.88


class Example(NamedTuple):
    """A pair: its signs, or the verdict of a rule that came before."""

    group: str
    signs: dict[str, float]
    is_material: bool
    outcome: Outcome | None


def example_of(pair: Pair) -> Example:
    """Describe a pair."""
    lexicon = lexicon_for(pair.locale.partition("-")[0])
    if lexicon is None or pair.label is None:
        message = f"{pair.id} has no label, or a language without a lexicon"
        raise SystemExit(message)
    facts = facts_of(passage_of(pair), lexicon)
    verdicts = (rule.judge(facts) for rule in RULES[:-1])
    verdict = next((one for one in verdicts if one is not None), None)
    return Example(
        pair.group,
        {} if verdict else signs_of(facts),
        bool(pair.label.material),
        verdict.outcome if verdict else None,
    )


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """Fit the weights."""
    names = sorted({name for one in examples for name in one.signs})
    rows = [[one.signs.get(name, 0.0) for name in names] for one in examples]
    weights = dict.fromkeys(names, 0.0)
    for _ in range(STEPS):
        slope = [-RIDGE * weights[n] if n != "always" else 0.0 for n in names]
        curve = [
            [
                0.0 if i != j else RIDGE if n != "always" else 1e-6
                for j in range(len(names))
            ]
            for i, n in enumerate(names)
        ]
        for one, row in zip(examples, rows, strict=True):
            chance = share_of(one.signs, weights)
            there = [(i, value) for i, value in enumerate(row) if value]
            for i, value in there:
                slope[i] += value * (one.is_material - chance)
                for j, other in there:
                    curve[i][j] += value * other * chance * (1 - chance)
        step = solve(curve, slope)
        weights = {n: weights[n] + s for n, s in zip(names, step, strict=True)}
        if max(map(abs, step)) < CLOSE:
            break
    return weights


def solve(matrix: list[list[float]], vector: list[float]) -> list[float]:
    """Solve a symmetric positive system by Cholesky's method."""
    size = len(vector)
    lower = [[0.0] * size for _ in range(size)]
    for i in range(size):
        for j in range(i + 1):
            rest = matrix[i][j] - math.fsum(
                map(float.__mul__, lower[i][:j], lower[j][:j])
            )
            lower[i][j] = math.sqrt(rest) if i == j else rest / lower[j][j]
    half: list[float] = []
    for i in range(size):
        known = math.fsum(map(float.__mul__, lower[i][:i], half))
        half.append((vector[i] - known) / lower[i][i])
    found = [0.0] * size
    for i in reversed(range(size)):
        known = math.fsum(lower[k][i] * found[k] for k in range(i + 1, size))
        found[i] = (half[i] - known) / lower[i][i]
    return found


def left_out(examples: Sequence[Example]) -> Iterator[tuple[Example, float]]:
    """Give each open example its chance by weights of other organisations alone."""
    groups = sorted({one.group for one in examples})
    rest = [one for one in examples if one.outcome is None]
    for start in range(0, len(groups), FOLD):
        held = set(groups[start : start + FOLD])
        weights = fit([one for one in rest if one.group not in held])
        for one in rest:
            if one.group in held:
                yield one, share_of(one.signs, weights)


def thresholds(
    examples: Sequence[Example], chances: Sequence[tuple[Example, float]]
) -> tuple[float, float]:
    """Choose the thresholds that ask least, and miss and err no more than they may."""
    material = sum(one.is_material for one in examples)
    missed = sum(
        one.is_material and one.outcome is Outcome.EDITORIAL for one in examples
    )
    called = [one for one in examples if one.outcome is Outcome.MATERIAL]
    true = sum(one.is_material for one in called)
    grid = [step / 100 for step in range(2, 99)]
    low = max(
        (
            line
            for line in grid
            if missed + sum(one.is_material for one, c in chances if c < line)
            <= MISSED * material
        ),
        default=grid[0],
    )
    high = next(
        line
        for line in itertools.chain(grid, (1.0,))
        if line >= low
        and true + sum(one.is_material for one, c in chances if c >= line)
        >= RIGHT * (len(called) + sum(c >= line for _, c in chances))
    )
    return low, high


def main() -> None:
    """Train, and write the data file."""
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--aside", action="append", default=[])
    given = parser.parse_args()
    pairs = [
        pair
        for file in given.files
        for pair in read_pairs(file.read_text(encoding="utf-8").splitlines())
        if pair.label is not None
        and pair.label.material is not None
        and not pair.label.needs_document
        and pair.group not in given.aside
    ]
    examples = [example_of(pair) for pair in pairs]
    chances = list(left_out(examples))
    low, high = thresholds(examples, chances)
    weights = fit([one for one in examples if one.outcome is None])
    kept = {name: round(value, 4) for name, value in sorted(weights.items())}
    model = {"editorial_below": low, "material_from": high, "weights": kept}
    TARGET.write_text(f"{json.dumps(model, indent=1)}\n", encoding="utf-8")
    print(f"{len(examples)} pairs, {len(chances)} open, {len(kept)} signs")
    print(f"editorial below {low}, material from {high}")


if __name__ == "__main__":
    main()
