"""Enumerated: a member came into or left an enumeration within a sentence."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING
from typing import NamedTuple

from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Outcome
from duenotice.materiality.meaning import meanings_of
from duenotice.materiality.rule import Rule
from duenotice.materiality.rule import Verdict
from duenotice.materiality.subjects import CATEGORY
from duenotice.materiality.subjects import categories_of
from duenotice.materiality.subjects import direction_of
from duenotice.materiality.words import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duenotice.materiality.facts import Facts
    from duenotice.materiality.facts import SentencePair

_TOKEN = re.compile(r"[\w'\u2019@-]+(?:\.\w+)*|[^\w\s]")
_JOINTS = {",", ";", "and", "or", "y", "o", "e", "u", "ni", "nor"}
"""What stands between the members of an enumeration."""

_STOPS = {".", ":", ")", "!"}
_ARTICLES = {"a", "an", "the", "your", "our", "their", "its", "el", "la", "los", "las",
             "un", "una", "su", "sus"}  # fmt: skip
_NEAR = 4
"""Tokens after a member in which "for example" makes it one."""

_APART = re.compile(
    r"\((?! ?\w+ ?\))|[\u2013\u2014]|^\W*(?:including|incluid)|\b(?:formerly|"
    r"previously|also called|for example|for instance|e\.g|that is|in other words|"
    r"such as|number \d+|anything else|so on|etc|por ejemplo|es decir|antes|"
    r"etcétera)\b",
    re.IGNORECASE,
)
"""An explanation is no member."""

_TO = re.compile(r"^\W*(?:and |or |also |y |o )*(?:to|para) \w", re.IGNORECASE)
_SPEAKING = {"practice", "recipient", "purpose", "sale", "tracking", "transfer",
             "right", "safeguard", "retention", "automated", "consent", "controller",
             "legal"}  # fmt: skip
_FEWEST = 2
"""Words of substance of a member that names no thing of the lexicon and nobody."""


class _Member(NamedTuple):
    """What came or went, as it stands in the text."""

    text: str
    came: bool


def _judge(facts: Facts) -> Verdict | None:
    for pair in facts.amended:
        if not _speaks(facts, pair):
            continue
        member = _member(facts, pair)
        if member is None:
            continue
        return Verdict(
            outcome=Outcome.MATERIAL,
            reason=f"“{member.text.strip(' ,;')}” "
            f"{'came into' if member.came else 'left'} an enumeration.",
            categories=_categories(facts, member),
            direction=direction_of(facts),
            sources=("colorado-6.04", "ccpa-1798.100"),
            before=pair.before,
            after=pair.after,
        )
    return None


def _speaks(facts: Facts, pair: SentencePair) -> bool:
    return any(
        mention.concept.kind in _SPEAKING
        for one in (pair.before, pair.after)
        for mention in facts.mentions(words_of(one, facts.lexicon.language))
    )


def _member(facts: Facts, pair: SentencePair) -> _Member | None:
    """Give the member that came or went, where nothing else did."""
    old, new = (set(meanings_of(s, facts)) for s in (pair.before, pair.after))
    if bool(old - new) is bool(new - old):
        return None
    came = not old - new
    shorter, longer = (_tokens(one) for one in (pair.before, pair.after))
    if not came:
        shorter, longer = longer, shorter
    lowered = [[one.casefold() for one in row] for row in (shorter, longer)]
    matcher = SequenceMatcher(None, lowered[0], lowered[1], autojunk=False)
    parts = [
        (start, end)
        for kind, gone_from, gone_to, start, end in matcher.get_opcodes()
        if kind != "equal"
        and _counts(facts, (*shorter[gone_from:gone_to], *longer[start:end]))
    ]
    if len(parts) != 1 or not _is_member(facts, longer, *parts[0]):
        return None
    start, end = parts[0]
    return _Member(" ".join(longer[start:end]), came)


def _counts(facts: Facts, tokens: Sequence[str]) -> bool:
    """Tell whether tokens are more than joints and small words."""
    words = words_of(" ".join(tokens), facts.lexicon.language)
    return any(
        word.stem not in facts.lexicon.small and word.text not in _JOINTS
        for word in words
    )


def _tokens(sentence: str) -> list[str]:
    return _TOKEN.findall(sentence)


def _is_member(facts: Facts, row: list[str], start: int, end: int) -> bool:
    """Tell whether a part of a row stands between joints, and says enough."""
    text = " ".join(row[start:end])
    is_example = bool(_APART.search(" ".join(row[end : end + _NEAR])))
    if start == 0 or is_example or _APART.search(text):
        return False
    first = {one.casefold() for one in row[start - 1 : start + 1]}
    last = {one.casefold() for one in row[end - 1 : end + 1]}
    is_closed = bool(last & (_JOINTS | _STOPS)) or end == len(row)
    words = words_of(text, facts.lexicon.language)
    named = any(one.concept.kind in CATEGORY for one in facts.mentions(words))
    if not (first & _JOINTS and is_closed):
        return named and _is_first(row, start, end)
    content = [word for word in words if word.stem not in facts.lexicon.small]
    is_name = any(one[:1].isupper() for one in row[start:end])
    return len(content) >= _FEWEST or bool(content and (named or is_name))


def _is_first(row: list[str], start: int, end: int) -> bool:
    """Tell whether a part is the first of several: the next one begins as it does."""
    if end >= len(row) or row[end - 1].casefold() not in _JOINTS:
        return False
    one, other = row[start].casefold(), row[end].casefold()
    return one == other or {one, other} <= _ARTICLES


def _categories(facts: Facts, member: _Member) -> tuple[Category, ...]:
    first = (Category.PURPOSE,) if _TO.match(member.text) else ()
    return tuple(dict.fromkeys((*first, *categories_of(facts))))


RULE = Rule("enumerated", _judge)
"""Source: new categories of data (CCPA 1798.100(a)) and of third parties (Colorado)."""
