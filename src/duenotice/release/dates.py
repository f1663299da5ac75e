"""Which days a new version may have, and why."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from duenotice.model.label import VersionLabel
from duenotice.release.refusals import BackdatedError
from duenotice.release.refusals import LabelAheadError
from duenotice.release.refusals import LabelTakenError
from duenotice.release.refusals import TooEarlyError
from duenotice.release.refusals import TooFarError

if TYPE_CHECKING:
    from datetime import date

    from duenotice.review.schedule import Lead

_FAR = timedelta(days=3660)
"""Ten years: what lies further ahead is a slip of the finger."""


def refuse_far(day: date | None, today: date) -> None:
    """Refuse a day that is more than ten years ahead.

    Raises:
        TooFarError: It is.
    """
    if day is not None and day - today > _FAR:
        raise TooFarError(day, today + _FAR)


def choose_effective(wanted: date | None, lead: Lead, *, slack_days: int) -> date:
    """Give the effective date: the wanted one, or the earliest with some slack.

    Raises:
        TooEarlyError: The wanted date leaves less time than the lead.
    """
    if wanted is None:
        return lead.earliest + timedelta(days=slack_days if lead.days else 0)
    if wanted < lead.earliest:
        raise TooEarlyError(wanted, lead.earliest, lead.reason)
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
