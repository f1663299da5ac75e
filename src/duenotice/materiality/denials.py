"""Denials: how often a sentence says no, where two words may be one "no"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duenotice.materiality.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

_BARE = {
    "en": {"not", "never", "no", "neither", "without", "nobodi", "none", "nothing"},
    "es": {"no", "sin"},
}
_AGREEING = {"es": {"nunc", "jam", "jamas", "tampoc", "nadi", "nad", "ningun", "ni"}}
"""Stems that say no by themselves, and only agree with a "no" before them."""


_DENIED = re.compile(
    r"\b(?:not|never|no|cannot|nunca|jamás|tampoco|ning[uú]n\w*)\b|n['\u2019]t\b",
    re.IGNORECASE,
)

_OVER = re.compile(
    r"\b(?:we|it|they) (?:(?:have|has|had) )?(?:previously|formerly|once) \w+ed\b|"
    r"\b(?:previously|formerly),? (?:we|it|they)\b|\b(?:we|it|they) used to\b|"
    r"\b(?:antes|anteriormente),? (?:\w+ ){0,2}\w+(?:ábamos|íamos)\b|"
    r"\bhemos dejado de\b",
    re.IGNORECASE,
)
"""It was done, and is done no longer."""

_REMOVED = re.compile(
    r"\b(?:(?:was|were|has been|have been) (?:removed|deleted|dropped|withdrawn|"
    r"discontinued)|(?:se (?:han|ha)|ha sido|han sido|fue|fueron) (?:eliminad|suprimid|"
    r"retirad)[oa]s?)\b",
    re.IGNORECASE,
)
_SOMETIMES = re.compile(
    r"\b(?:when|after|if|once|until|that|which|who|cuando|si|tras|que)\b",
    re.IGNORECASE,
)


def is_denied(lead_in: str) -> bool:
    """Tell whether what follows a lead-in is no practice, in any language known.

    It is denied, or over: done before, or removed.

    >>> is_denied("We never collect:"), is_denied("We collect:")
    (True, False)
    >>> is_denied("We previously collected:"), is_denied("These were removed:")
    (True, True)
    """
    if _DENIED.search(lead_in) or _OVER.search(lead_in):
        return True
    return any(map(_is_removed, lead_in.splitlines()))


def _is_removed(line: str) -> bool:
    """Tell whether what follows is no practice any more, whatever happens."""
    return bool(_REMOVED.search(line)) and not _SOMETIMES.search(line)


def denial_stems(language: str) -> set[str]:
    """Give the stems of all words that deny."""
    return _BARE.get(language, _BARE["en"]) | _AGREEING.get(language, set())


def denials_in(sentence: str, language: str) -> int:
    """Count the denials of a sentence.

    >>> denials_in("No compartimos nunca su dirección.", "es")
    1
    >>> denials_in("Nunca compartimos su dirección.", "es")
    1
    >>> denials_in("We do not share it without consent.", "en")
    2
    """
    return _count((word.stem for word in words_of(sentence, language)), language)


def _count(stems: Iterable[str], language: str) -> int:
    bare = _BARE.get(language, _BARE["en"])
    agreeing = _AGREEING.get(language, set())
    count = 0
    for stem in stems:
        if stem in bare or (stem in agreeing and not count):
            count += 1
    return count
