"""Colours in the styles of a message, as far as they are plainly written."""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING

import tinycss2
from tinycss2 import color3

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator

    from tinycss2.ast import Node

Colour = tuple[float, float, float, float]
"""Red, green, blue and how much it covers, each up to 1."""

UNKNOWN: Colour = (nan, nan, nan, nan)
"""It can't be told, so that nothing stands out from it."""

_NO_COLOURS = frozenset({"calc", "image-set", "url"})
"""What may stand beside a colour, and has none."""


def ink_in(value: str) -> Colour | None:
    """Read the colour of letters; nothing where it is the one around.

    >>> ink_in("#fff")
    (1.0, 1.0, 1.0, 1.0)
    >>> ink_in("var(--ink)")
    (nan, nan, nan, nan)
    """
    if value in {"", "currentcolor", "inherit", "revert", "revert-layer", "unset"}:
        return None
    if value == "initial":
        return 0.0, 0.0, 0.0, 1.0
    found = color3.parse_color(value)
    return tuple(found) if isinstance(found, color3.RGBA) else UNKNOWN


def papers_in(value: str) -> tuple[Colour, ...]:
    """Find the colours of a background, also those of a gradient.

    >>> papers_in("#fff url(x.png)")
    ((1.0, 1.0, 1.0, 1.0),)
    """
    return tuple(_papers(tinycss2.parse_component_value_list(value)))


def _papers(nodes: Iterable[Node]) -> Iterator[Colour]:
    for node in nodes:
        found = color3.parse_color(node)
        if isinstance(found, color3.RGBA):
            yield tuple(found)
        elif found is not None:
            yield UNKNOWN  # the colour of the letters themselves
        elif node.type == "function" and node.lower_name.endswith("gradient"):
            yield from _papers(node.arguments)
        elif node.type == "function" and node.lower_name not in _NO_COLOURS:
            yield UNKNOWN
