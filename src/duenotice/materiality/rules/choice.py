"""Choice: what needed a yes goes on until a no, or the other way round."""

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

_YES = re.compile(
    r"\bopt(?:ed|s)?[- ]in\b|\b(?:only |but )?(?:if|when|after|once|where|until|"
    r"unless) (?:you|they|he or she|the \w+|a parent|parents|their parents?|"
    r"someone)(?:'ve|\u2019ve| have| has| had)? (?:expressly |actively |first "
    r")?(?:ask(?:ed)?|agreed?|consent(?:ed)?|subscribed?|sa(?:y|id) yes|allow(?:ed)?|"
    r"request(?:ed)?|permit(?:ted)?|switch(?:ed)? (?:it |this )?on|turn(?:ed)? (?:it |"
    r"this )?on|opt(?:ed)? in)\b|\bwith (?:your|their) (?:\w+ )?(?:consent|permission|"
    r"agreement)\b|\b(?:sol[oa]mente|s[oó]lo|únicamente)? ?si (?:nos )?(?:l[oae]s? "
    r")?(?:ha|han|has) (?:pedido|aceptado|consentido|autorizado|solicitado|dado su "
    r"(?:permiso|consentimiento))|\bcon su consentimiento\b",
)
_NO = re.compile(
    r"\bopt(?:ed|s)?[- ]out\b|\b(?:unless|until|if|as long as|so long as) (?:you|they|"
    r"he or she|the \w+|a parent|parents|their parents?|someone)"
    r"(?:'ve|\u2019ve| have| has| had| do| did| does)?(?: not|n't)? ?"
    r"(?:object(?:ed|s)?|t(?:ell|old) us (?:to stop|not to|otherwise)|opt(?:ed)? out|"
    r"switch(?:ed)? (?:this |it |them )?off|turn(?:ed)? (?:this |it |them )?off|"
    r"unsubscribed?|refused?|declined?|sa(?:y|id) no)\b|\b(?:salvo que|a menos que|"
    r"mientras|hasta que|si) (?:usted )?(?:no )?(?:nos )?(?:se )?(?:lo |la |las |los )?"
    r"(?:oponga|opone|opuso|diga (?:lo contrario|que no)|desactive|dé de baja|"
    r"rechace|haya opuesto)",
)


def _judge(facts: Facts) -> Verdict | None:
    for pair in facts.amended:
        old, new = map(_mode, pair.lowered)
        if not old or not new or old == new:
            continue
        to_no = new == "no"
        return Verdict(
            outcome=Outcome.MATERIAL,
            reason="What needed a yes now goes on until the person says no."
            if to_no
            else "What went on until a no now needs the person's yes.",
            categories=(Category.CONSENT, Category.RIGHTS, *categories_of(facts)[:1]),
            direction=Direction.WORSE if to_no else Direction.BETTER,
            sources=("ftc-retroactive",),
            before=pair.before,
            after=pair.after,
        )
    return None


def _mode(sentence: str) -> str:
    """Say whether a sentence waits for a yes or for a no; nothing where for both."""
    waits = [
        name for name, words in (("yes", _YES), ("no", _NO)) if words.search(sentence)
    ]
    return waits[0] if len(waits) == 1 else ""


RULE = Rule("choice", _judge)
"""From opt-in to opt-out: the change that the FTC has most often acted upon."""
