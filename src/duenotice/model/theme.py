"""How an organisation's site looks: its name, logo, colours, fonts and footer."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from dataclasses import field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from duenotice.model.colour import Colour

THEME_FILE = "theme.yaml"
THEME_FOLDER = "theme"
"""What a theme's pictures and fonts stand in, beside its file."""

EVERYWHERE = ""
"""In place of a locale: what holds for each that has nothing of its own."""


class Scheme(enum.StrEnum):
    """For a bright room or a dark one."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class FontFile:
    """A file with one weight and style of a font, or with a range of weights."""

    family: str
    path: str
    weight: str = "400"
    """One as CSS writes it, `400`, or two, `300 700`, of a font that varies."""

    style: str = "normal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fonts:
    """The fonts, the most wanted first; empty: those that come with the program."""

    text: tuple[str, ...] = ()
    """For the words of a statement."""

    interface: tuple[str, ...] = ()
    """For what the site itself says."""

    files: tuple[FontFile, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """The picture at the head of each page."""

    path: str
    dark_path: str = ""
    """Another one for dark pages."""

    holds_name: bool = False
    """The name can be read in it, and isn't set beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FooterEntry:
    """A line at the foot of each page; it may be a link."""

    text: str
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """What a project's `theme.yaml` says."""

    name: Mapping[str, str] = field(default_factory=dict)
    """By locale, or for all of them; empty: the controller's."""

    home: str = ""
    """The organisation's own website."""

    logo: Logo | None = None
    colours: Mapping[Scheme, Mapping[str, Colour]] = field(default_factory=dict)
    fonts: Fonts = field(default_factory=Fonts)
    footer: Mapping[str, tuple[FooterEntry, ...]] = field(default_factory=dict)

    @property
    def paths(self) -> tuple[str, ...]:
        """Give the paths of the files it names, each once."""
        logo = self.logo
        pictures = () if logo is None else (logo.path, logo.dark_path)
        named = (*pictures, *(one.path for one in self.fonts.files))
        return tuple(dict.fromkeys(path for path in named if path))
