"""Versions and a day in; which text is in force, and the status of each, out."""

from __future__ import annotations

from duenotice.timeline.dated_version import DatedVersion
from duenotice.timeline.dated_version import Hold
from duenotice.timeline.dated_version import Mailing
from duenotice.timeline.dated_version import Rescheduling
from duenotice.timeline.dated_version import Telling
from duenotice.timeline.dated_version import earliest_effective
from duenotice.timeline.timeline import Period
from duenotice.timeline.timeline import Status
from duenotice.timeline.timeline import Timeline

__all__ = [
    "DatedVersion",
    "Hold",
    "Mailing",
    "Period",
    "Rescheduling",
    "Status",
    "Telling",
    "Timeline",
    "earliest_effective",
]
