"""Cell: what stands in a table is another, and the head of its column says of what."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Outcome
from duenotice.materiality.rule import Rule
from duenotice.materiality.rule import Verdict
from duenotice.materiality.subjects import categories_of

if TYPE_CHECKING:
    from duenotice.materiality.facts import Facts

_COLUMNS = tuple(
    (re.compile(rf"\b(?:{heads})", re.IGNORECASE), categories)
    for heads, categories in (
        (r"sold|sale|vend|venta", (Category.SALE, Category.RECIPIENTS)),
        (
            (
                r"(?:sub-?)?processors?|recipients?|compan(?:y|ies)|vendors?|"
                r"providers?|partners?|third part|shared with|disclosed to|"
                r"who receives|empresas?|destinatari|encargad|proveedor|terceros"
            ),
            (Category.RECIPIENTS,),
        ),
        (
            r"countr(?:y|ies)|location|where|region|país|ubicación|lugar|dónde",
            (Category.TRANSFER,),
        ),
        (r"controller|responsib|responsable", (Category.CONTROLLER,)),
        (r"sources?|fuentes?|origen", (Category.DATA,)),
        (
            (
                r"kept|keep|retention|period|how long|duration|expir|lifetime|"
                r"conserva|plazo|cuánto tiempo|duración"
            ),
            (Category.RETENTION,),
        ),
        (r"legal basis|legal bases|base jurídica", (Category.CONSENT,)),
    )
)
"""By the head of a column: what another word in it is about."""

_DATA = re.compile(
    r"\b(?:what|data|information|categor(?:y|ies)|datos|información|categoría)",
    re.IGNORECASE,
)
_HEADS = 2
"""Of a cell: its column's and its row's."""


def _judge(facts: Facts) -> Verdict | None:
    passage = facts.passage
    if passage.is_heading or not passage.lead_in:
        return None
    if passage.is_cell:
        return _single(facts)
    if "|" not in passage.lead_in:
        return None
    heads = _cells(passage.lead_in)
    old, new = _cells(passage.before), _cells(passage.after)
    if old and new:
        return _amended(heads, old, new, facts)
    row = new or old
    if len(row) != len(heads):
        return None
    found = _of_row(heads)
    if not found:
        return None
    found = tuple(dict.fromkeys((*found, *categories_of(facts)[:1])))
    return Verdict(
        outcome=Outcome.MATERIAL,
        reason="A row came into the table." if new else "A row left the table.",
        categories=found,
        direction=Direction.WORSE if new else Direction.BETTER,
        sources=("colorado-6.04", "ccpa-1798.100"),
    )


def _single(facts: Facts) -> Verdict | None:
    """Judge a cell of which only the heads of its column and its row are known."""
    passage = facts.passage
    heads = passage.lead_in.rstrip().split("\n")[-_HEADS:]
    if heads[-1].endswith(":") or not (
        passage.before.strip() and passage.after.strip()
    ):
        return None
    return _amended(heads[:1], [passage.before], [passage.after], facts)


def _amended(
    heads: list[str], old: list[str], new: list[str], facts: Facts
) -> Verdict | None:
    if not len(heads) == len(old) == len(new):
        return None
    for head, was, now in zip(heads, old, new, strict=True):
        if was.casefold() == now.casefold():
            continue
        found = _of(head)
        if not found or not (facts.gained_content or facts.lost_content):
            return None
        return Verdict(
            outcome=Outcome.MATERIAL,
            reason=f"Under “{head}” stood “{was}”, and now “{now}”.",
            categories=found,
            direction=Direction.UNCLEAR,
            sources=("colorado-6.04",),
        )
    return None


def _cells(row: str) -> list[str]:
    return [one.strip() for one in row.strip().strip("|").split("|") if one.strip()]


def _of(head: str) -> tuple[Category, ...]:
    return next((found for words, found in _COLUMNS if words.search(head)), ())


def _of_row(heads: list[str]) -> tuple[Category, ...]:
    """Give what a whole row is about: data in the first column, and the rest."""
    first = (Category.DATA,) if _DATA.search(heads[0]) else ()
    rest = tuple(one for head in heads for one in _of(head))
    return tuple(dict.fromkeys((*first, *rest)))[:3]


RULE = Rule("cell", _judge)
"""Source: new categories of data (CCPA 1798.100(a)) and of third parties (Colorado)."""
