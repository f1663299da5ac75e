"""Rows that can't be taken apart, or whose fields are no text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duenotice.mailing.members.rejection_reasons import Code

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duenotice.mailing.members.row import Record

LONGEST_FIELD = 1 << 16
_SHOWN = 1_000
"""How much of a row that is too long is kept, to be found again."""

LONE = re.compile("[\ud800-\udfff]")
"""Half of a character: what bytes that are no UTF-8 are read as."""

_NO_TEXT = re.compile(rf"\0|{LONE.pattern}")


def fault_of(text: str, fields: Sequence[str]) -> str:
    """Give the code of what is wrong with a row whose text is all its fields."""
    if text.isprintable() and len(text) <= LONGEST_FIELD:
        return ""  # what most rows are, told by one look
    if len(text) > LONGEST_FIELD and max(map(len, fields)) > LONGEST_FIELD:
        return Code.ROW_TOO_LONG
    if "\0" in text:
        return Code.ROW_NUL
    return Code.ROW_ENCODING if LONE.search(text) else ""


def broken(text: str, fault: str) -> Record:
    """Give a row as a whole, with � for what is no text: to be found and mended."""
    if len(text) > LONGEST_FIELD:
        text = f"{text[:_SHOWN]}…"
    return (_NO_TEXT.sub("\ufffd", text),), fault
