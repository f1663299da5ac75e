"""What a theme puts on every page: name and logo at the head, lines at the foot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duenotice.render.views import LinkView


@dataclass(frozen=True, slots=True, kw_only=True)
class LogoView:
    """The picture at the head of a page."""

    href: str
    dark_href: str = ""
    """Another one for dark pages; empty where there is none."""

    holds_name: bool = False
    """The name can be read in it, and isn't set beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BrandView:
    """What an organisation's theme puts on a page."""

    home_href: str = ""
    """The organisation's own website; empty where nobody says."""

    logo: LogoView | None = None
    footer: tuple[LinkView, ...] = ()
    """Lines at the foot; one without an address is no link."""

    has_fonts: bool = False
    """Fonts are loaded from the site."""
