"""`duenotice evaluate`."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from typing import Annotated

import typer

from duenotice.cli.customs import sound_customs
from duenotice.cli.output import ReportFormat
from duenotice.cli.output import answer
from duenotice.cli.output import answer_json
from duenotice.cli.output import table
from duenotice.cli.pairs_file import read_pairs_file
from duenotice.errors import DuenoticeError
from duenotice.materiality.scoring import judge_pairs
from duenotice.materiality.scoring import score

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duenotice.materiality.pair import Pair
    from duenotice.materiality.scoring import Figure
    from duenotice.materiality.scoring import Judged
    from duenotice.materiality.scoring import Score

HELP = (
    "Each line of FILE.jsonl is a change with the label that a reader gave it. "
    "Missed: material changes that the rules call editorial. Right: of those called "
    "material, the share that is. Asked: the share that a person has to read. Pairs "
    "without a clear label, or whose label needs the whole document, are left out."
)
EXAMPLE = "Example: duenotice evaluate pairs.jsonl"

_WORDS = 160
"""Letters of a text that an error shows."""

_FIGURES = ("missed", "right", "asked", "categories")


class NothingToScoreError(DuenoticeError):
    """No pair has a label."""

    hint = 'Give labels in the file ("label": {"material": true}), or with --labels.'

    def __init__(self, file: Path) -> None:
        """Name the file."""
        super().__init__(f"no pair of {file} has a clear label")


def run(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE.jsonl", help="The pairs.")],
    labels: Annotated[
        Path | None,
        typer.Option(metavar="FILE.jsonl", help="Take the labels from here, by id."),
    ] = None,
    document: Annotated[
        bool,
        typer.Option("--all", help="Score pairs that need the whole document, too."),
    ] = False,
    report: Annotated[
        ReportFormat, typer.Option("--format", help="How to report.")
    ] = ReportFormat.TEXT,
) -> None:
    """Hold the rules against changes that readers have labelled."""
    pairs = read_pairs_file(file)
    if labels is not None:
        known = {one.id: one.label for one in read_pairs_file(labels)}
        pairs = tuple(replace(one, label=known.get(one.id, one.label)) for one in pairs)
    pairs = tuple(one for one in pairs if _is_clear(one, whole=document))
    if not pairs:
        raise NothingToScoreError(file)
    judged = judge_pairs(pairs, sound_customs(context.obj).book)
    figures = score(judged)
    errors = [one for one in judged if one.is_error]
    if report is ReportFormat.JSON:
        answer_json(_data(figures, judged, errors))
        return
    for one in errors:
        _show_error(one)
    _show_rules(judged)
    _show_figures(figures)


def _is_clear(pair: Pair, *, whole: bool) -> bool:
    label = pair.label
    if label is None or label.material is None:
        return False
    return whole or not label.needs_document


def _show_error(judged: Judged) -> None:
    rule = judged.rule
    answer(f"{judged.pair.id}: {judged.outcome.value} by {rule}")
    answer(f"  was: {_short(judged.pair.before)}")
    answer(f"  now: {_short(judged.pair.after)}")


def _short(text: str) -> str:
    words = " ".join(text.split()) or "(nothing)"
    return words if len(words) <= _WORDS else f"{words[:_WORDS]}…"


def _show_rules(judged: Sequence[Judged]) -> None:
    """Say what each rule had to do with it."""
    counted = Counter((one.rule, one.outcome.value) for one in judged)
    rows = [
        (rule, outcome, str(number))
        for (rule, outcome), number in counted.most_common()
    ]
    for line in table([("rule", "outcome", "pairs"), *rows]):
        answer(line)
    answer("")


def _show_figures(figures: Score) -> None:
    rows = [("figure", "share", "of", "19 times in 20")]
    for name in _FIGURES:
        figure: Figure = getattr(figures, name)
        low, high = figure.interval
        rows.append(
            (
                name,
                f"{figure.share:.1%}",
                f"{figure.count} of {figure.total}",
                f"{low:.1%} to {high:.1%}",
            )
        )
    for line in table(rows):
        answer(line)


def _data(
    figures: Score, judged: Sequence[Judged], errors: Sequence[Judged]
) -> dict[str, object]:
    return {
        "schema": "duenotice/evaluation/1",
        "pairs": len(judged),
        "figures": {name: _figure_data(getattr(figures, name)) for name in _FIGURES},
        "errors": [
            {
                "id": one.pair.id,
                "outcome": one.outcome.value,
                "rule": one.rule,
            }
            for one in errors
        ],
    }


def _figure_data(figure: Figure) -> dict[str, object]:
    low, high = figure.interval
    return {
        "count": figure.count,
        "total": figure.total,
        "share": round(figure.share, 4),
        "low": round(low, 4),
        "high": round(high, 4),
    }
