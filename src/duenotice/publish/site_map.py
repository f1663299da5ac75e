"""The planned `sitemap.xml`: the pages that search engines should know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.publish.addresses import SITE_MAP
from duenotice.publish.plan import FileKind
from duenotice.publish.plan import PlannedFile
from duenotice.render.site_map_view import SiteMapView
from duenotice.render.site_map_view import SitePageView
from duenotice.render.views import ShellView
from duenotice.render.views import StatementPageView

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator
    from datetime import date

_LISTED = frozenset(
    {
        FileKind.INDEX,
        FileKind.STATEMENT,
        FileKind.ARCHIVE,
        FileKind.CHANGES,
        FileKind.CHANGE,
        FileKind.SECTION,
    }
)
"""Not comparisons: there are as many as pairs of versions, and none is looked for."""


def site_map(files: Iterable[PlannedFile]) -> Iterator[PlannedFile]:
    """Plan the list of the pages among some files; none where no address is known."""
    pages = tuple(_pages(files))
    if pages:
        view = SiteMapView(pages=tuple(sorted(pages, key=lambda one: one.url)))
        yield PlannedFile(path=SITE_MAP, kind=FileKind.SITE_MAP, locale="", view=view)


def _pages(files: Iterable[PlannedFile]) -> Iterator[SitePageView]:
    for file in files:
        shell = getattr(file.view, "shell", None)
        if file.kind not in _LISTED or not isinstance(shell, ShellView):
            continue
        head = shell.head
        if shell.is_indexed and head.url and head.canonical == head.url:
            yield SitePageView(url=head.url, changed_on=_changed_on(file.view))


def _changed_on(view: object) -> date | None:
    return view.version.published if isinstance(view, StatementPageView) else None
