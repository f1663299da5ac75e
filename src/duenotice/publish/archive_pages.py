"""The planned page of the archive: all versions, and which section changed when."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from duenotice.publish import addresses
from duenotice.publish.addresses import relative
from duenotice.publish.change_entries import change_entry
from duenotice.publish.plan import FileKind
from duenotice.publish.plan import PlannedFile
from duenotice.publish.section_lives import lives_view
from duenotice.publish.shell import Frame
from duenotice.publish.shell import Place
from duenotice.publish.statement_site import audience_of
from duenotice.publish.statement_site import title_of
from duenotice.render import locales
from duenotice.render.archive_picture import draw
from duenotice.render.archive_views import PeriodView
from duenotice.render.views import ArchivePageView

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping

    from duenotice.publish.statement_site import StatementSite
    from duenotice.render.views import ShellView

_ONE_DAY = timedelta(days=1)


class ArchivePages:
    """Plans the archive of one statement."""

    def __init__(self, site: StatementSite, index: Mapping[str, str]) -> None:
        """Take the statement, and the first page's address by locale."""
        self.site = site
        self.index = index

    def files(self) -> Iterator[PlannedFile]:
        """Give the page in every language."""
        for locale in self.site.locales:
            yield self._page(locale)

    def _page(self, locale: str) -> PlannedFile:
        site, own = self.site, self.site.addresses(locale)
        place = Place(locale, own.archive, own)
        title = title_of(site.shown, locale)
        newest_first = tuple(reversed(site.public))
        lives = lives_view(site, place)
        view = ArchivePageView(
            shell=self._shell(place, title),
            title=title,
            statement=place.link(own.page, title),
            versions=tuple(site.version_view(one, place) for one in newest_first),
            changes=tuple(change_entry(site, one, place) for one in newest_first),
            data_href=relative(own.data, own.archive),
            periods=tuple(self._periods(place)),
            lives=lives,
            picture=draw(lives, locales.text_direction(locale)),
        )
        return PlannedFile(
            path=addresses.file_of(own.archive),
            kind=FileKind.ARCHIVE,
            locale=locale,
            view=view,
        )

    def _periods(self, place: Place) -> Iterator[PeriodView]:
        """Give the periods in force, the newest first."""
        site = self.site
        public = set(site.public)
        for period in reversed(site.timeline.periods(site.as_of)):
            version = site.version(period.label)
            if version in public:
                yield PeriodView(
                    start=period.start,
                    last=None if period.end is None else period.end - _ONE_DAY,
                    page=site.version_view(version, place).page,
                )

    def _shell(self, place: Place, title: str) -> ShellView:
        site = self.site
        frame = Frame(
            locale=place.locale,
            address=place.address,
            controller=site.statement.controller.name,
            index=self.index.get(place.locale, ""),
        )
        return frame.shell(
            title,
            audience_of(site.shown, place.locale) or title,
            {one: site.addresses(one).archive for one in site.locales},
        )
