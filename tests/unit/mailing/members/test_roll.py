from __future__ import annotations

from duenotice.mailing.members.membership import Membership
from duenotice.mailing.members.roll import call_roll
from duenotice.mailing.members.row import Row
from member_files import OFFER
from member_files import mailing_settings

TEXT = """\
sender: {name: Fernhill Library}
columns: {id: id, email: email}
channels: [email]
"""
GOOD, BAD = "a@fernhill.example", "?"


def call(*given: tuple[str, str], listed: tuple[str, ...] = ()) -> list[str]:
    """Say what becomes of rows of an id and an address."""
    membership = Membership(mailing_settings(TEXT), ("id", "email"), OFFER)
    rows = [Row(number, fields) for number, fields in enumerate(given, 1)]
    outcomes = call_roll(rows, membership, frozenset(listed))
    return [getattr(one, "code", "made") for one in outcomes]


class TestCallRoll:
    """`call_roll`."""

    def test_duplicates(self) -> None:
        """
        Who stands there twice is told once, however the id is written.
        """
        assert ["made", "duplicate", "made"] == call(
            ("Zoë", GOOD), (" Zoe\u0308 ", GOOD), ("zoë", GOOD)
        )

    def test_good_after_bad(self) -> None:
        """
        The first good row of a member counts.
        """
        assert ["email-invalid", "made", "duplicate", "email-invalid"] == call(
            ("1", BAD), ("1", GOOD), ("1", GOOD), ("1", BAD)
        )

    def test_differs(self) -> None:
        """
        What another row of a member says is not dropped: somebody looks at it.
        """
        assert ["made", "duplicate-differs", "duplicate"] == call(
            ("1", GOOD), ("1", f"b{GOOD}"), ("1", GOOD)
        )

    def test_listed(self) -> None:
        """
        Who is listed gets nothing, and no row of theirs needs mending.
        """
        assert ["listed", "listed", "made"] == call(
            ("1", GOOD), ("1", BAD), ("2", GOOD), listed=("1", "")
        )

    def test_no_id(self) -> None:
        """
        Rows without an id are no duplicates of each other.
        """
        assert ["no-id", "no-id"] == call(("", GOOD), ("", GOOD))
