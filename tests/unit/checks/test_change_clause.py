from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checked import codes
from checked import found_by
from checked import make_checked
from duenotice.checks import Asker
from duenotice.checks import ChangeClause
from duenotice.checks import Demands
from duenotice.checks.change_clause import check_change_clause

if TYPE_CHECKING:
    from duenotice.checks import CheckedStatement

ASKERS = (
    Asker(profile="caloppa", basis="§ 22575(b)(3)"),
    Asker(profile="caloppa", basis="§ 1205C(b)(4)"),
    Asker(profile="ours", basis="The members' vote of 2025."),
)
LOOK = "Please look at this page\nfrom time to time."


def saying(clause: ChangeClause, *, demanded: bool = False) -> CheckedStatement:
    """Make a statement that says this of its changes."""
    return replace(
        make_checked({"changes": f"We may change this.\n{LOOK}"}),
        change_clauses={"en": clause},
        demands=Demands(change_clause=ASKERS if demanded else ()),
    )


def test_check_back() -> None:
    """
    A text that leaves it to people to look again is named with its line.
    """
    words = " ".join(LOOK.split())
    clause = ChangeClause(is_made=False, check_back=words, section_id="changes")

    assert (
        'en/changes.md:5: warning change-check-back: "Please look at this page from '
        'time to time." is all that the text says of how people learn of changes\n'
        "  hint: Say how they are told before a change takes effect. Nobody rereads a "
        "statement on the chance that it has changed."
    ) == found_by(check_change_clause, saying(clause))


def test_none() -> None:
    """
    A text that says nothing of changes is a fault, whoever asks for it.
    """
    assert (
        "statement.yaml: warning change-clause-missing: no sentence of the text in "
        '"en" promises that people are told of changes\n'
        "  hint: Write a section that says how people are told, and how long before a "
        "change takes effect."
    ) == found_by(check_change_clause, saying(ChangeClause(is_made=False)))


def test_demanded() -> None:
    """
    The profiles that ask for it are named, with what they rest on.
    """
    subject = saying(ChangeClause(is_made=False), demanded=True)

    assert found_by(check_change_clause, subject).endswith(
        "takes effect. Asked for by the profiles "
        '"caloppa" (§ 22575(b)(3); § 1205C(b)(4)), '
        '"ours" (The members\' vote of 2025.).'
    )


def test_unreadable() -> None:
    """
    Nothing is missed while a file can't be read: it may stand there.
    """
    subject = replace(
        saying(ChangeClause(is_made=False)),
        unreadable=frozenset({("en", "contacts")}),
    )

    assert [] == codes(check_change_clause, subject)


def test_promise() -> None:
    """
    Whoever promises to tell people may ask them to look again as well.
    """
    clause = ChangeClause(is_made=True, check_back=LOOK, section_id="changes")

    assert [] == codes(check_change_clause, saying(clause, demanded=True))


def test_half_a_translation() -> None:
    """
    What half a translation lacks, the other half may have.
    """
    subject = replace(
        make_checked(
            {"lending": "Text.", "changes": "Text."}, es={"lending": "Texto."}
        ),
        change_clauses={"es": ChangeClause(is_made=False)},
        demands=Demands(change_clause=ASKERS),
    )

    assert [] == codes(check_change_clause, subject)
