"""The planned pages of sections: the history of each, and where former ids lead."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice.parse.assemble import is_behind
from duenotice.publish import addresses
from duenotice.publish.plan import FileKind
from duenotice.publish.plan import PlannedFile
from duenotice.publish.section_steps import SectionStep
from duenotice.publish.section_steps import section_anchors
from duenotice.publish.shell import Frame
from duenotice.publish.shell import Place
from duenotice.publish.statement_site import title_of
from duenotice.render import locales
from duenotice.render.section_views import RedirectView
from duenotice.render.section_views import SectionHistoryView
from duenotice.store.section_history import SectionChangeKind
from duenotice.timeline import Status

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping
    from collections.abc import Sequence

    from duenotice.publish.statement_site import StatementSite
    from duenotice.render.views import LinkView
    from duenotice.render.views import ShellView
    from duenotice.render.views import VersionView
    from duenotice.store.section_history import SectionChange

_COUNTS = {Status.IN_FORCE, Status.SUPERSEDED, Status.SCHEDULED}


class SectionPages:
    """Plans the pages of one statement's sections."""

    def __init__(self, site: StatementSite, index: Mapping[str, str]) -> None:
        """Take the statement, and the first page's address by locale."""
        self.site = site
        self.index = index

    def files(self) -> Iterator[PlannedFile]:
        """Give a page for every id that a public version has, in every language."""
        for locale in self.site.locales:
            histories = self.site.histories(locale)
            for section_id in histories.ids:
                newest = histories.newest_id(section_id)
                if newest == section_id:
                    yield self._history(section_id, locale)
                else:
                    yield self._redirect(section_id, newest, locale)

    def _redirect(self, section_id: str, newest: str, locale: str) -> PlannedFile:
        place = self._place(section_id, locale)
        title = self._title(newest, locale)
        shell = self._shell(place, section_id, title, is_indexed=False)
        target = place.link(place.addresses.section(newest), title)
        return PlannedFile(
            path=addresses.file_of(place.address),
            kind=FileKind.REDIRECT,
            locale=locale,
            view=RedirectView(shell=shell, target=target),
        )

    def _history(self, section_id: str, locale: str) -> PlannedFile:
        site, place = self.site, self._place(section_id, locale)
        changes = site.histories(locale).of(section_id)
        steps = tuple(SectionStep(site, one, place) for one in changes)
        anchors = section_anchors(changes)
        ids = tuple(dict.fromkeys(id_ for one in steps for id_ in one.ids))
        title = self._title(section_id, locale)
        statement = title_of(site.shown, locale)
        lang = steps[0].lang
        view = SectionHistoryView(
            shell=self._shell(place, section_id, title),
            title=statement,
            heading=title,
            lang=lang,
            direction=locales.text_direction(lang),
            ids=ids,
            statement=place.link(place.addresses.page, statement),
            current=self._current(ids, place),
            removed=self._removed(changes[0], place),
            original=self._original(section_id, place),
            archive=place.link(place.addresses.archive, ""),
            steps=tuple(map(SectionStep.view, steps, anchors)),
        )
        return PlannedFile(
            path=addresses.file_of(place.address),
            kind=FileKind.SECTION,
            locale=locale,
            view=view,
            pairs=tuple(one.pair() for one in steps),
        )

    def _place(self, section_id: str, locale: str) -> Place:
        own = self.site.addresses(locale)
        return Place(locale, own.section(section_id), own)

    def _title(self, section_id: str, locale: str) -> str:
        """Give a section's title as it is, or was at last."""
        return self.site.histories(locale).title(section_id)

    def _current(self, ids: Sequence[str], place: Place) -> LinkView | None:
        """Link to the section in the text that the statement's own page shows."""
        files = self.site.histories(place.locale).files(self.site.shown.label)
        own = next((one for one in ids if one in files), None)
        if own is None:
            return None
        page = place.link(place.addresses.page, "")
        return replace(page, href=f"{page.href}#{own}")

    def _original(self, section_id: str, place: Place) -> LinkView | None:
        """Link to the source's history where the translation lags behind it."""
        source = self.site.statement.source_locale
        own, original = (
            self.site.histories(one).files(self.site.shown.label).get(section_id)
            for one in (place.locale, source)
        )
        if own is None or original is None or place.locale == source:
            return None
        if not is_behind(own.front.translates, original.front.version):
            return None
        return place.link(self.site.addresses(source).section(section_id), source)

    def _removed(self, newest: SectionChange, place: Place) -> VersionView | None:
        """Give the version that a section went with, or is to go with."""
        if newest.what is not SectionChangeKind.REMOVED:
            return None
        view = self.site.version_view(self.site.version(newest.version), place)
        return view if view.status in _COUNTS else None

    def _shell(
        self, place: Place, section_id: str, title: str, *, is_indexed: bool = True
    ) -> ShellView:
        frame = Frame(
            locale=place.locale,
            address=place.address,
            controller=self.site.statement.controller.name,
            index=self.index.get(place.locale, ""),
            is_indexed=is_indexed,
        )
        pages = {
            one: self.site.addresses(one).section(section_id)
            for one in self.site.locales
        }
        name = f"{title} – {title_of(self.site.shown, place.locale)}"
        return frame.shell(name, name, pages)
