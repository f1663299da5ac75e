"""Whether translations state the numbers of their source.

An age of 13 that became 16, or 30 days that became 30 months, is another promise.
"""

from __future__ import annotations

from collections import Counter
from collections import defaultdict
from itertools import zip_longest
from typing import TYPE_CHECKING

from duenotice.checks.prose import Passage
from duenotice.checks.prose import Reading
from duenotice.checks.prose import passages
from duenotice.checks.stated_numbers import LANGUAGES
from duenotice.checks.stated_numbers import stated_numbers
from duenotice.checks.wording import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.checks.stated_numbers import StatedNumber
    from duenotice.checks.subject import CheckedStatement
    from duenotice.diagnostics import Diagnostic
    from duenotice.model.statement import Section

Pair = tuple["StatedNumber | None", "StatedNumber | None"]
"""A number of the source and one of the translation that differ."""

Said = tuple[str, str, tuple[Passage, ...]]
"""A section's language, title and prose."""

_MOST_SHOWN = 5


def check_translation_numbers(subject: CheckedStatement) -> Iterator[Diagnostic]:
    """Compare the numbers of each section, in figures and in words."""
    base = subject.statement.source_locale
    for locale in subject.translations:
        for section in subject.written(locale):
            source = subject.source.get(section.id)
            if source is not None:
                theirs = (base, source.title, subject.passages(base, source))
                ours = (locale, section.title, subject.passages(locale, section))
                pairs = _compared(theirs, ours)
                yield from _reported(subject, locale, section, pairs)


def differing_numbers(
    source: Section, translation: Section, locales: tuple[str, str]
) -> list[Pair]:
    """Give the numbers that a section and its translation don't both state.

    Args:
        source: The section as it was written.
        translation: The same in another language.
        locales: The languages of both.
    """
    theirs, ours = (
        (locale, one.title, tuple(passages(one.blocks, Reading.ALL)))
        for locale, one in zip(locales, (source, translation), strict=True)
    )
    return _compared(theirs, ours)


def _compared(theirs: Said, ours: Said) -> list[Pair]:
    known = {one[0].partition("-")[0] for one in (theirs, ours)} <= LANGUAGES
    return [
        (one, other)
        for one, other in _differing(_numbers(*theirs), _numbers(*ours))
        # Words of another language may well say the number that is missing.
        if known or (one is not None and other is not None)
    ]


def _numbers(locale: str, title: str, texts: tuple[Passage, ...]) -> list[StatedNumber]:
    language = locale.partition("-")[0]
    heading = Passage(title, 0, is_heading=True, breaks=())
    return [one for text in (heading, *texts) for one in stated_numbers(text, language)]


def _differing(theirs: list[StatedNumber], ours: list[StatedNumber]) -> list[Pair]:
    """Pair what one side has and the other hasn't, in the order of the text."""
    missing = _without(theirs, ours)
    added = _without(ours, theirs)
    if missing or added:
        return list(zip_longest(missing, added))
    return _other_units(theirs, ours)


def _without(
    some: list[StatedNumber], others: list[StatedNumber]
) -> list[StatedNumber]:
    """Give the firm numbers that have no counterpart on the other side."""
    firm = Counter(one.value for one in others if one.is_firm)
    vague = Counter(one.value for one in others if not one.is_firm)
    left = []
    for one in some:
        if not one.is_firm:
            continue
        if firm[one.value]:
            firm[one.value] -= 1
        elif vague[one.value]:
            vague[one.value] -= 1
        else:
            left.append(one)
    return left


def _other_units(theirs: list[StatedNumber], ours: list[StatedNumber]) -> list[Pair]:
    """Find the periods of one length that are days here and months there."""
    sides: list[dict[str, list[StatedNumber]]] = [defaultdict(list), defaultdict(list)]
    for side, numbers in zip(sides, (theirs, ours), strict=True):
        for one in numbers:
            if one.is_firm and one.unit:
                side[one.value].append(one)
    found: list[Pair] = []
    for value, some in sides[0].items():
        others = sides[1].get(value, [])
        missing = _without_unit(some, others)
        added = _without_unit(others, some)
        found += zip(missing, added, strict=False)
    return found


def _without_unit(
    some: list[StatedNumber], others: list[StatedNumber]
) -> list[StatedNumber]:
    left = Counter(one.unit for one in others)
    found = []
    for one in some:
        if left[one.unit]:
            left[one.unit] -= 1
        else:
            found.append(one)
    return found


def _reported(
    subject: CheckedStatement, locale: str, section: Section, pairs: list[Pair]
) -> Iterator[Diagnostic]:
    report = subject.report(locale, section.id)
    path = subject.section_path(subject.statement.source_locale, section.id)
    for theirs, ours in pairs[:_MOST_SHOWN]:
        line = None if ours is None else ours.line or None
        report.warning(
            "translation-number",
            _message(theirs, ours, path),
            line,
            "Let both languages state the same numbers, ages and periods; if the "
            "source is wrong, mend it first.",
        )
    yield from report.diagnostics


def _message(theirs: StatedNumber | None, ours: StatedNumber | None, path: str) -> str:
    if theirs is None and ours is not None:
        return f"{shown(ours.words)} states a number that the source, {path}, doesn't"
    if theirs is None:
        return ""
    place = f"{path}:{theirs.line}" if theirs.line else path
    if ours is None:
        return f"{shown(theirs.words)} at {place} states a number that is missing here"
    stated = shown(theirs.words)
    return f"{shown(ours.words)} doesn't state the number of {stated} at {place}"
