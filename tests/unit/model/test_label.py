from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from duenotice.model.label import VersionLabel

DAY = date(2026, 11, 24)
labels = st.builds(VersionLabel, st.dates(), st.integers(1, 99_999))


class TestParse:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("2026-11-24", VersionLabel(DAY)),
            ("2026-11-24.2", VersionLabel(DAY, 2)),
            ("2026-11-24.10", VersionLabel(DAY, 10)),
            ("0001-01-01.99999", VersionLabel(date(1, 1, 1), 99_999)),
        ],
    )
    def test_forms(self, text: str, expected: VersionLabel) -> None:
        """
        A label is a day, and from the second version of that day on its place.
        """
        assert expected == VersionLabel.parse(text)

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "soon",
            "2026-11-24.1",
            "2026-11-24.0",
            "2026-11-24.02",
            "2026-11-24.",
            "2026-11-24.100000",
            "2026-11-24-2",
            "2026-13-01",
            "2026-02-29",
            "0000-01-01",
            "20261124",
            "2026-1-4",
            "24-11-2026",
            "2026-11-24 ",
            "2026-11-24\n",
            "2026-11-24.٢",
            "٢٠٢٦-11-24",
            "../2026-11-24",
        ],
    )
    def test_other_forms(self, text: str) -> None:
        """
        Nothing else is a label, so that a version has one address.
        """
        with pytest.raises(
            ValueError, match=r"is not a version label|must be in|out of"
        ):
            VersionLabel.parse(text)

    @settings(max_examples=100, deadline=None)
    @given(label=labels)
    def test_written(self, label: VersionLabel) -> None:
        """
        A label that was written is read as the same label.
        """
        assert label == VersionLabel.parse(str(label))


class TestOrder:
    def test_numbers(self) -> None:
        """
        Labels are ordered by day and then by number, the tenth after the second.
        """
        names = [
            "2026-11-23.4",
            "2026-11-24",
            "2026-11-24.2",
            "2026-11-24.10",
            "2026-11-25",
        ]
        found = sorted(map(VersionLabel.parse, sorted(names)))

        assert names == list(map(str, found))


class TestNextOn:
    @pytest.mark.parametrize(
        ("newest", "day", "expected"),
        [
            pytest.param("2026-11-23.4", DAY, "2026-11-24", id="a later day"),
            pytest.param("2026-11-24", DAY, "2026-11-24.2", id="the same day"),
            pytest.param("2026-11-24.9", DAY, "2026-11-24.10", id="the tenth"),
            pytest.param("2026-12-01", DAY, "2026-12-01.2", id="an earlier day"),
        ],
    )
    def test_next(self, newest: str, day: date, expected: str) -> None:
        """
        The next label comes after the newest, on the day or as soon after as it can.
        """
        assert expected == str(VersionLabel.parse(newest).next_on(day))
