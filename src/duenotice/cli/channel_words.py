"""How reports name the channels, count messages by them, and tell proof from word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.mailing.canonical import short_digest

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORDS = {
    "email": "e-mail",
    "letter": "letter",
    "sms": "text message",
    "app": "app",
    "site": "site",
    "banner": "banner",
}
"""In the order in which they are told."""


def channel_word(channel: str) -> str:
    """Name a channel in words."""
    return _WORDS.get(channel, channel)


def by_channel(counts: Mapping[str, int]) -> str:
    """Count messages in words, always in the same order of channels.

    >>> by_channel({"letter": 678, "email": 12345, "app": 90})
    'e-mail 12,345, letter 678 and app 90'
    """
    names = dict.fromkeys([*(one for one in _WORDS if one in counts), *counts])
    told = [f"{channel_word(name)} {counts[name]:,}" for name in names]
    *first, last = told
    return f"{', '.join(first)} and {last}" if first else last


def proof_words(proof: str | None) -> str:
    """Say what stands for it that messages went out.

    >>> proof_words("sha256:0123456789abcdef")
    'proven by run 0123456789ab'
    """
    if not proof:
        return "by word"
    return f"proven by run {short_digest(proof)}"
