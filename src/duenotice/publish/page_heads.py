"""What each planned page says of itself to machines."""

from __future__ import annotations

import dataclasses
from dataclasses import replace
from typing import TYPE_CHECKING
from typing import TypeGuard
from urllib.parse import urljoin

from markupsafe import Markup

from duenotice.publish.addresses import TEXT_DATA
from duenotice.publish.addresses import address_of
from duenotice.publish.addresses import relative
from duenotice.publish.feed_links import feed_links
from duenotice.publish.linked_facts import linked_facts
from duenotice.publish.plan import FileKind
from duenotice.render.head_views import HeadView
from duenotice.render.linked_data import linked_data
from duenotice.render.section_views import RedirectView
from duenotice.render.views import RedlinePageView
from duenotice.render.views import ShellView
from duenotice.render.views import StatementPageView
from duenotice.timeline import Status

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator
    from collections.abc import Mapping

    from _typeshed import DataclassInstance

    from duenotice.publish.plan import PlannedFile
    from duenotice.publish.statement_site import StatementSite
    from duenotice.publish.web_home import WebHome
    from duenotice.render.views import LinkView

_DEFAULT = "x-default"
"""The language for readers of none of the others."""


class PageHeads:
    """Adds to planned pages what machines look for."""

    def __init__(
        self,
        sites: Iterable[StatementSite],
        index: Mapping[str, str],
        home: WebHome,
    ) -> None:
        """Take the statements, the first page's address by locale, and the site's."""
        self.sites = {site.statement.id: site for site in sites}
        self.index = index
        self.home = home

    def files(self, files: Iterable[PlannedFile]) -> Iterator[PlannedFile]:
        """Give files with the heads of those that are pages."""
        for file in files:
            view = file.view
            shell = getattr(view, "shell", None)
            if not isinstance(shell, ShellView) or not _is_view(view):
                yield file
                continue
            shell = replace(shell, head=self._head(file, shell))
            yield replace(file, view=replace(view, shell=shell))

    def _head(self, file: PlannedFile, shell: ShellView) -> HeadView:
        view, address = file.view, address_of(file.path)
        site = self.sites.get(address.split("/")[0])
        return HeadView(
            canonical=self._link(_lasting(view), address) or self.home.url(address),
            url=self.home.url(address),
            alternates=self._alternates(shell, address),
            kind="article" if isinstance(view, StatementPageView) else "website",
            graph_locale=file.locale.replace("-", "_"),
            feeds=feed_links(site, file, self.index),
            data_href=_data_href(view),
            banner_href=_banner_href(site, file),
            linked_data=self._linked_data(view, address),
        )

    def _link(self, href: str, address: str) -> str:
        """Give a link of a page as an absolute address, where that is known."""
        return urljoin(self.home.url(address), href) if href else ""

    def _alternates(self, shell: ShellView, address: str) -> tuple[LinkView, ...]:
        links = tuple(
            replace(one, href=self._link(one.href, address)) for one in shell.locales
        )
        return (*links, *(replace(one, lang=_DEFAULT) for one in links[:1]))

    def _linked_data(self, view: object, address: str) -> Markup:
        if not isinstance(view, StatementPageView):
            return Markup()
        return linked_data(linked_facts(view, lambda href: self._link(href, address)))


def _is_view(view: object) -> TypeGuard[DataclassInstance]:
    return dataclasses.is_dataclass(view) and not isinstance(view, type)


def _lasting(view: object) -> str:
    """Give where the same is read for ever, if that is another page."""
    match view:
        case RedirectView():
            return view.target.href
        case RedlinePageView(is_parallel=True):
            return view.other.href
        case StatementPageView(is_permalink=True):
            is_in_force = view.version.status == Status.IN_FORCE.value
            return view.statement.href if is_in_force else ""
        case _:
            return ""


def _banner_href(site: StatementSite | None, file: PlannedFile) -> str:
    """Give the page of the banner, where people ask for changes or versions."""
    if site is None or file.kind not in {FileKind.CHANGES, FileKind.ARCHIVE}:
        return ""
    target = site.shown_addresses(file.locale).banner
    return relative(target, address_of(file.path))


def _data_href(view: object) -> str:
    """Give the text as data; it stands beside the text's permanent page."""
    if not isinstance(view, StatementPageView):
        return ""
    page = "" if view.is_permalink else view.version.page.href
    return f"{page}{TEXT_DATA}"
