"""Stamp: dates, version strings and logs of changes, expected on every release."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Outcome
from duenotice.materiality.rule import Rule
from duenotice.materiality.rule import Verdict

if TYPE_CHECKING:
    from duenotice.materiality.facts import Facts

_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|"
    "december|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|"
    "noviembre|diciembre"
)
_DAY = (
    rf"(?:(?:{_MONTHS})\s+(?:\d{{1,2}},?\s+)?\d{{4}}|\d{{1,2}}(?:\.?º)?\s+(?:de\s+)?(?:{_MONTHS})"
    r"(?:\s+del?)?\s+\d{4}|\d{4}-\d\d-\d\d|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})"
)
_LABEL = (
    r"(?:last\s+)?(?:updated?|amended|revised|modified|changed|reviewed|effective|"
    r"posted|published|version|date|valid|as of|última|ultima|fecha|vigente|"
    r"versión|en vigor|vigencia|entrada en vigor|actualizad[oa]|revisad[oa]|"
    r"modificad[oa]|publicad[oa]|válid[oa])"
)
_STAMP = re.compile(
    rf"\W*(?:{_LABEL}\b.*{_DAY}|{_DAY}\W*(?:\{{.*)?$|version\s+[\d.]+)", re.IGNORECASE
)
_LOG = re.compile(rf"\W*{_DAY}\W*[:\u2013\u2014-]\s*\w", re.IGNORECASE)
_MOST = 25
"""Words of a line that only says when."""


def _judge(facts: Facts) -> Verdict | None:
    passage = facts.passage
    lines = [one for one in (passage.before, passage.after) if one.strip()]
    if not lines or not all(_is_stamp(one) for one in lines):
        return None
    return Verdict(
        outcome=Outcome.EDITORIAL,
        reason="A date, a version or an entry of a log: what changed stands elsewhere.",
        categories=(Category.OTHER,),
        direction=Direction.NEUTRAL,
    )


def _is_stamp(line: str) -> bool:
    if _LOG.match(line):
        return True
    return bool(_STAMP.match(line)) and len(line.split()) <= _MOST


RULE = Rule("stamp", _judge)
