"""What the archive page may use beyond its list of versions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from duenotice.render.views import LinkView
    from duenotice.render.views import VersionView


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodView:
    """The days on which one text was in force."""

    start: date
    last: date | None
    """The last of them; nothing where no end is known."""

    page: LinkView


@dataclass(frozen=True, slots=True, kw_only=True)
class CellView:
    """What one version did to one section."""

    what: str = ""
    """`first` in the first version of all, or else the values of `SectionChangeKind`;
    empty where it did nothing."""

    percent: int = 0
    """Share of the words that it changed."""

    is_there: bool = False
    """The section is part of this version."""

    href: str = ""
    """The change in the section's history."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeView:
    """One section through all versions."""

    heading: str
    lang: str
    direction: str
    href: str
    """Its history."""

    cells: tuple[CellView, ...]
    """One for each version."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LivesView:
    """Which section changed in which version, and how much."""

    versions: tuple[VersionView, ...]
    """The oldest first."""

    lives: tuple[LifeView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkView:
    """A sign in the picture."""

    shape: str
    """`dot`, `diamond`, or `bar` for a first text."""

    x: float
    size: float
    """Half of its width."""

    is_open: bool = False
    """Only outlined: the version isn't in force yet, or never was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnLifeView:
    """A row of the picture."""

    y: float
    lines: tuple[str, ...]
    """The heading, broken to fit in."""

    lang: str
    spans: tuple[tuple[float, float], ...]
    """Where the section was there: from and to."""

    marks: tuple[MarkView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnVersionView:
    """A column of the picture."""

    x: float
    label: str
    is_in_force: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureView:
    """Sections against versions, ready to be drawn."""

    width: float
    height: float
    head: float
    """Height of what stands above the rows."""

    column: float
    """Width of a column."""

    names: float
    """Where the headings begin."""

    columns: tuple[DrawnVersionView, ...]
    rows: tuple[DrawnLifeView, ...]
