"""Which text a member knew, by the days that the organisation's file gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duenotice.mailing.kit import Kit
    from duenotice.mailing.member import Member


def baseline_for(kit: Kit, member: Member) -> str | None:
    """Give the label of the edition that is for who knew a member's text.

    The day on which the member was last told decides: they heard of what was published
    by then, though it took effect later. Or else the day of joining: that was under the
    text in force, also for who joined after the announcement. Nothing for who joined,
    or was told, when the new text was in force.
    """
    day = member.told_on or member.since
    if member.since is not None and member.since >= kit.effective:
        return None
    if day is None or not kit.history:
        return kit.against
    if day >= kit.effective:
        return None
    was_told = member.told_on is not None
    known = (
        one.baseline
        for one in reversed(kit.history)
        if (one.published if was_told else one.start) <= day
    )
    return next(known, kit.history[0].baseline)
