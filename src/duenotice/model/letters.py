"""Letters: what makes a name or a reason more than a mark that nobody can read."""

from __future__ import annotations

import unicodedata

_FILLERS = frozenset("\u115f\u1160\u3164\uffa0")
"""Letters by their class that leave the page blank."""

_FEWEST = 2


def has_letter(text: str) -> bool:
    """Tell whether a text holds a letter of any script that can be seen."""
    return _letters(text) > 0


def is_readable(text: str) -> bool:
    """Tell whether a text holds enough letters to be a name or a reason.

    >>> [is_readable(one) for one in ("Ana Editor", "李娜", "-", "X.")]
    [True, True, False, False]
    """
    return _letters(text) >= _FEWEST


def _letters(text: str) -> int:
    plain = unicodedata.normalize("NFC", text)
    return sum(one.isalpha() and one not in _FILLERS for one in plain)
