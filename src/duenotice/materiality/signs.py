"""Signs: what can be counted in a passage, whatever it speaks of.

A rule that weighs words never sees the words themselves, only these counts. That keeps
it from learning one organisation's phrases, and lets it say in plain words what it
weighed.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from duenotice.materiality.meaning import meanings_of
from duenotice.materiality.quantities import quantities_in
from duenotice.materiality.sentence_signs import THINGS
from duenotice.materiality.sentence_signs import sentence_signs
from duenotice.materiality.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator
    from collections.abc import Mapping

    from duenotice.materiality.facts import Facts
    from duenotice.materiality.lexicon import Concept

SUBSTANCE = (
    "data",
    "sensitive",
    "purpose",
    "recipient",
    "sale",
    "tracking",
    "retention",
    "right",
    "consent",
    "child",
    "controller",
    "scope",
    "transfer",
    "automated",
    "safeguard",
    "legal",
    "procedure",
    "contact",
)
"""The classes of the lexicon that stand for a category."""

_WORKING = (
    "practice",
    "commitment",
    "negation",
    "hedge",
    "exception",
    "condition",
    "widening",
    "certainty",
)
_COUNTED = (*SUBSTANCE, *_WORKING)
_HEADED = (
    "data",
    "recipient",
    "retention",
    "tracking",
    "safeguard",
    "right",
    "procedure",
    "contact",
    "transfer",
    "purpose",
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|enero|febrero|marzo|"
    r"abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)"
)
_DATE = re.compile(rf"\b{_MONTH}\b|\b(?:19|20)\d\d\b", re.IGNORECASE)
_NAME = re.compile(
    r"[A-Z](?<=\b.)(?<![.!?:]\s.)(?<!^.)(?<![\n*\"“(].)[\w.&-]+", re.MULTILINE
)
_ANY_NAME = re.compile(r"\b[A-Z][\w&-]+|\b\w+[A-Z]\w*|\b\w+\.(?:com|io|org|net)\b")
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.\w+|https?://|\+?\d[\d() -]{7,}\d")


def signs_of(facts: Facts) -> dict[str, float]:
    """Count the signs of a passage; what is not named is 0."""
    counted: dict[str, float] = {"always": 1.0}
    parts = (
        _shape,
        _meant,
        _named,
        _working,
        _typography,
        sentence_signs,
        _heading,
        _mixed,
    )
    for part in parts:
        counted |= {name: value for name, value in part(facts) if value}
    return counted


def _shape(facts: Facts) -> Iterator[tuple[str, float]]:
    """Count how much came and went."""
    gained, lost = len(facts.gained_content), len(facts.lost_content)
    passage = facts.passage
    yield "a heading", float(passage.is_heading)
    yield "a passage that came", float(not passage.before.strip())
    yield "a passage that went", float(not passage.after.strip())
    yield "no word of substance", float(not gained and not lost)
    yield "words that came", math.log1p(gained)
    yield "words that went", math.log1p(lost)
    yield "at most two words", float(gained + lost <= 2)  # noqa: PLR2004
    yield "as many words as before", float(gained == lost > 0)
    yield "words went and none came", float(bool(lost and not gained))
    yield "words came and none went", float(bool(gained and not lost))
    text = passage.after or passage.before
    yield "a short passage", float(len(text.split()) <= 6)  # noqa: PLR2004
    yield "a long passage", float(len(text.split()) > 80)  # noqa: PLR2004
    yield "an introduction to a list", float(text.strip().endswith(":"))


def _meant(facts: Facts) -> Iterator[tuple[str, float]]:
    """Count what came and went when synonyms count as one."""
    amended = facts.amended
    old, new = (
        Counter(m for one in amended for m in meanings_of(getattr(one, side), facts))
        for side in ("before", "after")
    )
    came, went = (new - old).total(), (old - new).total()
    yield "meanings that came", math.log1p(came)
    yield "meanings that went", math.log1p(went)
    yield "meanings came and none went", float(bool(came and not went))
    yield "meanings went and none came", float(bool(went and not came))
    yield "meanings in other numbers", abs(math.log1p(came) - math.log1p(went))
    yield (
        "share of meanings kept",
        1 - (came + went) / max(1, old.total() + new.total()),
    )


def _named(facts: Facts) -> Iterator[tuple[str, float]]:
    """Count what is named now and was not, and the other way round."""
    came = _kinds(facts.gained_concepts)
    went = _kinds(facts.lost_concepts)
    for kind in _among(_COUNTED, came):
        yield f"{kind} named anew", math.log1p(came[kind])
    for kind in _among(_COUNTED, went):
        yield f"{kind} no longer named", math.log1p(went[kind])
    yield "things named anew", math.log1p(sum(came[one] for one in THINGS))
    yield "things no longer named", math.log1p(sum(went[one] for one in THINGS))


def _working(facts: Facts) -> Iterator[tuple[str, float]]:
    """Tell which classes are among the words that came and went."""
    came = _kinds(mention.concept for mention in facts.mentions(facts.gained))
    went = _kinds(mention.concept for mention in facts.mentions(facts.lost))
    for kind in _among(_COUNTED, came):
        yield f"{kind} among new words", 1.0
    for kind in _among(_COUNTED, went):
        yield f"{kind} among old words", 1.0


def _typography(facts: Facts) -> Iterator[tuple[str, float]]:
    """Count dates, numbers, names and likeness of single words."""
    before, after = facts.passage.before, facts.passage.after
    were, are = Counter(_NAME.findall(before)), Counter(_NAME.findall(after))
    came, went = are - were, were - are
    yield "names that came", math.log1p(came.total())
    yield "names that went", math.log1p(went.total())
    yield "one name for another", float(came.total() == went.total() > 0)
    words = " ".join(word.text for word in (*facts.gained, *facts.lost))
    yield "a date", float(bool(_DATE.search(words)))
    yield "an address", float(bool(_ADDRESS.search(after or before)))
    old, new = Counter(quantities_in(before)), Counter(quantities_in(after))
    yield "an amount of time that came", float(bool(new - old))
    yield "an amount of time that went", float(bool(old - new))
    yield "another number", float(_digits(before) != _digits(after))
    yield "like spelling", _spelling(facts)


def _digits(text: str) -> Counter[str]:
    return Counter(re.findall(r"\d+", text))


def _spelling(facts: Facts) -> float:
    """Say how alike a few changed words are letter by letter."""
    came, went = facts.gained_content, facts.lost_content
    if not came or not went or max(len(came), len(went)) > 4:  # noqa: PLR2004
        return 0.0
    old, new = (" ".join(word.text for word in side) for side in (went, came))
    return SequenceMatcher(None, old, new).ratio()


def _heading(facts: Facts) -> Iterator[tuple[str, float]]:
    """Tell what the passage stands under, and what an item under it would mean."""
    passage = facts.passage
    above = f"{passage.heading}\n{passage.lead_in}"
    words = words_of(above, facts.lexicon.language)
    kinds = _kinds(mention.concept for mention in facts.mentions(words))
    whole = not passage.before.strip() or not passage.after.strip()
    text = passage.after or passage.before
    for kind in _among(_HEADED, kinds):
        yield f"under a heading of {kind}", 1.0
        yield (
            f"a whole passage under a heading of {kind}",
            float(whole and not passage.is_heading),
        )
    named = whole and not passage.is_heading and bool(_ANY_NAME.search(text))
    yield "a name under a heading of recipient", float(kinds["recipient"] > 0 and named)


def _mixed(facts: Facts) -> Iterator[tuple[str, float]]:
    """Count what matters only together."""
    passage = facts.passage
    words = words_of(passage.after or passage.before, facts.lexicon.language)
    kinds = _kinds(mention.concept for mention in facts.mentions(words))
    if (kinds["practice"] or kinds["recipient"]) and passage.before and passage.after:
        old, new = (
            set(_ANY_NAME.findall(one)) for one in (passage.before, passage.after)
        )
        yield "a name where data goes", float(bool(new - old))
        yield "a name gone where data goes", float(bool(old - new))
        yield "only names, where data goes", float(_only_names(facts, new - old))
    changed = _kinds(
        mention.concept for mention in facts.mentions((*facts.gained, *facts.lost))
    )
    yield (
        "limits among changed words",
        float(
            any(
                changed[one]
                for one in ("negation", "exception", "condition", "certainty")
            )
        ),
    )


def _only_names(facts: Facts, names: set[str]) -> bool:
    lowered = {name.casefold() for name in names}
    came = {word.text for word in facts.gained_content}
    return bool(came) and came <= lowered and not facts.lost_content


def _among(kinds: Iterable[str], named: Mapping[str, int]) -> list[str]:
    """Give the classes that are named, in the order of the first."""
    return [one for one in kinds if one in named]


def _kinds(concepts: Iterable[Concept]) -> Counter[str]:
    return Counter(concept.kind for concept in concepts)


def share_of(signs: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Give the chance, 0 to 1, that a reader would call the passage material."""
    total = sum(weights.get(name, 0.0) * value for name, value in signs.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
