"""How reports count messages by channel."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORDS = {"email": "e-mail", "sms": "text message"}


def by_channel(counts: Mapping[str, int]) -> str:
    """Count messages in words, in the order that is given.

    >>> by_channel({"email": 12345, "letter": 678, "app": 90})
    'e-mail 12,345, letter 678 and app 90'
    """
    told = [f"{_WORDS.get(name, name)} {number:,}" for name, number in counts.items()]
    *first, last = told
    return f"{', '.join(first)} and {last}" if first else last
