"""The rules in their order, and how their verdicts become findings."""

from __future__ import annotations

import difflib
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice.materiality.facts import facts_of
from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Finding
from duenotice.materiality.finding import Outcome
from duenotice.materiality.naming import naming_of
from duenotice.materiality.parting import quoted
from duenotice.materiality.parting import unquoted
from duenotice.materiality.passage import passages_of
from duenotice.materiality.rule import Rule
from duenotice.materiality.rule import Verdict
from duenotice.materiality.rule_book import RuleBook
from duenotice.materiality.rules import actor
from duenotice.materiality.rules import age
from duenotice.materiality.rules import amount
from duenotice.materiality.rules import authority
from duenotice.materiality.rules import basis
from duenotice.materiality.rules import cell
from duenotice.materiality.rules import certainty
from duenotice.materiality.rules import channel
from duenotice.materiality.rules import choice
from duenotice.materiality.rules import contact_line
from duenotice.materiality.rules import control
from duenotice.materiality.rules import controller
from duenotice.materiality.rules import courtesy
from duenotice.materiality.rules import coverage
from duenotice.materiality.rules import definition
from duenotice.materiality.rules import dispute
from duenotice.materiality.rules import distinct
from duenotice.materiality.rules import edition
from duenotice.materiality.rules import enumerated
from duenotice.materiality.rules import fee
from duenotice.materiality.rules import gloss
from duenotice.materiality.rules import heading
from duenotice.materiality.rules import limit
from duenotice.materiality.rules import link
from duenotice.materiality.rules import listed
from duenotice.materiality.rules import narrowed
from duenotice.materiality.rules import place
from duenotice.materiality.rules import pointer
from duenotice.materiality.rules import polarity
from duenotice.materiality.rules import practice
from duenotice.materiality.rules import precision
from duenotice.materiality.rules import receiver
from duenotice.materiality.rules import reframed
from duenotice.materiality.rules import regrouped
from duenotice.materiality.rules import reworded
from duenotice.materiality.rules import same_meaning
from duenotice.materiality.rules import same_words
from duenotice.materiality.rules import spelling
from duenotice.materiality.rules import stamp
from duenotice.materiality.rules import threshold
from duenotice.materiality.rules import told_elsewhere
from duenotice.materiality.rules import weighed
from duenotice.materiality.setting import ALONE
from duenotice.materiality.setting import setting_of
from duenotice.parse.report import Report

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator

    from duenotice.compare.comparison import Comparison
    from duenotice.diagnostics import Diagnostic
    from duenotice.materiality.facts import Facts
    from duenotice.materiality.lexicon import OwnTerms
    from duenotice.materiality.passage import Passage
    from duenotice.materiality.setting import Setting

RULES: tuple[Rule, ...] = (
    reframed.RULE,
    narrowed.RULE,
    actor.RULE,
    same_words.RULE,
    regrouped.RULE,
    same_meaning.RULE,
    gloss.RULE,
    link.RULE,
    heading.RULE,
    stamp.RULE,
    contact_line.RULE,
    pointer.RULE,
    courtesy.RULE,
    control.RULE,
    age.RULE,
    amount.RULE,
    cell.RULE,
    basis.RULE,
    choice.RULE,
    authority.RULE,
    definition.RULE,
    polarity.RULE,
    channel.RULE,
    dispute.RULE,
    fee.RULE,
    threshold.RULE,
    limit.RULE,
    certainty.RULE,
    distinct.RULE,
    controller.RULE,
    coverage.RULE,
    place.RULE,
    precision.RULE,
    receiver.RULE,
    spelling.RULE,
    edition.RULE,
    told_elsewhere.RULE,
    enumerated.RULE,
    listed.RULE,
    reworded.RULE,
    practice.RULE,
    weighed.RULE,
)
"""The first rule that has a verdict on a passage gives it."""

STANDARD = RuleBook(rules=RULES)
"""What is judged by where a project says nothing else."""

_NO_LEXICON = Verdict(
    outcome=Outcome.NEEDS_REVIEW,
    reason="There is no lexicon for this language: a person has to read the change.",
    categories=(Category.OTHER,),
    direction=Direction.UNCLEAR,
)

_NO_RULE = replace(_NO_LEXICON, reason="No rule has a verdict: read the change.")
_NONE = Rule("no-rule", lambda _: _NO_RULE)
_OWN_ALONE = (
    "The project's own words are all that is known of this language, and they don't "
    "tell what is harmless: read the change."
)


def rule_book(off: Iterable[str] = (), own: Iterable[OwnTerms] = ()) -> RuleBook:
    """Make the rule book of a project.

    Args:
        off: Names of rules that are not asked. Others judge in their place; what none
            of them judges needs review.
        own: What the project adds to the lexicons.
    """
    names = frozenset(off)
    return RuleBook(
        rules=tuple(one for one in RULES if one.name not in names),
        off=tuple(one.name for one in RULES if one.name in names),
        own=tuple(own),
    )


def unknown_rules(names: Iterable[str], path: str) -> tuple[Diagnostic, ...]:
    """Report names that no rule has, by the file that gives them."""
    known = [rule.name for rule in RULES]
    report = Report(path)
    for name in dict.fromkeys(names):
        if name not in known:
            close = difflib.get_close_matches(name, known, n=1)
            meant = f'Did you mean "{close[0]}"? ' if close else ""
            report.error(
                "rule-unknown",
                f'no rule is called "{name}" (key "rules-off")',
                None,
                f"{meant}There are: {', '.join(sorted(known))}.",
            )
    return tuple(report.diagnostics)


def find(comparison: Comparison, book: RuleBook = STANDARD) -> tuple[Finding, ...]:
    """Give the findings of a comparison, in the order of the text."""
    setting = setting_of(comparison, book.lexicon_for(_language(comparison.new.locale)))
    found = (
        finding
        for passage in passages_of(comparison)
        for finding in judge(passage, book, setting)
    )
    return tuple(_numbered(found))


def judge(
    passage: Passage, book: RuleBook = STANDARD, setting: Setting = ALONE
) -> Iterator[Finding]:
    """Give the findings on one passage, one for each category it is about.

    Where several of its sentences changed, each that a rule can quote is judged by
    itself.
    """
    for name, verdict in _verdicts(passage, book, setting):
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
                before=verdict.before or passage.targets[0] or passage.before,
                after=verdict.after or passage.targets[1] or passage.after,
                change=passage.change,
                change_before=passage.before,
                change_after=passage.after,
            )


def _language(locale: str) -> str:
    return (locale or "en").partition("-")[0]


def _verdicts(
    passage: Passage, book: RuleBook, setting: Setting
) -> Iterator[tuple[str, Verdict]]:
    is_quiet = passage.is_formatting or passage.is_move
    lexicon = book.lexicon_for(_language(passage.locale))
    if lexicon is None:
        if is_quiet and same_words.RULE in book.rules:
            yield same_words.RULE.name, same_words.VERDICT
        else:
            yield "no-lexicon", _NO_LEXICON
        return
    is_known = lexicon.is_shipped or is_quiet
    for rule, verdict in _judged(facts_of(passage, lexicon, setting), book):
        yield rule.name, verdict if is_known else _without_ease(verdict)


def _judged(facts: Facts, book: RuleBook) -> Iterator[tuple[Rule, Verdict]]:
    """Give the first verdict, and those of other rules on what it doesn't quote.

    Less grave ones add nothing to it, and whole passages alone are weighed.
    """
    found: list[tuple[Rule, Verdict, Facts]] = []
    rest: Facts | None = facts
    for rule in book.rules:
        if rest is None or (found and rule is weighed.RULE):
            break
        verdict = rule.judge(rest)
        if verdict is None:
            continue
        if not found or verdict.outcome.rank >= found[0][1].outcome.rank:
            found.append((rule, verdict, rest))
        rest = unquoted(rest, rule, verdict)
    for rule, verdict, its in found:
        own = its if len(found) == 1 else quoted(its, verdict)
        told = verdict if own is its else rule.judge(own)
        yield rule, _with_naming(told or verdict, own)
    if not found:
        yield _NONE, _NO_RULE


def _with_naming(verdict: Verdict, facts: Facts) -> Verdict:
    """Add to the reason what the change names first in the whole text, or last."""
    naming = "" if verdict.outcome is Outcome.EDITORIAL else naming_of(facts)
    return replace(verdict, reason=f"{verdict.reason} {naming}") if naming else verdict


def _without_ease(verdict: Verdict) -> Verdict:
    """Call nothing harmless where only the project's words are known."""
    if verdict.outcome is not Outcome.EDITORIAL:
        return verdict
    return replace(
        verdict,
        outcome=Outcome.NEEDS_REVIEW,
        direction=Direction.UNCLEAR,
        reason=_OWN_ALONE,
    )


def _numbered(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Part the findings that would have one id, by the order of the text."""
    counted: Counter[str] = Counter()
    for finding in findings:
        counted[finding.id] += 1
        yield replace(finding, ordinal=counted[finding.id])
