"""Headings: whether one says by itself what is done with data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duenotice.materiality.words import words_of

if TYPE_CHECKING:
    from duenotice.materiality.lexicon import Concept
    from duenotice.materiality.lexicon import Lexicon

_THINGS = {"data", "sensitive", "recipient", "purpose", "tracking"}
_SPENDING = {("practice", "share"), ("sale", "sale")}
_SPARING = {("retention", "delete"), ("safeguard", "encryption")}
_KEEPING = {("practice", "keep"), ("retention", "keep")}
_SIDES = (_SPENDING, _SPARING, _KEEPING)
"""What can be done with data, each the opposite of the others."""

_SENTENCE = re.compile(
    r"\W*(?:\d+[.)]\s*)?(?:we|our \w+|they|nosotros|(?:(?:no|nunca) )?\w+[aei]mos)\b",
    re.IGNORECASE,
)
"""A heading that says who does it: "We sell", and not "What we sell"."""


def is_practice(heading: str, lexicon: Lexicon) -> bool:
    """Tell whether a heading is a sentence that says what is done with data."""
    if not _SENTENCE.match(heading):
        return False
    named = _named(heading, lexicon)
    return bool(named & (_SPENDING | _KEEPING)) and any(
        one.kind in _THINGS for one in named
    )


def turns(old: str, new: str, lexicon: Lexicon) -> bool:
    """Tell whether one heading speaks of the opposite of what the other speaks of.

    "Data we delete" and "Data we publish" do; where one of them speaks of both, or of
    neither, none is the opposite.
    """
    was, now = _sides(old, lexicon), _sides(new, lexicon)
    return len(was) == 1 == len(now) and was != now


def _sides(heading: str, lexicon: Lexicon) -> set[int]:
    named = _named(heading, lexicon)
    return {place for place, side in enumerate(_SIDES) if named & side}


def _named(heading: str, lexicon: Lexicon) -> set[Concept]:
    words = words_of(heading, lexicon.language)
    return {one.concept for one in lexicon.mentions(words)}
