from __future__ import annotations

from typing import Any

import pytest

from duenotice.compare import compare
from duenotice.compare.comparison import MOST_WORDS
from duenotice.render.redline_data import comparison_data
from duenotice.render.redline_schema import comparison_schema
from golden_cases import document
from json_schemas import faults

LEFT_OUT: dict[str, Any] = {"old": [], "new": []}


def data(old: str, new: str) -> dict[str, Any]:
    """Give a comparison as the command prints it."""
    comparison = compare(document(old), document(new))
    found = comparison_data(comparison, old="1", new="2", locale="en")
    return found | {"left_out": LEFT_OUT}


def test_not_compared() -> None:
    """
    A comparison that could not be made fits its schema as well.
    """
    long = data("word " * (MOST_WORDS + 1), "We lend.")

    assert [] == list(faults(comparison_schema(), long))


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        pytest.param({"same": "no"}, ".same: type", id="type"),
        pytest.param({"schema": "duenotice/text/1"}, ".schema: const", id="schema"),
        pytest.param({"more": 1}, ".more: unnamed", id="more"),
        pytest.param({"changes": [{}]}, ".changes[].id: lacking", id="change"),
        pytest.param({"counts": {}}, ".counts.added: lacking", id="counts"),
        pytest.param(
            {"left_out": {"old": [{"line": "1", "kind": "hidden", "words": ""}]}},
            ".left_out.old[].line: type",
            id="left out",
        ),
    ],
)
def test_refused(change: dict[str, Any], fault: str) -> None:
    """
    What is no comparison doesn't fit the schema.
    """
    found = data("We lend.", "We film.") | change

    assert fault in list(faults(comparison_schema(), found))


def test_described() -> None:
    """
    Every field of a change says what it is.
    """
    change = comparison_schema()["properties"]["changes"]["items"]

    assert all(one["description"] for one in change["properties"].values())
