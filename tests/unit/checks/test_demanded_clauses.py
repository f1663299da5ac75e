from __future__ import annotations

from dataclasses import replace

import pytest

from checked import codes
from checked import found_by
from checked import make_checked
from checked import make_in
from duenotice.checks import Asker
from duenotice.checks import Demands
from duenotice.checks.demanded_clauses import check_demanded_clauses

ASKERS = (Asker(profile="ours", basis="the vote of 2025"),)
CHILDREN = Demands(children_clause=ASKERS)
TRACKING = Demands(tracking_answer=ASKERS)


def test_children_message() -> None:
    """
    A profile that asks for a children's clause isn't content with any word of them.
    """
    subject = replace(
        make_checked({"lending": "We lend books to children."}), demands=CHILDREN
    )

    assert (
        "statement.yaml: warning children-clause-missing: the text doesn't say what "
        "holds for children, which a profile asks for\n"
        "  hint: Say whether the service is meant for children, from which age on, and "
        "what is done with data about younger ones. Asked for by the profile "
        '"ours" (the vote of 2025).'
    ) == found_by(check_demanded_clauses, subject)


def test_tracking_message() -> None:
    """
    Nor is one that asks for an answer to signals content with cookies.
    """
    subject = replace(
        make_checked({"cookies": "We don't track visitors."}), demands=TRACKING
    )

    assert (
        "statement.yaml: warning tracking-answer-missing: the text doesn't say how "
        "do-not-track signals are answered, which a profile asks for\n"
        "  hint: Say what is done when a browser sends such a signal; that it is not "
        'followed is an answer too. Asked for by the profile "ours" (the vote of '
        "2025)."
    ) == found_by(check_demanded_clauses, subject)


@pytest.mark.parametrize(
    ("locale", "demands", "text"),
    [
        ("en", CHILDREN, "We do not knowingly collect data from children."),
        ("en", CHILDREN, "Nobody under the age of 16 may join."),
        ("es", CHILDREN, "El sitio no está dirigido a menores."),
        ("en", TRACKING, "We do not answer\nDo Not Track signals."),
        ("en", TRACKING, "We honor the Global Privacy Control."),
        ("es", TRACKING, "Respetamos la señal «No rastrear»."),
        ("es", TRACKING, "Respetamos el Control Global de Privacidad (GPC)."),
    ],
)
def test_found(locale: str, demands: Demands, text: str) -> None:
    """
    Such a clause may be worded in many ways.
    """
    subject = replace(make_in(locale, {"lending": text}), demands=demands)

    assert [] == codes(check_demanded_clauses, subject)


@pytest.mark.parametrize("locale", ["en", "fr"])
def test_quiet(locale: str) -> None:
    """
    Nothing is missed where nobody asks, or where the language isn't known.
    """
    demands = Demands() if locale == "en" else CHILDREN
    subject = replace(make_in(locale, {"lending": "Text."}), demands=demands)

    assert [] == codes(check_demanded_clauses, subject)
