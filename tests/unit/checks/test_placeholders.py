from __future__ import annotations

from typing import Any

import pytest

from checked import codes
from checked import found_by
from checked import make_checked
from checked import make_in
from duenotice.checks.placeholders import check_placeholders
from duenotice.model.statement import Contacts
from duenotice.model.statement import Controller

HINT = "  hint: Write them. A word that is meant literally goes between backquotes."


def test_message() -> None:
    """
    A placeholder is an error at its own line.
    """
    subject = make_checked({"lending": "We keep loans\nfor [insert period]."})

    assert (
        'en/lending.md:5: error placeholder: "[insert period]" stands for words that '
        f"are still to come\n{HINT}"
    ) == found_by(check_placeholders, subject)


@pytest.mark.parametrize(
    "words",
    [
        "TBD",
        "TODO",
        "XXX",
        "FIXME",
        "until ____",
        "for ??? days",
        "{{ company }}",
        "{% include contact %}",
        "Lorem ipsum",
        "[COMPANY NAME]",
        "<your address>",
        "[Date]",
    ],
)
def test_forms(words: str) -> None:
    """
    What editors and templates leave to be filled in is a placeholder.
    """
    subject = make_checked({"lending": f"Text, {words}."})

    assert ["placeholder"] == codes(check_placeholders, subject)


@pytest.mark.parametrize(
    "words",
    [
        "`TBD`",
        "`[your name]`",
        'the "to do" list',
        "[the form](https://fernhill.example)",
        "really??",
        "EXXXON",
        "a_b__c",
        "[sic]",
        "<privacy@fernhill.example>",
        "[HIPAA]",
    ],
)
def test_no_placeholders(words: str) -> None:
    """
    Code, links and ordinary brackets stand for themselves.
    """
    subject = make_checked({"lending": f"Text, {words}."})

    assert [] == codes(check_placeholders, subject)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("TODO: fecha", ["placeholder"]),
        ("[insertar fecha]", ["placeholder"]),
        ("[nombre de la empresa]", ["placeholder"]),
        ("guardamos TODO lo que usted escribe", []),
    ],
)
def test_spanish(words: str, expected: list[str]) -> None:
    """
    In Spanish "TODO" is a word, and the words in brackets are Spanish ones.
    """
    subject = make_in("es", {"lending": words})

    assert expected == codes(check_placeholders, subject)


def test_title() -> None:
    """
    A section's title is looked into too.
    """
    subject = make_checked({"lending": "---\ntitle: TBD\n---\nText.\n"})

    assert (
        'en/lending.md: error placeholder: "TBD" stands for words that are still to '
        f"come\n{HINT}"
    ) == found_by(check_placeholders, subject)


@pytest.mark.parametrize(
    "changes",
    [
        {"title": {"en": "Privacy at [Company]"}},
        {"controller": Controller(name="[Company]")},
        {"controller": Controller(name="Fernhill", aliases=("[Company]",))},
        {"contacts": Contacts(address=("Fernhill", "[Company]"))},
        {"contacts": Contacts(web="[Company]")},
    ],
    ids=["title", "name", "alias", "address", "page"],
)
def test_statement_file(changes: dict[str, Any]) -> None:
    """
    So is what people read of `statement.yaml`.
    """
    subject = make_checked({"lending": "Text."}, **changes)

    assert (
        'statement.yaml: error placeholder: "[Company]" stands for words that are '
        f"still to come\n{HINT}"
    ) == found_by(check_placeholders, subject)
