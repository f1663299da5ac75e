"""Which lines of a plain text look like headings, judged by the line alone."""

from __future__ import annotations

import enum
import re

from duenotice.intake.numbering import has_letter
from duenotice.intake.numbering import is_deeper_number
from duenotice.intake.numbering import typed_number

_LONGEST = 120
_MOST_WORDS = 14
_LEAST_LETTERS = 3
_QUESTION_WORDS = 24
"""A question may be longer, and is a heading still."""

_DATE = re.compile(
    r"(?:\d{1,2}\.?\s+(?:de\s+)?)?[^\W\d_]{3,10}\.?\s+(?:de\s+)?(?:\d{1,2},?\s+)?\d{4}"
)
_ENDS = (".", ",", ";", ":", "…")
_ADDRESS = re.compile(r"@|https?://|www\.", re.IGNORECASE)
_TITLE = re.compile(
    r"\b(?:privacy|policy|statement|notice|terms|disclosure|data protection|"
    r"privacidad|política|aviso|declaración|términos|datenschutz\w*|confidentialité)\b",
    re.IGNORECASE,
)


class HeadingKind(enum.Enum):
    """What makes a line look like a heading."""

    NUMBERED = enum.auto()
    """It begins with a number: `1.`, `Section 1:`, `I.`"""

    DEEPER = enum.auto()
    """It begins with a number such as 1.2."""

    CAPITALS = enum.auto()
    """All its letters are capitals."""

    LETTERED = enum.auto()
    """It begins with a letter such as a. or (b)."""

    SHORT = enum.auto()
    """It is short, begins with a capital and has no full stop."""


def heading_kind(text: str) -> HeadingKind | None:
    """Tell what makes a line look like a heading; nothing where it looks like prose.

    >>> heading_kind("2. Web logs").name, heading_kind("WEB LOGS").name
    ('NUMBERED', 'CAPITALS')
    >>> heading_kind("We keep logs.")
    """
    if _is_no_heading(text):
        return None
    if is_deeper_number(text):
        return None if text.endswith(_ENDS) else HeadingKind.DEEPER
    number = typed_number(text)
    if number is not None:
        return None if number.rest.endswith((";", ",")) else HeadingKind.NUMBERED
    if _is_in_capitals(text):
        return None if text.endswith((".", ",", ";")) else HeadingKind.CAPITALS
    if text.endswith(_ENDS):
        return None
    if has_letter(text):
        return HeadingKind.LETTERED
    return HeadingKind.SHORT if _begins_large(text) else None


def _is_no_heading(text: str) -> bool:
    most = _QUESTION_WORDS if text.endswith("?") else _MOST_WORDS
    return (
        len(text) > _LONGEST
        or len(text.split()) > most
        or _ADDRESS.search(text) is not None
        or _DATE.fullmatch(text) is not None
        or not any(sign.isalpha() for sign in text)
    )


def looks_like_title(text: str) -> bool:
    """Tell whether words are such as statements have in their titles."""
    return _TITLE.search(text) is not None


def _is_in_capitals(text: str) -> bool:
    letters = [sign for sign in text if sign.isalpha()]
    has_cases = any(sign.upper() != sign.lower() for sign in letters)
    return has_cases and len(letters) >= _LEAST_LETTERS and text == text.upper()


def _begins_large(text: str) -> bool:
    """Tell whether the first letter or digit is no small letter."""
    first = next((sign for sign in text if sign.isalnum()), "")
    return first != "" and not first.islower() and text[0] not in "([{-"
