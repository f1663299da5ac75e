"""The headers of an e-mail, as RFC 5322 and RFC 2047 have them."""

from __future__ import annotations

import base64
import re
from datetime import UTC
from datetime import datetime
from datetime import time
from email.utils import format_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from duenotice.mailing.kit import Kit

VERSION_HEADER = "X-Notice-Version"
REFERENCE_HEADER = "X-Notice-Reference"

_NOON = time(12, tzinfo=UTC)
_PLAIN = re.compile(r"[\x20-\x7e]*")
_QUOTED = re.compile(r'(["\\])')
_MOST_PLAIN = 60
"""Characters of a header that is written as it is, on one line."""

_MOST_BYTES = 39
"""Of one encoded word: with its frame and the header's name it fits into a line."""


def mail_date(day: date) -> str:
    """Give a day as the moment that a message is of: noon, UTC.

    >>> from datetime import date
    >>> mail_date(date(2026, 11, 24))
    'Tue, 24 Nov 2026 12:00:00 +0000'
    """
    return format_datetime(datetime.combine(day, _NOON))


def header_text(text: str) -> str:
    """Give words of a header: as they are, or encoded, folded where they are long.

    >>> header_text("Ana Müller")
    '=?utf-8?b?QW5hIE3DvGxsZXI=?='
    """
    is_plain = _PLAIN.fullmatch(text) and len(text) <= _MOST_PLAIN and "=?" not in text
    return text if is_plain and text == text.strip() else _encoded(text)


def mailbox(name: str, address: str) -> str:
    r"""Give a name with an address.

    >>> mailbox('Ana "A." Lee', "ana@example.org")
    '"Ana \\"A.\\" Lee" <ana@example.org>'
    """
    if not name:
        return address
    words = header_text(name)
    quoted = _QUOTED.sub(r"\\\1", name)
    shown = f'"{quoted}"' if words == name else words
    gap = "\r\n " if len(shown) + len(address) > _MOST_PLAIN else " "
    return f"{shown}{gap}<{address}>"


def shared_headers(kit: Kit, locale: str) -> dict[str, str]:
    """Give the headers that say of a message what it is, for all its readers."""
    return {
        "Content-Language": locale,
        "Auto-Submitted": "auto-generated",
        VERSION_HEADER: f"{kit.statement}/{kit.version}",
    }


def message_id_end(kit: Kit) -> str:
    """Give what follows the key in a message's id: the sender's own host."""
    return f"@{kit.sender.email.rpartition('@')[2]}"


def _encoded(text: str) -> str:
    words, word = [], b""
    for character in text:
        encoded = character.encode()
        if len(word) + len(encoded) > _MOST_BYTES:
            words.append(word)
            word = b""
        word += encoded
    parts = (base64.b64encode(one).decode() for one in (*words, word))
    return "\r\n ".join(f"=?utf-8?b?{part}?=" for part in parts)
