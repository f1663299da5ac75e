from __future__ import annotations

import pytest

from duenotice.compare import compare
from duenotice.compare import document_of_blocks
from duenotice.parse.markdown import parse_blocks
from duenotice.publish.table_sides import table_sides

HEAD = "| data | kept | why |\n|---|---|---|\n"
LOGS = f"{HEAD}| Web logs | 13 months | safety |\n"


def sides(before: str, after: str) -> list[tuple[str, str]]:
    """Give the words of each change between two texts."""
    old, new = (document_of_blocks("", parse_blocks(one)) for one in (before, after))
    return [table_sides(one) for one in compare(old, new).changes]


class TestTableSides:
    """Words of a table that can be read without it."""

    @pytest.mark.parametrize(
        ("after", "expected"),
        [
            pytest.param(
                LOGS.replace("13", "18"),
                [("Web logs: 13 months", "Web logs: 18 months")],
                id="a cell",
            ),
            pytest.param(
                f"{LOGS}| Calls | 90 days | training |\n",
                [("", "Calls: 90 days; training")],
                id="a new row",
            ),
        ],
    )
    def test_tables(self, after: str, expected: list[tuple[str, str]]) -> None:
        """
        Words of a table begin with what their row is about.
        """
        assert expected == sides(LOGS, after)

    def test_others(self) -> None:
        """
        Words that stand in no table stay as they are.
        """
        assert [("a | b", "a | c")] == sides("a | b", "a | c")
