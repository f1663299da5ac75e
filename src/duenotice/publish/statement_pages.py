"""The planned pages of one statement's texts: its own, and its versions'."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice.publish import addresses
from duenotice.publish.plan import FileKind
from duenotice.publish.plan import PlannedFile
from duenotice.publish.shell import Frame
from duenotice.publish.shell import Place
from duenotice.publish.statement_site import audience_of
from duenotice.publish.statement_site import locales_of
from duenotice.publish.statement_site import title_of
from duenotice.publish.text_choices import text_choice
from duenotice.render import locales
from duenotice.render.views import EarlierView
from duenotice.render.views import PdfView
from duenotice.render.views import StatementPageView

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping

    from duenotice.publish.statement_site import StatementSite
    from duenotice.render.views import LinkView
    from duenotice.render.views import ShellView
    from duenotice.render.views import VersionView
    from duenotice.store.version import StoredVersion


class StatementPages:
    """Plans the files of one statement."""

    def __init__(self, site: StatementSite, index: Mapping[str, str]) -> None:
        """Take the statement, and the first page's address by locale."""
        self.site = site
        self.index = index

    def files(self) -> Iterator[PlannedFile]:
        """Give every file of the statement."""
        for locale in self.site.locales:
            yield self._page(self.site.shown, locale, is_permalink=False)
        for version in self.site.public:
            for locale in locales_of(version):
                yield self._page(version, locale, is_permalink=True)
                yield self._pdf(version, locale)

    def _page(
        self, version: StoredVersion, locale: str, *, is_permalink: bool
    ) -> PlannedFile:
        site, own = self.site, self.site.addresses(locale)
        address = own.version(version.label) if is_permalink else own.page
        place = Place(locale, address, own)
        view = StatementPageView(
            shell=self._statement_shell(version, place, is_permalink=is_permalink),
            title=title_of(version, locale),
            audience=audience_of(version, locale),
            is_permalink=is_permalink,
            version=site.version_view(version, place),
            sections=(),
            in_force=site.in_force_beside(version, place),
            successor=site.successor(version, place),
            coming=() if is_permalink else site.coming(place),
            archive=place.link(site.shown_addresses(locale).archive, ""),
            sections_href=place.link(site.shown_addresses(locale).sections, "").href,
            changes_href=place.link(site.shown_addresses(locale).changes, "").href,
            earlier=self._earlier(version, place),
            previous=self._neighbour(version, place, -1) if is_permalink else None,
            next=self._neighbour(version, place, 1) if is_permalink else None,
            statement=place.link(
                site.page_address(locale), title_of(site.shown, locale)
            ),
            prevailing=_prevailing(version, locale),
            prevailing_page=self._prevailing_page(
                version, place, is_permalink=is_permalink
            ),
        )
        return PlannedFile(
            path=addresses.file_of(address),
            kind=FileKind.STATEMENT,
            locale=locale,
            view=view,
            text=text_choice(self.site, version, locale),
        )

    def _earlier(self, version: StoredVersion, place: Place) -> tuple[EarlierView, ...]:
        """Give the texts in force before the one in force, the newest first."""
        site = self.site
        if site.timeline.in_force(site.as_of) is not site.timeline[version.label]:
            return ()
        periods = site.timeline.periods(site.as_of)
        labels = (one.label for one in reversed(periods) if one.label < version.label)
        before = (one for one in map(site.version, labels) if one in site.public)
        return tuple(
            EarlierView(
                version=site.version_view(one, place),
                changes_href=place.link(
                    place.addresses.comparison(one.label, version.label), ""
                ).href,
            )
            for one in before
            if place.locale in locales_of(one)
        )

    def _neighbour(
        self, version: StoredVersion, place: Place, way: int
    ) -> VersionView | None:
        """Give the version before or after, whatever became of it."""
        public = self.site.public
        at = public.index(version) + way
        if not 0 <= at < len(public):
            return None
        return self.site.version_view(public[at], place)

    def _pdf(self, version: StoredVersion, locale: str) -> PlannedFile:
        own = self.site.addresses(locale)
        path = own.pdf(version.label)
        statement = version.statement
        view = PdfView(
            lang=locale,
            direction=locales.text_direction(locale),
            title=title_of(version, locale),
            controller=statement.controller.name,
            audience=audience_of(version, locale),
            page_size=statement.page_size,
            version=self._lasting_view(version, Place(locale, path, own)),
            sections=(),
            prevailing=_prevailing(version, locale),
            contacts=statement.contacts.lines,
        )
        return PlannedFile(
            path=path,
            kind=FileKind.PDF,
            locale=locale,
            view=view,
            text=text_choice(self.site, version, locale),
        )

    def _lasting_view(self, version: StoredVersion, place: Place) -> VersionView:
        """Give what is true of a version for ever: nothing of its status."""
        site = self.site
        view = site.version_view(version, place)
        return replace(
            view,
            status="",
            published=version.record.published,
            effective=site.timeline[version.label].effective_as_known(site.as_of),
            until=None,
            page=replace(view.page, href=""),
        )

    def _statement_shell(
        self, version: StoredVersion, place: Place, *, is_permalink: bool
    ) -> ShellView:
        site = self.site
        title = title_of(version, place.locale)
        in_force = site.timeline.in_force(site.as_of)
        is_current = in_force is None or in_force.label == version.label
        pages = {
            one: site.addresses(one).version(version.label)
            if is_permalink
            else site.addresses(one).page
            for one in locales_of(version)
        }
        frame = self._frame(place, is_indexed=is_current or not is_permalink)
        return frame.shell(
            f"{title} ({version.label})" if is_permalink else title,
            audience_of(version, place.locale) or title,
            pages,
        )

    def _frame(self, place: Place, *, is_indexed: bool = True) -> Frame:
        return Frame(
            locale=place.locale,
            address=place.address,
            controller=self.site.statement.controller.name,
            index=self.index.get(place.locale, ""),
            is_indexed=is_indexed,
        )

    def _prevailing_page(
        self, version: StoredVersion, place: Place, *, is_permalink: bool
    ) -> LinkView | None:
        prevailing = _prevailing(version, place.locale)
        if prevailing not in locales_of(version):
            return None
        other = self.site.addresses(prevailing)
        target = other.version(version.label) if is_permalink else other.page
        name = locales.own_language_name(prevailing)
        return replace(place.link(target, name), lang=prevailing)


def _prevailing(version: StoredVersion, locale: str) -> str:
    """Give the language that counts, where it isn't this one."""
    prevailing = version.statement.prevailing_locale
    return "" if locale == prevailing else prevailing
