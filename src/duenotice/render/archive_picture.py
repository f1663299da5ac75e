"""The picture of the archive: where its signs stand.

Rows are sections, columns are versions in the order of time, which goes the way that
lines are read. Sizes are in the units of the picture, which are pixels of the page.
"""

from __future__ import annotations

import math
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING

from duenotice.render.archive_views import DrawnLifeView
from duenotice.render.archive_views import DrawnVersionView
from duenotice.render.archive_views import MarkView
from duenotice.render.archive_views import PictureView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.render.archive_views import CellView
    from duenotice.render.archive_views import LifeView
    from duenotice.render.archive_views import LivesView
    from duenotice.render.views import VersionView

_NAMES = 152.0
_COLUMN = 88.0
_ROW = 40.0
_HEAD = 34.0
_LETTERS = 22
"""Letters of a heading that fit in a line."""

_MOST_LINES = 2
_LEAST, _MOST = 4.0, 13.0
"""Half the width of the sign of a small change, and of a change of everything."""

_AS_A_DOT = math.sqrt(math.pi / 2)
"""A diamond that is wider by this has the same area."""

_BAR = 6.0
_WAS_IN_FORCE = {"in-force", "superseded"}


def draw(lives: LivesView, direction: str) -> PictureView:
    """Place everything.

    Args:
        lives: What is to be seen.
        direction: `ltr` or `rtl`: the side on which lines begin.
    """
    count = len(lives.versions)
    width = _NAMES + count * _COLUMN
    places = [_NAMES + (at + 0.5) * _COLUMN for at in range(count)]
    if direction == "rtl":
        places = [width - x for x in places]
    return PictureView(
        width=width,
        height=_HEAD + len(lives.lives) * _ROW,
        head=_HEAD,
        column=_COLUMN,
        names=width if direction == "rtl" else 0.0,
        columns=tuple(
            DrawnVersionView(x=x, label=one.label, is_in_force=one.status == "in-force")
            for x, one in zip(places, lives.versions, strict=True)
        ),
        rows=tuple(
            DrawnLifeView(
                y=_HEAD + (at + 0.5) * _ROW,
                lines=broken(life.heading),
                lang=life.lang,
                spans=tuple(_spans(life, places)),
                marks=tuple(_marks(life, lives.versions, places)),
            )
            for at, life in enumerate(lives.lives)
        ),
    )


def _spans(life: LifeView, places: list[float]) -> Iterator[tuple[float, float]]:
    """Join neighbours that both have the section; a line ends where it's removed."""
    for (one, start), (other, end) in pairwise(zip(life.cells, places, strict=True)):
        if one.is_there and (other.is_there or other.what == "removed"):
            yield start, end


def _marks(
    life: LifeView, versions: tuple[VersionView, ...], places: list[float]
) -> Iterator[MarkView]:
    for cell, version, x in zip(life.cells, versions, places, strict=True):
        if cell.what:
            yield _mark(cell, version, x)


def _mark(cell: CellView, version: VersionView, x: float) -> MarkView:
    is_open = version.status not in _WAS_IN_FORCE
    if cell.what == "first":
        return MarkView(shape="bar", x=x, size=_BAR, is_open=is_open)
    # Twice as much is twice the area.
    size = _LEAST + (_MOST - _LEAST) * math.sqrt(cell.percent / 100)
    if version.kind != "announced":
        return MarkView(shape="dot", x=x, size=round(size, 1), is_open=is_open)
    size = round(size * _AS_A_DOT, 1)
    return MarkView(shape="diamond", x=x, size=size, is_open=is_open)


def broken(heading: str) -> tuple[str, ...]:
    """Break a heading into lines that fit in, and cut off what doesn't.

    >>> broken("13. Where we keep what we know about you, and for how long")
    ('13. Where we keep what', 'we know about you, …')
    """
    lines = [""]
    for piece in _pieces(heading):
        if _width(lines[-1] + piece.rstrip()) > _LETTERS and lines[-1]:
            lines.append("")
        lines[-1] += piece
    kept = [line.strip() for line in lines[:_MOST_LINES]]
    if len(lines) > _MOST_LINES:
        kept[-1] = _left_off(kept[-1])
    return tuple(map(_shortened, kept))


def _pieces(heading: str) -> Iterator[str]:
    """Give what may stand on a line of its own: words, or letters of wide scripts."""
    word = ""
    for letter in heading:
        if _letter_width(letter) > 1:
            yield from filter(None, (word, letter))
            word = ""
        else:
            word += letter
            if letter.isspace():
                yield word
                word = ""
    yield from filter(None, (word,))


def _left_off(line: str) -> str:
    """Take words away until the sign that there are more fits in."""
    while _width(line) > _LETTERS - 2 and " " in line:
        line = line.rpartition(" ")[0]
    return f"{line} …"


def _shortened(line: str) -> str:
    """Take letters away from a word that has no room."""
    if _width(line) <= _LETTERS:
        return line
    while _width(line) > _LETTERS - 1:
        line = line[:-1]
    return f"{line}…"


def _width(text: str) -> int:
    return sum(map(_letter_width, text))


def _letter_width(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
