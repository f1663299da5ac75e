"""How many segments a text message takes, as telephone networks count them.

GSM 03.38 has 128 signs, and ten more that count twice. One sign beyond them, and the
whole message is sent as UCS-2, in which a segment holds less than half as much.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENDED = frozenset("\f^{}\\[~]|€")


class Encoding(enum.StrEnum):
    """What a text message is sent in."""

    GSM = "GSM-7"
    UCS2 = "UCS-2"


_ROOM = {Encoding.GSM: (160, 153), Encoding.UCS2: (70, 67)}
"""Of a message alone, and of each segment of a longer one, which says its place."""


@dataclass(frozen=True, slots=True)
class Segments:
    """What a text message takes."""

    encoding: Encoding
    count: int


def segments(text: str) -> Segments:
    """Count the segments of a text message; a sign is never cut in two.

    >>> segments("Hello")
    Segments(encoding=<Encoding.GSM: 'GSM-7'>, count=1)
    >>> segments("x" * 161).count, segments("你" * 71).count
    (2, 2)
    """
    is_gsm = all(one in _BASIC or one in _EXTENDED for one in text)
    encoding = Encoding.GSM if is_gsm else Encoding.UCS2
    alone, room = _ROOM[encoding]
    sizes = [_size(one, encoding) for one in text]
    if sum(sizes) <= alone:
        return Segments(encoding, 1)
    count, left = 1, room
    for size in sizes:
        if size > left:
            count, left = count + 1, room
        left -= size
    return Segments(encoding, count)


def _size(character: str, encoding: Encoding) -> int:
    if encoding is Encoding.GSM:
        return 2 if character in _EXTENDED else 1
    return 2 if ord(character) > 0xFFFF else 1  # noqa: PLR2004 - what UCS-2 can count to
