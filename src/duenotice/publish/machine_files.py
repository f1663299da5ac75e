"""From a planned file that machines read, or the banner's page, to its bytes."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice.model.content import plain_text
from duenotice.model.content import walk_lines
from duenotice.publish.json_text import json_bytes
from duenotice.render.banner import banner_data
from duenotice.render.banner import banners_data
from duenotice.render.banner import data_address
from duenotice.render.banner import script_integrity
from duenotice.render.banner_views import BannerDataView
from duenotice.render.banner_views import BannerPageView
from duenotice.render.banner_views import SiteBannersView
from duenotice.render.calendar import calendar_bytes
from duenotice.render.content_html import blocks_html
from duenotice.render.feed_views import CalendarView
from duenotice.render.feed_views import FeedView
from duenotice.render.site_map_view import SiteMapView

if TYPE_CHECKING:
    from collections.abc import Mapping

    from duenotice.model.statement import PlacedSection
    from duenotice.publish.plan import PlannedFile
    from duenotice.publish.plan import TextChoice
    from duenotice.render.environment import Templates
    from duenotice.store.archive import Archive

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Signs that XML can't hold, not even escaped."""


class MachineFiles:
    """Makes feeds, calendars, data and banners."""

    def __init__(self, archives: Mapping[str, Archive], templates: Templates) -> None:
        """Take the archives by statement id."""
        self.archives = archives
        self.templates = templates

    def render(self, file: PlannedFile) -> bytes:
        """Give the bytes of a file."""
        match file.view:
            case FeedView():
                return self._xml(file, "site/feed.xml")
            case SiteMapView():
                return self._xml(file, "site/sitemap.xml")
            case CalendarView():
                return calendar_bytes(file.view, self.templates)
            case BannerDataView():
                return json_bytes(banner_data(file.view, self.templates))
            case SiteBannersView():
                return json_bytes(banners_data(file.view, self.templates))
            case BannerPageView():
                return self._banner_page(file.view, file.locale)
            case dict():
                return json_bytes({**file.view, **self._text(file.text)})
            case _:
                message = f"{file.path} has no view that machines read"
                raise TypeError(message)

    def _xml(self, file: PlannedFile, template: str) -> bytes:
        text = self.templates.render(template, file.view, file.locale)
        return _NO_XML.sub("\ufffd", text).encode()

    def _banner_page(self, view: BannerPageView, locale: str) -> bytes:
        page = replace(
            view,
            example_href=data_address(view.example, self.templates),
            integrity=script_integrity(self.templates),
        )
        return self.templates.render("site/banner.html", page, locale).encode()

    def _text(self, choice: TextChoice | None) -> dict[str, object]:
        """Give a version's text as data; nothing of what holds no text."""
        if choice is None or choice.version is None:
            return {}
        version = self.archives[choice.statement_id].versions[choice.version]
        hashes = {
            (locale, one.id): one.sha256
            for locale, locked in version.record.lock.locales.items()
            for one in locked
        }
        sections = [
            {**_section(placed), "sha256": hashes[placed.locale, placed.section.id]}
            for placed in version.text(choice.locale).sections
        ]
        return {"sections": sections}


def _section(placed: PlacedSection) -> dict[str, object]:
    section = placed.section
    return {
        "id": section.id,
        "number": placed.number,
        "title": section.title,
        "locale": placed.locale,
        "revised": None if section.version is None else str(section.version),
        "behind": placed.is_behind,
        "html": str(blocks_html(section.blocks)),
        "text": [plain_text(line.inlines) for line in walk_lines(section.blocks)],
    }
