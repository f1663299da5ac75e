"""The planned banners: data, script, and the page that tells how to use them.

Each statement has its own, and those of all statements stand together at the root.

A change is shown from the day it was announced until some days after it took effect.
Whoever shows the banner looks at the calendar, so it is right on days without a build.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from datetime import timedelta
from typing import TYPE_CHECKING

from duenotice.publish import addresses
from duenotice.publish.plan import FileKind
from duenotice.publish.plan import PlannedFile
from duenotice.publish.public_kind import PublicKind
from duenotice.publish.public_version import public_versions
from duenotice.publish.shell import Frame
from duenotice.publish.shell import Place
from duenotice.publish.statement_site import locales_of
from duenotice.publish.statement_site import title_of
from duenotice.render import locales
from duenotice.render.banner import BANNER_SCRIPT
from duenotice.render.banner_views import BannerDataView
from duenotice.render.banner_views import BannerPageView
from duenotice.render.banner_views import BannerView
from duenotice.render.banner_views import BannerWordsView
from duenotice.render.banner_views import SiteBannersView
from duenotice.timeline import Status

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping
    from collections.abc import Sequence

    from duenotice.publish.public_version import PublicVersion
    from duenotice.publish.statement_site import StatementSite
    from duenotice.publish.web_home import WebHome

_SHOWN = {Status.SCHEDULED, Status.IN_FORCE, Status.SUPERSEDED}
"""Not what is held, for nobody knows when it comes, nor what never came."""

_EXAMPLE_DAYS = 30


def site_banners(
    sites: Sequence[StatementSite], home: WebHome
) -> Iterator[PlannedFile]:
    """Plan the script and the data for all statements of a site."""
    yield _script(addresses.BANNER_SCRIPT)
    yield PlannedFile(
        path=addresses.BANNER_DATA,
        kind=FileKind.BANNER_DATA,
        locale="",
        view=SiteBannersView(
            statements=tuple(
                Banners(one, {}, home, script=addresses.BANNER_SCRIPT).data()
                for one in sites
            )
        ),
    )


class Banners:
    """Plans the banner of one statement."""

    def __init__(
        self,
        site: StatementSite,
        index: Mapping[str, str],
        home: WebHome,
        *,
        script: str = "",
        is_among_others: bool = False,
    ) -> None:
        """Take the statement, the first page's address by locale, and the site's.

        Args:
            site: The statement.
            index: The first page's address by locale.
            home: Where the site stands.
            script: The script's address, if it isn't the statement's own.
            is_among_others: Whether the site has other statements, too.
        """
        self.site = site
        self.index = index
        self.home = home
        self.is_among_others = is_among_others
        self.source = site.addresses(site.statement.source_locale)
        self.script = script or self.source.banner_script
        # Policy counts as it is today: no version is made when it changes.
        settings = site.archive.draft_statement or site.statement
        self.days_after = settings.notice.banner_days_after

    def files(self) -> Iterator[PlannedFile]:
        """Give the script, the data, and a page in every language."""
        data = self.data()
        yield _script(self.script)
        yield PlannedFile(
            path=self.source.banner_data,
            kind=FileKind.BANNER_DATA,
            locale=self.source.locale,
            view=data,
        )
        for locale in self.site.locales:
            yield self._page(locale, data.banners)

    def data(self) -> BannerDataView:
        """Give what is shown, or will be, on pages with the script."""
        return self._data(tuple(self._due()))

    def _due(self) -> Iterator[BannerView]:
        for one in public_versions(self.site):
            # A record by hand may name the last day of the calendar.
            days = min(timedelta(days=self.days_after), date.max - one.effective)
            until = one.effective + days
            is_shown = one.kind is PublicKind.ANNOUNCED and one.status in _SHOWN
            if is_shown and self.site.as_of < until:
                yield BannerView(
                    version=str(one.version.label),
                    kind=one.kind.value,
                    published=one.published,
                    effective=one.effective,
                    show_from=one.published,
                    show_until=until,
                    words=tuple(self._words(one)),
                )

    def _words(self, one: PublicVersion) -> Iterator[BannerWordsView]:
        for locale in locales_of(one.version):
            title, page = title_of(one.version, locale), one.page(locale)
            yield self._says(locale, title, one.effective, page)

    def _says(
        self, locale: str, title: str, effective: date, page: str
    ) -> BannerWordsView:
        return BannerWordsView(
            lang=locale,
            direction=locales.text_direction(locale),
            title=" ".join(title.split()),
            effective=effective,
            href=self.home.link(page, self.script),
        )

    def _data(self, banners: tuple[BannerView, ...]) -> BannerDataView:
        statement = self.site.statement
        return BannerDataView(
            statement=statement.id,
            site=self.home.address,
            as_of=self.site.as_of,
            time_zone=statement.time_zone,
            source_locale=statement.source_locale,
            banners=banners,
        )

    def _example(self, locale: str) -> BannerDataView:
        """Give a banner that is always shown, and leads to the page of changes."""
        day = self.site.as_of + timedelta(days=_EXAMPLE_DAYS)
        title = title_of(self.site.shown, locale)
        page = self.site.addresses(locale).changes
        banner = BannerView(
            version=None,
            kind=PublicKind.ANNOUNCED.value,
            published=self.site.as_of,
            effective=date.max,
            show_from=date.min,
            show_until=date.max,
            words=(self._says(locale, title, day, page),),
        )
        return replace(self._data((banner,)), source_locale=locale)

    def _page(self, locale: str, due: tuple[BannerView, ...]) -> PlannedFile:
        site, own = self.site, self.site.addresses(locale)
        place = Place(locale, own.banner, own)
        title = title_of(site.shown, locale)
        frame = Frame(
            locale=locale,
            address=own.banner,
            controller=site.statement.controller.name,
            index=self.index.get(locale, ""),
            is_indexed=False,
        )
        pages = {one: site.addresses(one).banner for one in site.locales}
        view = BannerPageView(
            shell=frame.shell(title, title, pages),
            title=title,
            statement=place.link(own.page, title),
            changes=place.link(own.changes, ""),
            script_url=self.home.link(own.banner_script, own.banner),
            script_href=place.link(own.banner_script, "").href,
            site_script_url=self.home.link(addresses.BANNER_SCRIPT, own.banner)
            if self.is_among_others
            else "",
            data_href=place.link(own.banner_data, "").href,
            days_after=self.days_after,
            showing=due,
            example=self._example(locale),
        )
        return PlannedFile(
            path=addresses.file_of(own.banner),
            kind=FileKind.BANNER,
            locale=locale,
            view=view,
        )


def _script(path: str) -> PlannedFile:
    return PlannedFile(path=path, kind=FileKind.ASSET, locale="", view=BANNER_SCRIPT)
