from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from duenotice.materiality.duty_terms import loosened
from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Finding
from duenotice.materiality.finding import Outcome
from duenotice.model.statement import NoticePolicy
from duties import terms

if TYPE_CHECKING:
    from duenotice.materiality.duty_terms import Terms

POST_30 = "We post a notice on our site 30 days before changes to this policy."
POST_1 = "We post a notice on our site a day before changes to this policy."
EMAIL = "We email you before changes to this policy."
POST = "We post changes to this policy on our site."
ASK = "Changes to this policy need your consent for data we already collected."


def channels(*names: str) -> Terms:
    """Terms with these channels in the settings."""
    return replace(terms(), policy=NoticePolicy(channels=names))


class TestLoosened:
    def test_finding(self) -> None:
        """
        Loosening is a material finding about how changes are told, with the words of
        both texts.
        """
        expected = Finding(
            rule="policy-loosened",
            subject="promised-days",
            section="",
            category=Category.PROCEDURE,
            direction=Direction.WORSE,
            outcome=Outcome.MATERIAL,
            reason="The text promised notice 30 days before a change, and now promises "
            "it at no set time before one.",
            sources=("own-promise",),
            before=POST_30,
            after=POST,
        )

        assert (expected,) == loosened(terms(promise=POST_30), terms(promise=POST))

    @pytest.mark.parametrize(
        ("old", "new", "expected"),
        [
            pytest.param(
                terms(days=30),
                terms(days=14),
                {
                    "lead-days": "The notice period in the settings went from 30 to 14 "
                    "days."
                },
                id="settings",
            ),
            pytest.param(
                channels("site", "email"),
                channels("site"),
                {"channel-email": 'People are no longer told by the channel "email".'},
                id="channel",
            ),
            pytest.param(
                terms("ftc", "caloppa"),
                terms("caloppa"),
                {
                    "profile-ftc": 'The statement no longer names the profile "ftc" '
                    "(FTC Act section 5, and COPPA)."
                },
                id="profile",
            ),
            pytest.param(
                terms(promise=POST_30),
                terms(promise=POST_1),
                {
                    "promised-days": "The text promised notice 30 days before a "
                    "change, and now promises it 1 day before one."
                },
                id="days",
            ),
            pytest.param(
                terms(promise=EMAIL),
                terms(promise=POST),
                {
                    "promised-days": "The text promised notice before a change, and "
                    "now promises it at no set time before one.",
                    "promised-email": "The text no longer promises notice by the "
                    'channel "email".',
                },
                id="email",
            ),
            pytest.param(
                terms(promise=EMAIL),
                terms(),
                {
                    "promised-notice": "The text promised that people are told of "
                    "changes, and no longer does."
                },
                id="notice",
            ),
            pytest.param(
                terms(promise=ASK),
                terms(),
                {
                    "promised-consent": "The text promised to ask for consent before a "
                    "change reaches data already collected, and no longer does."
                },
                id="consent",
            ),
        ],
    )
    def test_reasons(self, old: Terms, new: Terms, expected: dict[str, str]) -> None:
        """
        Each says what people are owed no longer; the other way round nothing is said.
        """
        assert expected == {one.subject: one.reason for one in loosened(old, new)}
        assert () == loosened(new, old)
        assert () == loosened(old, old)
