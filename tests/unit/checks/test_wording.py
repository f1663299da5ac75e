from __future__ import annotations

import pytest

from duenotice.checks.wording import listed
from duenotice.checks.wording import meant
from duenotice.checks.wording import shown
from duenotice.checks.wording import times


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a  b\nc", '"a b c"'),
        ("x" * 70, f'"{"x" * 70}"'),
        ("x" * 71, f'"{"x" * 69}…"'),
        ("", '""'),
    ],
    ids=["lines", "long", "too long", "nothing"],
)
def test_shown(words: str, expected: str) -> None:
    """
    Words are quoted on one line of bearable length.
    """
    assert expected == shown(words)


def test_listed() -> None:
    """
    Several are quoted one after the other.
    """
    assert '"Surveys", "Web logs"' == listed(["Surveys", "Web logs"])


@pytest.mark.parametrize(
    ("word", "expected"),
    [("web-log", 'Did you mean "web-logs"? '), ("surveys", "")],
    ids=["similar", "none"],
)
def test_meant(word: str, expected: str) -> None:
    """
    A name is suggested where a similar one is known.
    """
    assert expected == meant(word, {"cookies", "web-logs"})


@pytest.mark.parametrize(
    ("count", "expected"), [(1, "once"), (2, "twice"), (3, "3 times")]
)
def test_times(count: int, expected: str) -> None:
    """
    How often is said as people say it.
    """
    assert expected == times(count)
