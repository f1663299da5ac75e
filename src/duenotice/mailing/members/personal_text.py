"""Text from a file of members that may be shown: seen as it is stored, on one line.

A name is shown to the person and to who opens the envelope. What can't be seen, or
makes the text around it read otherwise, is refused. Markup isn't: it is shown as text.
"""

from __future__ import annotations

import re
import unicodedata

_PLANES = range(0x10000, 0xF0000, 0x10000)
_BLANK = re.compile(r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_HIDDEN = re.compile(
    "["
    r"\x00-\x1f\x7f-\xa0\xad"  # controls, and a hyphen that isn't there
    r"\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u3164\uffa0"  # blank letters
    r"\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"  # no width, other direction
    r"\ufff9-\ufffd"  # notes between lines; what stands for a broken character
    r"\ud800-\udfff\ue000-\uf8ff"  # halves of a character; nobody knows which
    r"\ufdd0-\ufdef\ufffe\uffff"  # no characters
    r"\U000110bd\U000110cd\U00013430-\U0001345f\U0001bca0-\U0001bca3"
    r"\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
    r"\U000f0000-\U0010ffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in _PLANES)
    + "]"
    r"|[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{5}"
)
"""The last are marks piled up onto one letter until they cover the lines around it."""


def shown_text(text: str) -> str:
    """Give a text in its composed form, with plain spaces.

    Raises:
        ValueError: It holds what can't be seen, or hides something else.
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip(" ")
    plain = unicodedata.normalize("NFC", _BLANK.sub(" ", text)).strip(" ")
    if _HIDDEN.search(plain):
        raise ValueError(plain)
    return plain
