"""The shipped colours of the site, and which of them words are read in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.model.colour import Colour
from duenotice.model.theme import Scheme

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping

ENOUGH = 4.5
"""The contrast of words with their ground that WCAG 2 asks for, level AA."""

SETTABLE = {
    "paper": "the ground of the page",
    "ink": "the words",
    "quiet": "what is said beside them",
    "line": "thin lines",
    "accent": "links, and the bar at the top",
    "visited": "links that were followed",
    "tint": "the ground of what is set apart",
}
"""The colours that a theme may set, and what each is for."""

_SHIPPED = {
    Scheme.LIGHT: {
        "paper": "#fcfbf7",
        "ink": "#22272b",
        "quiet": "#5a6167",
        "line": "#dbd7cc",
        "accent": "#23595a",
        "visited": "#5c4676",
        "tint": "#eff2ec",
        "mark": "#f5e6b4",
        "soon-tint": "#faf3df",
        "past-tint": "#f9ece6",
        "new": "#0f5132",
        "new-tint": "#e0f1e4",
        "gone": "#8a1c1c",
        "gone-tint": "#f9e4e1",
        "moved": "#3d4f86",
        "moved-tint": "#e8ebf7",
    },
    Scheme.DARK: {
        "paper": "#171a1b",
        "ink": "#e3e1da",
        "quiet": "#a4a9a8",
        "line": "#373c3c",
        "accent": "#93c9bf",
        "visited": "#c3b1dd",
        "tint": "#212726",
        "mark": "#4d4218",
        "soon-tint": "#28241a",
        "past-tint": "#2b211d",
        "new": "#9fd8af",
        "new-tint": "#1c3125",
        "gone": "#f0a6a0",
        "gone-tint": "#3a1f1e",
        "moved": "#b3c0ee",
        "moved-tint": "#232840",
    },
}

_READ = (
    ("ink", "paper"),
    ("ink", "tint"),
    ("ink", "mark"),
    ("ink", "soon-tint"),
    ("ink", "past-tint"),
    ("ink", "new-tint"),
    ("ink", "gone-tint"),
    ("ink", "moved-tint"),
    ("quiet", "paper"),
    ("quiet", "tint"),
    ("accent", "paper"),
    ("accent", "tint"),
    ("accent", "mark"),
    ("accent", "soon-tint"),
    ("accent", "past-tint"),
    ("visited", "paper"),
    ("new", "paper"),
    ("gone", "paper"),
    ("moved", "paper"),
)
"""Words and their grounds, as the style sheet has them together."""


def shipped_colours(scheme: Scheme) -> dict[str, Colour]:
    """Give the colours that the style sheet has without a theme."""
    return {name: Colour.parse(text) for name, text in _SHIPPED[scheme].items()}


def read_pairs(changed: Mapping[str, Colour]) -> Iterator[tuple[str, str]]:
    """Give the pairs of words and ground in which a theme changes something."""
    return (pair for pair in _READ if not changed.keys().isdisjoint(pair))
