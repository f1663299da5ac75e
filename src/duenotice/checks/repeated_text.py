"""Whether two sections say the same in the same words."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from duenotice.checks.wording import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.checks.subject import CheckedStatement
    from duenotice.diagnostics import Diagnostic
    from duenotice.model.statement import Section

_RUN = 3
"""Words that stand together are compared, so that a common vocabulary isn't enough."""

_LEAST_RUNS = 12
"""A sentence such as "See our other notice" may well stand in two sections."""

_SAME = 0.7
"""The share of runs in common: one word changed in each sentence stays above it."""

Runs = frozenset[tuple[str, ...]]


def check_repeated_text(subject: CheckedStatement) -> Iterator[Diagnostic]:
    """Find sections with the text of another one, or nearly."""
    for locale in subject.statement.locales:
        known = [(one, _runs(subject, locale, one)) for one in subject.written(locale)]
        long = [(one, runs) for one, runs in known if len(runs) >= _LEAST_RUNS]
        told: set[str] = set()
        for (first, ours), (second, theirs) in combinations(long, 2):
            if second.id in told or _alike(ours, theirs) < _SAME:
                continue
            told.add(second.id)
            report = subject.report(locale, second.id)
            report.warning(
                "text-repeated",
                f"{shown(second.title)} has nearly the same text as the section "
                f'"{first.id}"',
                None,
                "Keep one of them and refer to it: of two copies, one is forgotten "
                "when the other changes.",
            )
            yield from report.diagnostics


def _runs(subject: CheckedStatement, locale: str, section: Section) -> Runs:
    words = [
        word
        for passage in subject.passages(locale, section)
        for word in re.findall(r"\w+", passage.text.casefold())
    ]
    return frozenset(zip(*(words[at:] for at in range(_RUN)), strict=False))


def _alike(ours: Runs, theirs: Runs) -> float:
    """Give the share of what two texts have in common.

    >>> _alike(frozenset({("a",), ("b",)}), frozenset({("b",), ("c",)}))
    0.5
    """
    fewer, more = sorted((len(ours), len(theirs)))
    if 2 * fewer < _SAME * (fewer + more):
        return 0.0  # They differ too much in length; most pairs end here.
    return 2 * len(ours & theirs) / (fewer + more)
