"""Who of a parcel's rows is told: each member once, and nobody who is listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.mailing.member import Member
from duenotice.mailing.member import Suppression

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
    seen: set[str] = set()
    for row in rows:
        outcome = membership.read(row)
        if outcome.id in listed:
            yield Suppression(row=outcome.row, id=outcome.id, code="listed")
        elif not isinstance(outcome, Member):
            yield outcome
        elif outcome.id in seen:
            yield Suppression(row=outcome.row, id=outcome.id, code="duplicate")
        else:
            seen.add(outcome.id)
            yield outcome
