from __future__ import annotations

from dataclasses import replace

import pytest

from duenotice.materiality.finding import Outcome
from duenotice.model.statement import Contacts
from duenotice.model.statement import Controller
from duenotice.model.statement import Group
from duenotice.model.statement import Statement
from duenotice.review.settings import setting_findings

STATEMENT = Statement(
    id="website",
    title={"en": "Privacy"},
    controller=Controller(name="Fernhill Library"),
    contacts=Contacts(
        email="ask@fernhill.example", address=("1 Mill Lane", "Fernhill")
    ),
    time_zone="UTC",
    source_locale="en",
    locales=("en", "es"),
    prevailing_locale="en",
    groups=(Group(section_ids=("lending",)),),
)


class TestSettingFindings:
    def test_same(self) -> None:
        """
        Settings that stay say nothing.
        """
        assert [] == list(setting_findings(STATEMENT, STATEMENT))

    @pytest.mark.parametrize(
        ("now", "subject", "reason"),
        [
            pytest.param(
                replace(STATEMENT, controller=Controller(name="Mill Bank")),
                "controller",
                "Another name stands for who is responsible: is it the same legal "
                "person?",
                id="controller",
            ),
            pytest.param(
                replace(STATEMENT, contacts=Contacts(email="ask@fernhill.example")),
                "address",
                "People can no longer reach the controller by its address.",
                id="contact removed",
            ),
            pytest.param(
                replace(
                    STATEMENT,
                    contacts=replace(STATEMENT.contacts, email="ask@bank.example"),
                ),
                "email",
                "The email that people reach the controller by is another.",
                id="contact exchanged",
            ),
            pytest.param(
                replace(STATEMENT, source_locale="es"),
                "source-locale",
                "The language that the text is written in is another.",
                id="source locale",
            ),
            pytest.param(
                replace(STATEMENT, prevailing_locale="es"),
                "prevailing-locale",
                "Another language counts where translations differ.",
                id="prevailing locale",
            ),
        ],
    )
    def test_another(self, now: Statement, subject: str, reason: str) -> None:
        """
        Who is responsible, how to reach them, and which language counts are never
        exchanged unseen.
        """
        (found,) = setting_findings(STATEMENT, now)

        assert (subject, reason) == (found.subject, found.reason)
        assert Outcome.NEEDS_REVIEW is found.outcome

    def test_contact_added(self) -> None:
        """
        One more way to reach the controller takes nothing away.
        """
        more = replace(STATEMENT.contacts, telephone="555 0100")

        assert [] == list(
            setting_findings(STATEMENT, replace(STATEMENT, contacts=more))
        )
