"""Members as they should not be: one row for each thing that can be wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING
from typing import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Flaw(NamedTuple):
    """What is put into one column of a good row."""

    column: str
    value: str
    channel: str = ""
    """The channel without which nobody looks at the column."""


FLAWS = (
    Flaw("member_id", ""),
    Flaw("member_id", "M" * 201),
    Flaw("member_id", "M-1\x07"),
    Flaw("full_name", "Ana\r\nBcc: all@quailbrook.example"),
    Flaw("full_name", "Ana \u202eeeL"),
    Flaw("full_name", "Ana\x00Lee"),
    Flaw("full_name", "Ana\u200bLee"),
    Flaw("full_name", "A\ufffda"),
    Flaw("full_name", "Ana " * 40),
    Flaw("full_name", "https://win.example/"),
    Flaw("full_name", "", "letter"),
    Flaw("channels", "email pigeon"),
    Flaw("email", "", "email"),
    Flaw("email", "ana@", "email"),
    Flaw("email", "ana lee@quailbrook.example", "email"),
    Flaw("email", "ana@quailbrook.example\nBcc: all@quailbrook.example", "email"),
    Flaw("email", "a@b.example,c@d.example", "email"),
    Flaw("mobile", "", "sms"),
    Flaw("mobile", "call me", "sms"),
    Flaw("mobile", "+12", "sms"),
    Flaw("address1", "Mill Road\x1b[31m", "letter"),
    Flaw("address1", "x" * 81, "letter"),
    Flaw("last_told", "11/24/2025"),
    Flaw("last_told", "2025-02-30"),
    Flaw("member_since", "yesterday"),
)

BROKEN = (
    b'M-b1,"Ana Lee,en,email\n',
    b"M-b2,Ana,en\n",
    b"M-b3,Ana\xff\xfeLee,en,email,a@b.example,,,,,,,,,\n",
    b"M-b4,Ana\xed\xa0\x80Lee,en,email,a@b.example,,,,,,,,,\n",
    b"M-b5,Lee, Ana,en,email,a@b.example,,,,,,,,,\n",
)
"""Rows that can't be taken apart; in a CSV file alone."""


def flaws_for(channels: Sequence[str]) -> tuple[Flaw, ...]:
    """Give what is wrong for who is told through all of these channels."""
    return tuple(one for one in FLAWS if not one.channel or one.channel in channels)
