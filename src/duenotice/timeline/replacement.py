"""When another version took the place of one that was still to take effect."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from duenotice.timeline.dated_version import DatedVersion
    from duenotice.timeline.readiness import Readiness

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """A version's place was taken, for good."""

    by: DatedVersion
    since: date
    """The first day that can't be undone: the one after it was seen to be so."""


def first_replacement(
    readiness: Readiness, version: DatedVersion, days: Iterable[date]
) -> Replacement | None:
    """Give the first replacement of a version that waited for its day.

    A day that isn't over yet decides nothing: what comes and goes on one day was never
    seen. Damage to files is no event, and counts on each day alike.

    Args:
        readiness: All versions, each day taken by itself.
        version: The version.
        days: On which an answer may become another, in order.
    """
    for on in days:
        if not readiness.may_take_effect(version, on):
            continue
        if version.begins(on) <= on:
            return None
        if damaged := readiness.damaged_rivals(version, on):
            return Replacement(by=damaged[-1], since=on)
        if rivals := readiness.rivals(version, on):
            return Replacement(by=rivals[-1], since=on + _ONE_DAY)
    return None
