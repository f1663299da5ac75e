"""The levels of a plain text's headings: which begin sections, and which are inside.

Numbered headings that run through the text begin sections, and unnumbered ones
between them don't; headings in capitals begin sections where the first heading is one;
otherwise every heading does, but for those that are lettered or have numbers such as
1.2.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from duenotice.intake.heading_kinds import HeadingKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping

TITLE, SECTION, INNER, DEEPEST = 1, 2, 3, 4

_BELOW = frozenset({HeadingKind.DEEPER, HeadingKind.LETTERED})
"""Kinds that are inside of a section where there are others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundHeading:
    """What the levels depend on."""

    kind: HeadingKind
    value: int = 0
    """Its number."""

    dots: int = 0
    """How many points are in a number such as 1.2.3."""


def heading_levels(
    headings: Mapping[int, FoundHeading], title: int | None
) -> dict[int, int]:
    """Give the level of each heading by its place."""
    others = {at: one for at, one in headings.items() if at != title}
    tops = set(_tops(others))
    levels = {} if title is None else {title: TITLE}
    for at, one in others.items():
        if at in tops:
            levels[at] = SECTION
        else:
            levels[at] = DEEPEST if one.dots > 1 else INNER
    return levels


def doubtful_section(
    headings: Mapping[int, FoundHeading], levels: Mapping[int, int]
) -> int | None:
    """Find the heading after the last numbered one, where others are inside sections.

    It may begin a section, or be inside the last one: nothing tells.
    """
    sections = {at: one for at, one in headings.items() if levels[at] == SECTION}
    numbered = [at for at, one in sections.items() if one.kind is HeadingKind.NUMBERED]
    is_mixed = any(
        level == INNER and headings[at].kind is HeadingKind.SHORT
        for at, level in levels.items()
    )
    if not numbered or not is_mixed:
        return None
    return min((at for at in sections if at > numbered[-1]), default=None)


def _tops(headings: Mapping[int, FoundHeading]) -> Iterator[int]:
    """Give the places of the headings that begin sections."""
    plain = {at: one for at, one in headings.items() if one.kind not in _BELOW}
    if not plain:
        yield from headings
        return
    numbered = _of_kind(plain, HeadingKind.NUMBERED)
    capitals = _of_kind(plain, HeadingKind.CAPITALS)
    values = [plain[at].value for at in numbered]
    restarts = any(later <= earlier for earlier, later in pairwise(values))
    if len(numbered) > 1 and not (restarts and len(capitals) > 1):
        inside = range(numbered[0], numbered[-1])
        yield from (
            at
            for at, one in plain.items()
            if at not in inside or one.kind is not HeadingKind.SHORT
        )
    elif len(capitals) > 1 and min(plain) == capitals[0]:
        yield from capitals
    else:
        yield from plain


def _of_kind(headings: Mapping[int, FoundHeading], kind: HeadingKind) -> list[int]:
    return sorted(at for at, one in headings.items() if one.kind is kind)
