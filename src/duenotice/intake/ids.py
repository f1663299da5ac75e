"""Ids of sections, made of their titles."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 36


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SMALL = _set(
    "a an the of and or to for in on at by with from your our you we us about el la "
    "los las un una de del y o a en con por para su sus nuestro nuestra al"
)
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d"}
)


def section_ids(titles: Iterable[str]) -> list[str]:
    """Give each title an id of its own.

    >>> section_ids(["Web logs", "Web logs", "Use of the Site"])
    ['web-logs', 'web-logs-2', 'use-site']
    """
    found: list[str] = []
    taken: set[str] = set()
    for place, title in enumerate(titles, start=1):
        stem = slug(title) or f"section-{place}"
        one, serial = stem, 1
        while one in taken:
            serial += 1
            one = f"{stem}-{serial}"
        taken.add(one)
        found.append(one)
    return found


def slug(title: str) -> str:
    """Give a title as an id; nothing where none of its letters is in a to z.

    Small words are left out where others are left.

    >>> slug("Emails, voice messages, and SMS text messaging")
    'emails-voice-messages-sms-text'
    >>> slug("Política de privacidad"), slug("24 hours"), slug("隱私")
    ('politica-privacidad', 'section-24-hours', '')
    """
    apart = unicodedata.normalize("NFKD", title.lower().translate(_LETTERS))
    plain = re.sub(r"['’]", "", apart.encode("ascii", "ignore").decode())
    words = re.findall(r"[a-z0-9]+", plain)
    large = [word for word in words if word not in _SMALL]
    name = _shortened(large or words)
    return f"section-{name}" if name[:1].isdigit() else name


def _shortened(words: list[str]) -> str:
    """Join as many words as fit, and part of the first if it doesn't."""
    name = ""
    for word in words:
        longer = f"{name}-{word}" if name else word[:_LONGEST]
        if len(longer) > _LONGEST:
            break
        name = longer
    return name
