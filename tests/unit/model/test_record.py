from __future__ import annotations

from datetime import date

import pytest

from duenotice.model.label import VersionLabel
from duenotice.model.record import Event
from duenotice.model.record import EventKind
from duenotice.model.record import Lock
from duenotice.model.record import LockedFile
from duenotice.model.record import Record

LABEL = VersionLabel.parse("2026-11-24")


class TestIsAdopted:
    @pytest.mark.parametrize(
        ("kinds", "expected"),
        [
            pytest.param([], False, id="no event"),
            pytest.param([EventKind.NOTIFIED], False, id="another event"),
            pytest.param([EventKind.ADOPTED], True, id="adopted"),
            pytest.param([EventKind.ADOPTED, EventKind.NOTIFIED], True, id="both"),
        ],
    )
    def test_events(self, kinds: list[EventKind], expected: bool) -> None:  # noqa: FBT001
        """
        A version is adopted where an event says so.
        """
        day = date(2026, 11, 24)
        record = Record(
            version=LABEL,
            published=day,
            effective=day,
            supersedes=None,
            lock=Lock(statement=LockedFile(version=LABEL, sha256=""), locales={}),
            previous=None,
            digest="",
            events=tuple(Event(on=day, kind=kind, previous="") for kind in kinds),
        )

        assert expected is record.is_adopted
