"""What two bodies of rules find in the same change: the findings of both."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duenotice.materiality.finding import Finding


def united(
    findings: Sequence[Finding], others: Sequence[Finding] = ()
) -> tuple[Finding, ...]:
    """Give findings, and those of others that ask for more about the same words.

    An id names one finding: where another one has it already, the next number is taken.
    """
    gravest: dict[tuple[str, str, str], int] = {}
    for one in findings:
        about = _about(one)
        gravest[about] = max(gravest.get(about, 0), one.outcome.rank)
    found = list(findings)
    ids = {one.id for one in findings}
    for one in others:
        if one.outcome.rank > gravest.get(_about(one), 0):
            added = one
            while added.id in ids:
                added = replace(added, ordinal=added.ordinal + 1)
            ids.add(added.id)
            found.append(added)
    return tuple(found)


def _about(finding: Finding) -> tuple[str, str, str]:
    return finding.section, finding.category.value, finding.evidence
