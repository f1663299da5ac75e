"""The planned first pages of the site: its statements, in every language."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice.publish import addresses
from duenotice.publish.addresses import relative
from duenotice.publish.plan import FileKind
from duenotice.publish.plan import PlannedFile
from duenotice.publish.shell import Frame
from duenotice.publish.shell import Place
from duenotice.publish.statement_site import audience_of
from duenotice.publish.statement_site import title_of
from duenotice.render import locales
from duenotice.render.views import IndexPageView
from duenotice.render.views import LinkView
from duenotice.render.views import StatementEntryView

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping
    from collections.abc import Sequence

    from duenotice.publish.statement_site import StatementSite


def index_addresses(sites: Sequence[StatementSite]) -> dict[str, str]:
    """Give the first page's address in every locale that a statement has."""
    found = dict.fromkeys(one for site in sites for one in site.locales)
    all_locales = tuple(found) or (locales.SOURCE_LOCALE,)
    return {one: addresses.index_address(one, all_locales[0]) for one in all_locales}


def index_pages(
    sites: Sequence[StatementSite], pages: Mapping[str, str]
) -> Iterator[PlannedFile]:
    """Plan the first page in every locale."""
    names = dict.fromkeys(site.statement.controller.name for site in sites)
    for locale, address in pages.items():
        frame = Frame(
            locale=locale, address=address, controller=", ".join(names), index=address
        )
        yield PlannedFile(
            path=addresses.file_of(address),
            kind=FileKind.INDEX,
            locale=locale,
            view=IndexPageView(
                shell=frame.shell(frame.controller, frame.controller, pages),
                statements=tuple(_entry(site, locale, address) for site in sites),
            ),
        )


def _entry(site: StatementSite, locale: str, address: str) -> StatementEntryView:
    own = locale if locale in site.locales else site.statement.source_locale
    place = Place(locale, address, site.addresses(own))
    title = title_of(site.shown, own)
    return StatementEntryView(
        title=title,
        audience=audience_of(site.shown, own),
        page=replace(place.link(place.addresses.page, title), lang=own),
        locales=tuple(
            LinkView(
                href=relative(site.addresses(one).page, address),
                text=locales.own_language_name(one),
                lang=one,
                is_current=one == own,
            )
            for one in site.locales
        ),
        version=site.version_view(site.shown, place),
        coming=site.coming(place),
        archive=place.link(place.addresses.archive, ""),
    )
