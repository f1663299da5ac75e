"""From what a change calls for to the first day on which it may take effect."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.materiality.levels import Level
from duenotice.timeline import earliest_effective

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from duenotice.materiality.duty import Duty
    from duenotice.materiality.duty_reasons import Reason
    from duenotice.review.review import Review


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """The time that people are given, and where that comes from."""

    days: int
    """Whole days from the announcement to the effective day."""

    earliest: date
    """The first permitted day."""

    reason: str


def first_lead(published: date) -> Lead:
    """Give the lead of a first version: there is nothing that it could change."""
    return Lead(days=0, earliest=published, reason="the first version needs no notice")


def lead_of(
    review: Review, published: date, announced: Mapping[tuple[str, str], date]
) -> Lead:
    """Give the lead of a change that is published on a day.

    Args:
        review: What was found.
        published: The day on which text and notice are to be public.
        announced: By id and evidence: findings that people have been told of already,
            and since when.
    """
    duty = review.duty
    days = [published]
    for finding in review.findings:
        told = announced.get((finding.id, finding.evidence), published)
        days.append(earliest_effective(min(told, published), duty.lead_for(finding)))
    return Lead(days=duty.lead_days, earliest=max(days), reason=why(duty))


def why(duty: Duty) -> str:
    """Say what asks for the lead, in a few words."""
    if duty.waived:
        return "required by law; the notice is still due"
    if not duty.lead_days:
        if duty.level <= Level.L1:
            return "a correction: nobody has to be told before"
        return "nothing asks for more time"
    noun = "day" if duty.lead_days == 1 else "days"
    askers = dict.fromkeys(_asker(one) for one in duty.forcing_lead)
    verb = "asks" if len(askers) == 1 else "ask"
    return f"{_listed(tuple(askers))} {verb} for {duty.lead_days} {noun}"


def _asker(reason: Reason) -> str:
    match reason.by:
        case "settings":
            return "the notice policy"
        case "promise":
            return "the statement's own promise"
        case profile:
            return f"{profile} ({reason.entry})"


def _listed(names: tuple[str, ...]) -> str:
    """Put names in a row.

    >>> _listed(("the notice policy", "colorado (data)"))
    'the notice policy and colorado (data)'
    """
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
