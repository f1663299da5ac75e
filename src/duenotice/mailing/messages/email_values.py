"""What is each reader's own in an e-mail."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from duenotice.mailing.edition import GREETING
from duenotice.mailing.edition import NAME
from duenotice.mailing.edition import REFERENCE
from duenotice.mailing.keys import reference_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from duenotice.mailing.edition import Edition
    from duenotice.mailing.member import Member

HTML = "html."
TEXT = "text."
"""Before the name of a slot: the part of the message in which it stands."""


def email_values(
    member: Member, edition: Edition, key: str, encode: Callable[[str], bytes]
) -> dict[str, bytes]:
    """Give the values of both parts' slots, for HTML as text that is no markup."""
    values = {
        GREETING: edition.greet(member.name),
        NAME: member.name,
        REFERENCE: reference_of(key),
    }
    made = {}
    for name, value in values.items():
        plain = encode(value)
        html = escape(value)
        made[TEXT + name] = plain
        made[HTML + name] = plain if html == value else encode(html)
    return made
