"""What tells one member from all others, however it is written in a file."""

from __future__ import annotations

import hashlib
import re

from duenotice.mailing.members.personal_text import shown_text

_UNSEEN = re.compile("[\u180b-\u180f\u200c\u200d\ufe00-\ufe0f]")
"""Marks between letters that a name may have, and that no id is told apart by."""


def readable_id(written: str) -> str:
    r"""Give an id in the one form by which it is compared; nothing if it can't be read.

    >>> readable_id(" M-1 "), readable_id("M\x001")
    ('M-1', '')
    """
    try:
        return "" if _UNSEEN.search(written) else shown_text(written)
    except ValueError:
        return ""


def id_number(member_id: str) -> int:
    """Give a number that looks random and is the same for an id on every day.

    >>> id_number("M-1") % 100
    53
    """
    digest = hashlib.sha256(member_id.encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:8], "big")
