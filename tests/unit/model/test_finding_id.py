from __future__ import annotations

import pytest

from duenotice.model.finding_id import FindingId


class TestParse:
    @pytest.mark.parametrize(
        ("text", "section", "place"),
        [
            pytest.param(
                "amount:retention:web-logs:1",
                "web-logs",
                ("", "web-logs"),
                id="of the source",
            ),
            pytest.param(
                "amount:retention:es/web-logs:2",
                "es/web-logs",
                ("es", "web-logs"),
                id="of a translation",
            ),
            pytest.param(
                "policy-loosened:lead-days::1", "", ("", ""), id="of the settings"
            ),
            pytest.param(
                "amount:age:Part 2: Children:1",
                "Part 2: Children",
                ("", "Part 2: Children"),
                id="of a heading with a colon",
            ),
        ],
    )
    def test_parts(self, text: str, section: str, place: tuple[str, str]) -> None:
        """
        An id names its section, and is written as it was read.
        """
        found = FindingId.parse(text)

        assert (section, place, text) == (found.section, found.place, str(found))

    @pytest.mark.parametrize(
        "text",
        ["", "amount", "amount:age", "amount:age:1", "amount:age:a:first", "::a:1"],
    )
    def test_none(self, text: str) -> None:
        """
        What lacks a part, or counts in words, is no id.
        """
        with pytest.raises(ValueError, match="is no id of a finding"):
            FindingId.parse(text)
