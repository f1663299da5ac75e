"""Train the weights of the rule `weighed` on labelled changes.

    .venv/bin/python scripts/train_weights.py FILE.jsonl --beside OWN.jsonl --aside NAME

The passages that no other rule can judge are described by their signs (see
`duenotice.materiality.signs`), and a logistic model with a ridge is fitted to them by
Newton's method. FILE holds changes of real statements, and OWN those that were
invented for the project (`tests/labelled_pairs.py` prints them). Organisations named
with `--aside` take no part. The thresholds are chosen on real organisations alone, by
weights that were fitted without them, three at a time; the invented changes are left
out a tenth at a time to see how they would fare. Nothing of the texts is kept.
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
from duenotice.materiality.pair import comparison_of
from duenotice.materiality.pair import passage_of
from duenotice.materiality.pair import read_pairs
from duenotice.materiality.ruleset import RULES
from duenotice.materiality.signs import share_of
from duenotice.materiality.signs import signs_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duenotice.materiality.pair import Pair

TARGET = (
    Path(__file__).parent.parent / "src" / "duenotice" / "materiality" / "weights.json"
)
RIDGE = 10.0
STEPS = 12
CLOSE = 1e-6
FOLD = 3
TENTHS = 10
MISSED = 0.03
RIGHT = 0.89


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


Chances = list[tuple[Example, float]]


def left_out(examples: Sequence[Example], beside: Sequence[Example]) -> Chances:
    """Give each open example its chance by weights of other groups alone.

    Args:
        examples: Those that are left out, three groups at a time.
        beside: Those that are always there.
    """
    groups = sorted({one.group for one in examples})
    rest = [one for one in examples if one.outcome is None]
    also = [one for one in beside if one.outcome is None]
    found: Chances = []
    for start in range(0, len(groups), FOLD):
        held = set(groups[start : start + FOLD])
        weights = fit([*(one for one in rest if one.group not in held), *also])
        found += [
            (one, share_of(one.signs, weights)) for one in rest if one.group in held
        ]
    return found


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


def told(
    name: str, examples: Sequence[Example], chances: Chances, lines: tuple[float, float]
) -> str:
    """Say how a set fares where each example is judged by weights made without it."""
    outcomes = [(one, one.outcome) for one in examples if one.outcome is not None] + [
        (one, outcome_of(chance, lines)) for one, chance in chances
    ]
    material = [outcome for one, outcome in outcomes if one.is_material]
    called = [one for one, outcome in outcomes if outcome is Outcome.MATERIAL]
    asked = sum(outcome is Outcome.NEEDS_REVIEW for _, outcome in outcomes)
    return (
        f"{name}: missed {material.count(Outcome.EDITORIAL)} of {len(material)}, "
        f"right {sum(one.is_material for one in called)} of {len(called)}, "
        f"asked {asked} of {len(outcomes)}"
    )


def outcome_of(chance: float, lines: tuple[float, float]) -> Outcome:
    """Say what a chance comes to."""
    low, high = lines
    if chance < low:
        return Outcome.EDITORIAL
    return Outcome.MATERIAL if chance >= high else Outcome.NEEDS_REVIEW


def read(files: Sequence[Path], aside: Sequence[str]) -> list[Pair]:
    """Read the pairs with a clear label, each of one block."""
    return [
        pair
        for file in files
        for pair in read_pairs(file.read_text(encoding="utf-8").splitlines())
        if pair.label is not None
        and pair.label.material is not None
        and not pair.label.needs_document
        and pair.group not in aside
        and comparison_of(pair) is None
    ]


def main() -> None:
    """Train, and write the data file."""
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--beside", action="append", default=[], type=Path)
    parser.add_argument("--aside", action="append", default=[])
    given = parser.parse_args()
    examples = [example_of(pair) for pair in read(given.files, given.aside)]
    beside = [
        example_of(pair)._replace(group=str(place % (FOLD * TENTHS)))
        for place, pair in enumerate(read(given.beside, ()))
    ]
    chances = left_out(examples, beside)
    lines = thresholds(examples, chances)
    print(told("real", examples, chances, lines))
    if beside:
        print(told("invented", beside, left_out(beside, examples), lines))
    weights = fit([one for one in (*examples, *beside) if one.outcome is None])
    kept = {name: round(value, 4) for name, value in sorted(weights.items())}
    model = {"editorial_below": lines[0], "material_from": lines[1], "weights": kept}
    TARGET.write_text(f"{json.dumps(model, indent=1)}\n", encoding="utf-8")
    print(f"{len(examples)} and {len(beside)} pairs, {len(kept)} signs")
    print(f"editorial below {lines[0]}, material from {lines[1]}")


if __name__ == "__main__":
    main()
