"""Which days a new version may have, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from duenotice.model.label import VersionLabel
from duenotice.release.refusals import BackdatedError
from duenotice.release.refusals import LabelAheadError
from duenotice.release.refusals import LabelTakenError
from duenotice.release.refusals import TooEarlyError
from duenotice.timeline import earliest_effective

if TYPE_CHECKING:
    from datetime import date

    from duenotice.model.statement import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """The time that people are given, and where that comes from."""

    days: int
    reason: str


def required_lead(
    draft: Statement, in_force: Statement | None, required_by_law: str | None
) -> Lead:
    """Give the lead that a change needs.

    The policy is taken from the version in force and from the draft: the stricter
    one counts, so that nobody can shorten the notice of the change that shortens it.
    """
    if in_force is None:
        return Lead(days=0, reason="the first version needs no notice")
    if required_by_law is not None:
        return Lead(days=0, reason="required by law; the notice is still due")
    days = max(draft.notice.lead_days, in_force.notice.lead_days)
    noun = "day" if days == 1 else "days"
    return Lead(days=days, reason=f"the notice policy asks for {days} {noun}")


def choose_effective(
    wanted: date | None, *, published: date, lead: Lead, slack_days: int
) -> date:
    """Give the effective date: the wanted one, or the earliest with some slack.

    Raises:
        TooEarlyError: The wanted date leaves less time than the lead.
    """
    earliest = earliest_effective(published, lead.days)
    if wanted is None:
        return earliest + timedelta(days=slack_days if lead.days else 0)
    if wanted < earliest:
        raise TooEarlyError(wanted, earliest, lead.reason)
    return wanted


def choose_label(
    wanted: VersionLabel | None, *, published: date, newest: VersionLabel | None
) -> VersionLabel:
    """Give the label: the wanted one, or the first free one of the published day.

    Raises:
        LabelTakenError: It is not after the newest version.
        LabelAheadError: It lies after the day of publication.
    """
    free = VersionLabel(published) if newest is None else newest.next_on(published)
    label = wanted or free
    if newest is not None and label <= newest:
        raise LabelTakenError(label, newest, free)
    if label.day > published:
        raise LabelAheadError(label, published)
    return label


def refuse_backdating(published: date, today: date) -> None:
    """Refuse a published day that has passed.

    Raises:
        BackdatedError: It has.
    """
    if published < today:
        raise BackdatedError(published)
