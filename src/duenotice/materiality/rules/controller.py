"""Controller: another name where the sentence says who is responsible."""

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
    from duenotice.materiality.facts import SentencePair

_RESPONSIBLE = re.compile(
    r"\b(?:controllers?|(?:is|are) (?:jointly )?responsible for|operated by|"
    r"operates this|run and managed by|responsible (?:within|in) |"
    r"this (?:notice|policy|statement) is from|responsable)\b",
    re.IGNORECASE,
)
_SAME = re.compile(
    r"\b(?:formerly|new name|renamed|previously (?:known|called|named)|now called|"
    r"until [\w ]+ named|same (?:company|legal person)|antes)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"\b[A-Z][\w&-]+")
_PERSON = re.compile(
    r"\b([A-Z][\w&'\u2019-]*),? (?:Inc|Ltd|LLC|GmbH|Limited|Corp|Corporation|Company|"
    r"plc|PLC|SRL|AB|SE|BV|B\.V|S\.\s?[AL])\b|"
    r"\b([A-Z][\w&'\u2019-]* (?:Association|Foundation|Holdings|Trust|Bank))\b"
)
"""A legal person: its name's last word before the form, or with it."""

_FORM = {"Inc", "Ltd", "LLC", "GmbH", "Limited", "Corp", "Company", "The", "We", "Us"}


def _judge(facts: Facts) -> Verdict | None:
    for pair in facts.amended:
        if not _RESPONSIBLE.search(pair.after):
            continue
        old, new = (
            set(_NAME.findall(one)) - _FORM for one in (pair.before, pair.after)
        )
        if old == new or _SAME.search(pair.after):
            continue
        persons = [set(_PERSON.findall(one)) for one in (pair.before, pair.after)]
        if all(persons) and persons[0] != persons[1]:
            return _another(pair)
        return Verdict(
            outcome=Outcome.NEEDS_REVIEW,
            reason="Another name stands where the text says who is responsible: is it "
            "the same legal person?",
            categories=(Category.CONTROLLER,),
            direction=Direction.UNCLEAR,
            sources=("wp260-29", "colorado-6.04"),
            before=pair.before,
            after=pair.after,
        )
    return None


def _another(pair: SentencePair) -> Verdict:
    return Verdict(
        outcome=Outcome.MATERIAL,
        reason="Another legal person is responsible, or one more.",
        categories=(Category.CONTROLLER, Category.RECIPIENTS),
        direction=Direction.UNCLEAR,
        sources=("wp260-29", "colorado-6.04"),
        before=pair.before,
        after=pair.after,
    )


RULE = Rule("controller", _judge)
"""Source: a change of the controller's identity is always told (WP260 29; Colorado)."""
