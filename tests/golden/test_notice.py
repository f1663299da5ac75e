"""Every case of tests/golden/notice: the draft that an editor finds and finishes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from duenotice.notice.check import check_notice
from duenotice.notice.draft import draft_notice
from golden_cases import difference
from golden_cases import read_case
from golden_cases import write_expected
from notices import facts_of_case

CASES = sorted((Path(__file__).parent / "notice").glob("*.md"))
TO_WRITE = re.compile(r"\{\{[^{}]+\}\}")


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_case(path: Path, pytestconfig: pytest.Config) -> None:
    """
    What was found gives the draft that its case says.
    """
    case = read_case(path)
    actual = {"draft": draft_notice(facts_of_case(case.parts)).rstrip("\n")}

    if pytestconfig.getoption("--update-golden"):
        write_expected(case, actual)
    elif told := difference(case, actual):
        pytest.fail(told, pytrace=False)


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_finished(path: Path) -> None:
    """
    A draft whose gaps are filled tells everything, and nothing else.
    """
    facts = facts_of_case(read_case(path).parts)
    finished = TO_WRITE.sub("Here is what it means.", draft_notice(facts))

    assert () == check_notice(finished, facts, "notice.md")
