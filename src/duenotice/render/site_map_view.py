"""What the template of the site map may use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePageView:
    """One page of the site."""

    url: str
    changed_on: date | None
    """Nothing where no record says it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteMapView:
    """The pages that search engines should know."""

    pages: tuple[SitePageView, ...]
