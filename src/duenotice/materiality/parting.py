"""Parting: of several sentences that changed, those that a verdict quotes, and others.

Each is then a passage of its own, and tells by its own words what it is about.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice.materiality.facts import Facts

if TYPE_CHECKING:
    from duenotice.materiality.facts import SentencePair
    from duenotice.materiality.rule import Rule
    from duenotice.materiality.rule import Verdict


def quoted(facts: Facts, verdict: Verdict) -> Facts:
    """Give the facts of the sentence that a verdict quotes; all if it quotes none."""
    pair = _quoted(facts, verdict)
    if pair is None:
        return facts
    passage = replace(facts.passage, before=pair.before, after=pair.after)
    return Facts(passage, (pair,), facts.lexicon, facts.setting)


def unquoted(facts: Facts, rule: Rule, verdict: Verdict | None) -> Facts | None:
    """Give the facts of the sentences that a rule quotes in no verdict.

    Nothing where it judges the passage as a whole, or quotes them all.
    """
    while verdict is not None:
        pair = _quoted(facts, verdict)
        if pair is None or len(facts.pairs) == 1:
            return None
        facts = _without(facts, pair)
        verdict = rule.judge(facts)
    return facts


def _quoted(facts: Facts, verdict: Verdict) -> SentencePair | None:
    said = (verdict.before, verdict.after)
    return next((one for one in facts.pairs if (one.before, one.after) == said), None)


def _without(facts: Facts, pair: SentencePair) -> Facts:
    before = facts.passage.before.replace(pair.before, "", 1).strip()
    after = facts.passage.after.replace(pair.after, "", 1).strip()
    passage = replace(facts.passage, before=before, after=after)
    pairs = tuple(one for one in facts.pairs if one is not pair)
    return Facts(passage, pairs, facts.lexicon, facts.setting)
