"""Which texts are written from right to left."""

from __future__ import annotations

import unicodedata


def is_leftward(text: str) -> bool:
    """Tell whether any of it is written from right to left."""
    return not text.isascii() and any(
        unicodedata.bidirectional(character) in {"R", "AL"} for character in text
    )


def begins_leftward(text: str) -> bool:
    """Tell whether its first letter is, which gives a line its direction."""
    if text.isascii():
        return False
    found = map(unicodedata.bidirectional, text)
    return next((one for one in found if one in {"L", "R", "AL"}), "L") != "L"
