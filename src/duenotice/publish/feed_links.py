"""The feeds and the calendar that a page leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.publish.addresses import FEED
from duenotice.publish.addresses import address_of
from duenotice.publish.addresses import relative
from duenotice.publish.plan import FileKind
from duenotice.publish.statement_site import title_of
from duenotice.render.head_views import FeedLinkView
from duenotice.render.section_views import SectionHistoryView

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping

    from duenotice.publish.plan import PlannedFile
    from duenotice.publish.statement_site import StatementSite


def feed_links(
    site: StatementSite | None, file: PlannedFile, index: Mapping[str, str]
) -> tuple[FeedLinkView, ...]:
    """Give the feeds of a page's statement; of all, on a page of no one statement."""
    if site is not None:
        return tuple(_of_statement(site, file))
    if file.kind is not FileKind.INDEX:
        return ()
    address = f"{index[file.locale]}{FEED}"
    href = relative(address, address_of(file.path))
    return (FeedLinkView(kind="site", title="", href=href),)


def _of_statement(site: StatementSite, file: PlannedFile) -> Iterator[FeedLinkView]:
    address, own = address_of(file.path), site.shown_addresses(file.locale)
    title = title_of(site.shown, file.locale)
    feeds = {
        "all": own.feed,
        "announced": own.feed_of("announced"),
        "coming": own.feed_of("coming"),
        "calendar": own.calendar,
    }
    for kind, target in feeds.items():
        yield FeedLinkView(kind=kind, title=title, href=relative(target, address))
    if isinstance(file.view, SectionHistoryView):
        yield FeedLinkView(kind="section", title=file.view.heading, href=FEED)
