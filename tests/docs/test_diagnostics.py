from __future__ import annotations

import re

import pytest

import documents
from diagnostic_codes import SOURCE
from diagnostic_codes import reported_in

PAGE = (documents.ROOT / "docs" / "reference" / "diagnostics.md").read_text("utf-8")
REPORTED = list(reported_in(SOURCE.rglob("*.py")))
CODES = sorted({one.code for one in REPORTED})
EXAMPLE = re.compile(
    r"```text\n(?P<place>\S+?)(?::\d+)?: (?P<severity>error|warning) (?P<code>[\w-]+): "
    r"(?P<message>.+)\n  hint: (?P<hint>.+)\n```"
)


def rows() -> dict[str, str]:
    """Give the severities by code as the table has them."""
    table = documents.table_rows(documents.section(PAGE, "## All codes"))
    return {re.findall(r"`([\w-]+)`", row[0])[0]: row[1] for row in table}


def test_table() -> None:
    """
    The table has every code that the source reports, how bad it is, and no other.
    """
    expected = {
        code: ", ".join(sorted({one.severity for one in REPORTED if one.code == code}))
        for code in CODES
    }

    assert expected == dict(sorted(rows().items()))


def test_order() -> None:
    """
    The table has the codes in the order in which they are explained.
    """
    explained = re.findall(r"^### (.+)$", PAGE, re.MULTILINE)

    assert explained == list(rows())


@pytest.mark.parametrize("code", CODES)
def test_example(code: str) -> None:
    """
    Each code is shown as the program words it, with its severity and its hint.
    """
    example = EXAMPLE.search(documents.section(PAGE, f"### {code}"))

    assert example is not None
    assert code == example["code"]
    assert any(
        one.severity == example["severity"]
        and one.message.fullmatch(example["message"])
        and one.hint.fullmatch(example["hint"])
        for one in REPORTED
        if one.code == code
    )
