"""The planned page of all changes: what is coming first, then the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.publish import addresses
from duenotice.publish.change_entries import change_entry
from duenotice.publish.plan import FileKind
from duenotice.publish.plan import PlannedFile
from duenotice.publish.shell import Frame
from duenotice.publish.shell import Place
from duenotice.publish.statement_site import title_of
from duenotice.render.change_views import ChangesPageView
from duenotice.timeline import Status

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping

    from duenotice.publish.statement_site import StatementSite

_COMING = {Status.SCHEDULED, Status.HELD}
"""People may be waiting for these: of what is held, it isn't settled when it comes."""


def change_log_pages(
    site: StatementSite, index: Mapping[str, str]
) -> Iterator[PlannedFile]:
    """Plan the page in every language of a statement.

    Args:
        site: The statement.
        index: The first page's address by locale.
    """
    for locale in site.locales:
        yield _page(site, locale, index.get(locale, ""))


def _page(site: StatementSite, locale: str, index: str) -> PlannedFile:
    own = site.addresses(locale)
    place = Place(locale, own.changes, own)
    title = title_of(site.shown, locale)
    frame = Frame(
        locale=locale,
        address=place.address,
        controller=site.statement.controller.name,
        index=index,
    )
    is_coming = {
        one.label: site.timeline.status(one.label, site.as_of) in _COMING
        for one in site.public
    }
    coming = tuple(
        change_entry(site, one, place) for one in site.public if is_coming[one.label]
    )
    return PlannedFile(
        path=addresses.file_of(place.address),
        kind=FileKind.CHANGES,
        locale=locale,
        view=ChangesPageView(
            shell=frame.shell(
                title, title, {one: site.addresses(one).changes for one in site.locales}
            ),
            title=title,
            statement=place.link(own.page, title),
            archive=place.link(own.archive, ""),
            as_of=site.as_of if any(one.days_left for one in coming) else None,
            coming=coming,
            earlier=tuple(
                change_entry(site, one, place)
                for one in reversed(site.public)
                if not is_coming[one.label]
            ),
        ),
    )
