"""Versions and a day in; which text is in force, and the status of each, out."""

from __future__ import annotations

from duenotice.timeline.dated_version import DatedVersion
from duenotice.timeline.dated_version import earliest_effective
from duenotice.timeline.facts import Hold
from duenotice.timeline.facts import Mailing
from duenotice.timeline.facts import Rescheduling
from duenotice.timeline.facts import Spell
from duenotice.timeline.facts import Telling
from duenotice.timeline.timeline import Period
from duenotice.timeline.timeline import Status
from duenotice.timeline.timeline import Timeline

__all__ = [
    "DatedVersion",
    "Hold",
    "Mailing",
    "Period",
    "Rescheduling",
    "Spell",
    "Status",
    "Telling",
    "Timeline",
    "earliest_effective",
]
