"""Which text a member knew, by the days that the organisation's file gives."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duenotice.mailing.kit import Kit
    from duenotice.mailing.member import Member


def baseline_for(kit: Kit, member: Member) -> str | None:
    """Give the label of the edition that is for who knew a member's text.

    The day on which the member was last told decides, or else the day of joining. Who
    joined after the announcement did so under the text in force then, and is told like
    all others. Nothing for who joined, or was told, when the new text was in force.
    """
    day = member.told_on or member.since
    if member.since is not None and member.since >= kit.effective:
        return None
    if day is None or not kit.history:
        return kit.against
    if day >= kit.effective:
        return None
    at = bisect_right(kit.history, day, key=lambda known: known.start) - 1
    return kit.history[max(at, 0)].baseline
