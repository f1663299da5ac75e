"""Naming: what a change names for the first time in the whole text, or for the last."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from duenotice.materiality.facts import Facts
    from duenotice.materiality.lexicon import Concept

_TOLD = frozenset(
    {
        "data",
        "sensitive",
        "purpose",
        "recipient",
        "sale",
        "tracking",
        "right",
        "child",
        "transfer",
        "automated",
        "safeguard",
    }
)
"""Classes of the lexicon whose things are practices, not words of procedure."""

_MOST = 3
"""Things that are told; a passage that names more is read anyway."""


def naming_of(facts: Facts) -> str:
    """Say what no other place of the statement named before, or names any longer.

    Nothing where only the passage is known.
    """
    came = _things(facts.first_named)
    went = _things(facts.no_longer_named)
    told = []
    if came:
        verb = "is" if len(came) == 1 else "are"
        told.append(
            f"{_row(came)} {verb} named for the first time in the whole statement."
        )
    if went:
        verb = "is" if len(went) == 1 else "are"
        told.append(f"{_row(went)} {verb} no longer named anywhere in the statement.")
    return " ".join(told)


def _things(concepts: Iterable[Concept]) -> list[str]:
    """Give the names of practices; one that is called as its class names nothing."""
    names = {one.name for one in concepts if one.kind in _TOLD and one.name != one.kind}
    return sorted(names)[:_MOST]


def _row(names: list[str]) -> str:
    *first, last = (f"“{name}”" for name in names)
    return f"{', '.join(first)} and {last}" if first else last
