"""How much of a text changed, as one number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from duenotice.compare.elements import PlacedParts

if TYPE_CHECKING:
    from duenotice.compare.document import Document


def changed_share(old: Document, new: Document) -> float:
    """Give the share of words that only one text has, or has at another place.

    It is 0 where both say the same, and 1 where no word is in both. Headings count,
    typography doesn't.
    """
    return Indel.normalized_distance(_keys(old), _keys(new))


def _keys(document: Document) -> tuple[str, ...]:
    placed = PlacedParts(document)
    return tuple(
        key
        for place in range(len(document.parts))
        for element in placed.elements(place)
        for key in element.keys
    )
