"""The rules in their order, and how their verdicts become findings."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice.materiality.facts import ALONE
from duenotice.materiality.facts import facts_of
from duenotice.materiality.facts import setting_of
from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Finding
from duenotice.materiality.finding import Outcome
from duenotice.materiality.lexicon import lexicon_for
from duenotice.materiality.passage import passages_of
from duenotice.materiality.rule import Verdict
from duenotice.materiality.rules import actor
from duenotice.materiality.rules import age
from duenotice.materiality.rules import amount
from duenotice.materiality.rules import certainty
from duenotice.materiality.rules import contact_line
from duenotice.materiality.rules import controller
from duenotice.materiality.rules import distinct
from duenotice.materiality.rules import heading
from duenotice.materiality.rules import limit
from duenotice.materiality.rules import link
from duenotice.materiality.rules import listed
from duenotice.materiality.rules import pointer
from duenotice.materiality.rules import polarity
from duenotice.materiality.rules import reframed
from duenotice.materiality.rules import same_words
from duenotice.materiality.rules import spelling
from duenotice.materiality.rules import stamp
from duenotice.materiality.rules import weighed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator

    from duenotice.compare.comparison import Comparison
    from duenotice.materiality.facts import Setting
    from duenotice.materiality.passage import Passage
    from duenotice.materiality.rule import Rule

RULES: tuple[Rule, ...] = (
    reframed.RULE,
    actor.RULE,
    same_words.RULE,
    link.RULE,
    heading.RULE,
    stamp.RULE,
    contact_line.RULE,
    pointer.RULE,
    age.RULE,
    amount.RULE,
    polarity.RULE,
    limit.RULE,
    certainty.RULE,
    distinct.RULE,
    controller.RULE,
    spelling.RULE,
    listed.RULE,
    weighed.RULE,
)
"""The first rule that has a verdict on a passage gives it."""

_NO_LEXICON = Verdict(
    outcome=Outcome.NEEDS_REVIEW,
    reason="There is no lexicon for this language: a person has to read the change.",
    categories=(Category.OTHER,),
    direction=Direction.UNCLEAR,
)

_NO_RULE = replace(_NO_LEXICON, reason="No rule has a verdict: read the change.")


def find(comparison: Comparison, rules: Iterable[Rule] = RULES) -> tuple[Finding, ...]:
    """Give the findings of a comparison, in the order of the text."""
    several = tuple(rules)
    setting = setting_of(comparison, _language(comparison.new.locale))
    found = (
        finding
        for passage in passages_of(comparison)
        for finding in judge(passage, several, setting)
    )
    return tuple(_numbered(found))


def judge(
    passage: Passage, rules: Iterable[Rule] = RULES, setting: Setting = ALONE
) -> Iterator[Finding]:
    """Give the findings on one passage, one for each category it is about."""
    name, verdict = _verdict(passage, rules, setting)
    categories = verdict.categories
    if verdict.outcome is Outcome.EDITORIAL:
        categories = categories[:1]
    for category in categories:
        yield Finding(
            rule=name,
            subject=category.value,
            section=passage.section,
            category=category,
            direction=verdict.direction,
            outcome=verdict.outcome,
            reason=verdict.reason,
            sources=verdict.sources,
            before=verdict.before or passage.before,
            after=verdict.after or passage.after,
            change=passage.change,
        )


def _language(locale: str) -> str:
    return (locale or "en").partition("-")[0]


def _verdict(
    passage: Passage, rules: Iterable[Rule], setting: Setting
) -> tuple[str, Verdict]:
    lexicon = lexicon_for(_language(passage.locale))
    if lexicon is None:
        is_quiet = passage.is_formatting or passage.is_move
        if is_quiet:
            return same_words.RULE.name, same_words.VERDICT
        return "no-lexicon", _NO_LEXICON
    facts = facts_of(passage, lexicon, setting)
    for rule in rules:
        verdict = rule.judge(facts)
        if verdict is not None:
            return rule.name, verdict
    return "no-rule", _NO_RULE


def _numbered(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Part the findings that would have one id, by the order of the text."""
    counted: Counter[str] = Counter()
    for finding in findings:
        counted[finding.id] += 1
        yield replace(finding, ordinal=counted[finding.id])
