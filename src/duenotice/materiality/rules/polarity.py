"""Polarity: a sentence gained or lost its "not"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.materiality.denials import denial_stems
from duenotice.materiality.denials import denials_in
from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Outcome
from duenotice.materiality.rule import Rule
from duenotice.materiality.rule import Verdict
from duenotice.materiality.subjects import categories_of
from duenotice.materiality.words import words_of

if TYPE_CHECKING:
    from duenotice.materiality.facts import Facts
    from duenotice.materiality.facts import SentencePair

_MOST = 4
"""Other words that may differ: beyond that the sentence is another one."""

_TURNING = {"unless", "only", "anybodi", "anyon", "anyth", "refrain", "ceas", "avoid",
            "free", "absent", "other", "salv", "except", "sol", "solament", "unic",
            "menos", "cualqui", "algui", "dej", "evit"}  # fmt: skip
"""Words that say no in another way: with them two denials may be one."""


_LIMITING = _TURNING - {"unless", "menos", "salv"} | {"empti", "sole", "exclus", "vac"}
_FEWEST = 4
_SHARE = 0.75
"""Of the words of substance that are denied on one side and said on the other."""


def _judge(facts: Facts) -> Verdict | None:
    language = facts.lexicon.language
    for pair in facts.amended:
        old = {word.stem for word in words_of(pair.before, language)}
        new = {word.stem for word in words_of(pair.after, language)}
        turned = denials_in(pair.after, language) - denials_in(pair.before, language)
        others = len((old ^ new) - denial_stems(language))
        undone = turned and _is_undone(pair, facts)
        if not undone and ((old ^ new) & _TURNING or others > _MOST):
            continue
        is_plain = not others or _speaks(facts, pair.after)
        if undone or (turned % 2 and is_plain):
            return Verdict(
                outcome=Outcome.MATERIAL,
                reason="The sentence gained a denial."
                if turned > 0
                else "The sentence lost its denial: it says the opposite now.",
                categories=categories_of(facts),
                direction=Direction.BETTER if turned > 0 else Direction.WORSE,
                before=pair.before,
                after=pair.after,
            )
    return None


def _is_undone(pair: SentencePair, facts: Facts) -> bool:
    """Tell whether one side says nearly all that the other denies."""
    language = pair.language
    sides = sorted((pair.before, pair.after), key=lambda one: denials_in(one, language))
    said, denied = ({w.stem for w in words_of(one, language)} for one in sides)
    if denials_in(sides[0], language) or denied & _TURNING or said & _LIMITING:
        return False
    kept = denied - denial_stems(language) - facts.lexicon.small
    return len(kept) >= _FEWEST and len(kept & said) >= _SHARE * len(kept)


def _speaks(facts: Facts, sentence: str) -> bool:
    """Tell whether the sentence is about a practice, or governs a list."""
    if sentence.rstrip().endswith(":"):
        return True
    words = words_of(sentence, facts.lexicon.language)
    kinds = {one.concept.kind for one in facts.mentions(words)}
    return bool(kinds & {"practice", "sale", "retention", "consent"})


RULE = Rule("polarity", _judge)
