from __future__ import annotations

from dataclasses import replace

import pytest

from checked import codes
from checked import found_by
from checked import make_checked
from duenotice.checks.contact import check_contact
from duenotice.model.statement import Contacts


def test_message() -> None:
    """
    A statement without any way to reach its controller is a fault.
    """
    subject = make_checked(
        {"lending": "We keep loans for 90 days. See <https://fernhill.example>."},
        contacts=Contacts(),
    )

    assert (
        "statement.yaml: warning contact-missing: neither the settings nor the text "
        'say how people reach "Fernhill Library"\n'
        '  hint: Add "contacts" with an email address, a telephone number or a postal '
        "address."
    ) == found_by(check_contact, subject)


@pytest.mark.parametrize(
    "contacts",
    [
        Contacts(email="a@fernhill.example"),
        Contacts(telephone="1-800-555-0199"),
        Contacts(address=("Fernhill",)),
        Contacts(web="https://fernhill.example/contact"),
    ],
)
def test_settings(contacts: Contacts) -> None:
    """
    One way in the settings is enough.
    """
    assert [] == codes(
        check_contact, make_checked({"lending": "Text."}, contacts=contacts)
    )


@pytest.mark.parametrize(
    "text",
    [
        "Write to <privacy@fernhill.example>.",
        "Write to privacy@fernhill.example.",
        "Call (800) 555-0199.",
        "[Call us](tel:+18005550199).",
    ],
)
def test_text(text: str) -> None:
    """
    So is one in the text.
    """
    subject = make_checked({"lending": text}, contacts=Contacts())

    assert [] == codes(check_contact, subject)


def test_section() -> None:
    """
    A section about contact may give a postal address, which has no form of its own.
    """
    subject = make_checked({"contact": "Fernhill, Mill Lane 4"}, contacts=Contacts())

    assert [] == codes(check_contact, subject)


def test_unreadable() -> None:
    """
    A file that can't be read may have it.
    """
    subject = replace(
        make_checked({"lending": "Text."}, contacts=Contacts()),
        unreadable=frozenset({("en", "contact")}),
    )

    assert [] == codes(check_contact, subject)
