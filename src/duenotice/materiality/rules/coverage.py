"""Coverage: what or whom the statement holds for is another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Outcome
from duenotice.materiality.meaning import meanings_of
from duenotice.materiality.rule import Rule
from duenotice.materiality.rule import Verdict

if TYPE_CHECKING:
    from duenotice.materiality.facts import Facts

_COVERS = re.compile(
    r"\b(?:this|our|the) (?:privacy )?(?:policy|notice|statement)s? "
    r"(?:(?:also|only|does not|doesn't|do not|will not|shall) )*"
    r"(?:cover|appl(?:y|ies)|extend|govern|bind|hold)s?\b|"
    r"\best[ae] (?:declaración|aviso|política)(?: de privacidad)? "
    r"(?:(?:también|no|solo|sólo|se) )*(?:cubre|aplica|rige|vale|abarca|alcanza)",
    re.IGNORECASE,
)


def _judge(facts: Facts) -> Verdict | None:
    for pair in facts.amended:
        if not (_COVERS.search(pair.before) and _COVERS.search(pair.after)):
            continue
        old, new = (set(meanings_of(one, facts)) for one in (pair.before, pair.after))
        if old == new:
            continue
        if new - old and old - new:
            continue  # other words for the same, perhaps
        return Verdict(
            outcome=Outcome.MATERIAL,
            reason="The statement holds for more than it did."
            if new - old
            else "The statement holds for less than it did.",
            categories=(Category.SCOPE,),
            direction=Direction.UNCLEAR,
            sources=("hipaa-revision",),
            before=pair.before,
            after=pair.after,
        )
    return None


RULE = Rule("coverage", _judge)
"""What falls out of the statement loses every promise in it."""
