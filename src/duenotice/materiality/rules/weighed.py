"""Weighed: what no other rule could tell, by the signs that the words give.

A logistic model over the signs of a passage (`signs`). Its weights are trained by
`scripts/train_weights.py` on labelled changes of real statements; they hold no words
of them. It stands last, and says what weighed most.
"""

from __future__ import annotations

import functools
import json
from importlib.resources import files
from typing import TYPE_CHECKING
from typing import TypedDict
from typing import cast

from duenotice.materiality.finding import Outcome
from duenotice.materiality.rule import Rule
from duenotice.materiality.rule import Verdict
from duenotice.materiality.setting import ALONE
from duenotice.materiality.signs import share_of
from duenotice.materiality.signs import signs_of
from duenotice.materiality.subjects import categories_of
from duenotice.materiality.subjects import direction_of
from duenotice.materiality.subjects import worded

if TYPE_CHECKING:
    from duenotice.materiality.facts import Facts

_NAMED = 3
"""As many signs are named in a reason."""


class Weights(TypedDict):
    """The data file: thresholds of the chance, and the weight of each sign."""

    editorial_below: float
    material_from: float
    weights: dict[str, float]


@functools.cache
def read_weights() -> Weights:
    """Read the data file that comes with the program."""
    source = files("duenotice.materiality") / "weights.json"
    return cast("Weights", json.loads(source.read_text(encoding="utf-8")))


def _judge(facts: Facts) -> Verdict:
    model = read_weights()
    signs = signs_of(facts)
    chance = share_of(signs, model["weights"])
    categories = categories_of(facts)
    outcome = _outcome(chance, model)
    told = _told(signs, chance, model)
    if outcome is Outcome.MATERIAL and not _is_new(facts):
        outcome = Outcome.NEEDS_REVIEW
        told = f"{told} All that it names is named elsewhere, too: is anything new?"
    return Verdict(
        outcome=outcome,
        reason=f"{worded(categories)} {told}",
        categories=categories,
        direction=direction_of(facts),
    )


def _is_new(facts: Facts) -> bool:
    """Tell whether something is named first, or last, as far as the text is known."""
    if facts.setting is ALONE:
        return True
    return bool(facts.first_named or facts.no_longer_named)


def _outcome(chance: float, model: Weights) -> Outcome:
    if chance < model["editorial_below"]:
        return Outcome.EDITORIAL
    is_material = chance >= model["material_from"]
    return Outcome.MATERIAL if is_material else Outcome.NEEDS_REVIEW


def _told(signs: dict[str, float], chance: float, model: Weights) -> str:
    """Say how likely readers would call it material, and what weighed most."""
    weighed = {
        name: model["weights"].get(name, 0.0) * value
        for name, value in signs.items()
        if name != "always"
    }
    is_for = chance >= model["editorial_below"]
    order = sorted(
        weighed, key=lambda name: -weighed[name] if is_for else weighed[name]
    )
    most = [name for name in order[:_NAMED] if (weighed[name] > 0) is is_for]
    because = f": {', '.join(most)}" if most else ""
    told = f"Weighed by its words, the chance that it is material is {chance:.0%}"
    return f"{told}{because}."


RULE = Rule("weighed", _judge)
