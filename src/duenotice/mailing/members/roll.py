"""Who of a parcel's rows is told: each member once, and nobody who is listed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice.mailing.member import Member
from duenotice.mailing.member import Suppression
from duenotice.mailing.members.rejection_reasons import Code
from duenotice.mailing.members.rejection_reasons import reject

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator

    from duenotice.mailing.member import Outcome
    from duenotice.mailing.members.membership import Membership
    from duenotice.mailing.members.row import Row


def call_roll(
    rows: Iterable[Row], membership: Membership, listed: frozenset[str]
) -> Iterator[Outcome]:
    """Give what becomes of each row, in the order of rows.

    Args:
        rows: All rows of the members in it, so that who stands twice meets.
        membership: Reads them.
        listed: The ids to which nothing is sent.
    """
    seen: dict[str, Member] = {}
    for row in rows:
        outcome = membership.read(row)
        if outcome.id in listed:
            yield Suppression(row=outcome.row, id=outcome.id, code="listed")
        elif not isinstance(outcome, Member):
            yield outcome
        elif outcome.id in seen:
            yield _again(row, outcome, seen[outcome.id])
        else:
            seen[outcome.id] = outcome
            yield outcome


def _again(row: Row, member: Member, first: Member) -> Outcome:
    """Leave out who says nothing new; what differs is for somebody to look at."""
    if replace(member, row=first.row) == first:
        return Suppression(row=row.number, id=member.id, code="duplicate")
    return reject(row, member.id, Code.DUPLICATE_DIFFERS)
