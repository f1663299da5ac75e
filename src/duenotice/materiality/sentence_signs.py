"""Signs of sentences: what whole sentences that came or went are about."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from duenotice.materiality.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.materiality.facts import Facts

THINGS = frozenset(
    {"data", "sensitive", "purpose", "recipient", "sale", "tracking", "retention",
     "consent", "child", "controller", "transfer", "automated", "legal"}
)  # fmt: skip
"""The classes of the lexicon that a practice is about."""

_POINTER = re.compile(
    r"\b(?:learn more|read more|find out more|more information|more details?|"
    r"further information|please (?:see|read|visit|refer|review|view)|see (?:our|the)|"
    r"refer to|click here|here's how|más (?:información|detalles)|consulte (?:el|la|"
    r"los|las|nuestr[oa]s?)|véase|vea (?:el|la)|haga clic)\b",
)
_YOU_ACT = re.compile(
    r"\b(?:you (?:should|must|may want|are responsible|use|need)|we recommend|"
    r"(?:usted )?(?:debe|deberá|tiene que|es responsable)|le (?:recomendamos|rogamos|"
    r"aconsejamos))\b",
)
_WE = re.compile(
    r"\b(?:we|our|us|the app|the service|the site|nosotros|nuestr[oa]s?|la aplicación|"
    r"el servicio|el sitio|\w{3,}[aei]mos)\b",
)
_REASON = re.compile(
    r"\b(?:because|in order to|so that|this (?:helps|allows|means|will|lets)|for "
    r"example|without this|designed to|goal|mission|important|easier|better|"
    r"porque|ya que|para que|con el fin de|a fin de|por ejemplo|de (?:esta|ese|este) "
    r"(?:modo|manera|forma)|así (?:podemos|puede)|nos (?:ayuda|permite)|importante)\b",
)


def sentence_signs(facts: Facts) -> Iterator[tuple[str, float]]:
    """Tell what whole sentences that came or went are about."""
    passage, language = facts.passage, facts.lexicon.language
    came = [one.after for one in facts.pairs if not one.before]
    went = [one.before for one in facts.pairs if not one.after]
    yield "sentences that came", float(min(len(came), 3) if passage.before else 0)
    yield "sentences that went", float(min(len(went), 3) if passage.after else 0)
    for name, several in (("new", came), ("old", went)):
        text = "\n".join(several)
        words = words_of(text, language)
        lowered = text.lower()
        kinds = Counter(one.concept.kind for one in facts.mentions(words))
        yield f"a practice in a {name} sentence", float(kinds["practice"] > 0)
        yield f"a promise in a {name} sentence", float(kinds["commitment"] > 0)
        yield f"a denial in a {name} sentence", float(kinds["negation"] > 0)
        things = sum(kinds[one] for one in THINGS)
        yield f"no thing in a {name} sentence", float(bool(text) and not things)
        acts = kinds["practice"] > 0 and bool(_WE.search(lowered)) and things > 0
        yield f"we act in a {name} sentence", float(acts)
        yield f"a pointer in a {name} sentence", float(bool(_POINTER.search(lowered)))
        yield f"advice in a {name} sentence", float(bool(_YOU_ACT.search(lowered)))
        yield f"a reason in a {name} sentence", float(bool(_REASON.search(lowered)))
