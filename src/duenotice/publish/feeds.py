"""The planned Atom feeds: of all changes, the announced, the coming, a section's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from duenotice.model.label import VersionLabel
from duenotice.publish.addresses import FEED
from duenotice.publish.feed_entries import FeedEntries
from duenotice.publish.plan import FileKind
from duenotice.publish.plan import PlannedFile
from duenotice.publish.public_kind import PublicKind
from duenotice.publish.public_version import public_versions
from duenotice.publish.shell import Place
from duenotice.publish.statement_site import title_of
from duenotice.render.feed_views import FeedView
from duenotice.timeline import Status

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator
    from collections.abc import Mapping
    from collections.abc import Sequence

    from duenotice.publish.public_version import PublicVersion
    from duenotice.publish.statement_site import StatementSite
    from duenotice.publish.web_home import WebHome
    from duenotice.render.feed_views import FeedEntryView


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A feed, before its entries."""

    kind: str
    """The values of `FeedView.kind`."""

    name: str
    """What it is known by, for ever."""

    page: str
    """The address of the page that tells the same."""

    section: str = ""


class Feeds:
    """Plans the feeds of one statement."""

    def __init__(self, site: StatementSite, home: WebHome) -> None:
        """Take the statement, and where the site stands on the web."""
        self.site = site
        self.home = home
        self.makes = FeedEntries(site, home)
        self.versions = public_versions(site)

    def files(self) -> Iterator[PlannedFile]:
        """Give every feed in every language."""
        for locale in self.site.locales:
            own = self.site.addresses(locale)
            place = Place(locale, own.feed, own)
            channel = Channel(kind="all", name="feed", page=own.changes)
            yield self._file(channel, place, self.entries(self.versions, place))
            for kind, chosen in self._chosen().items():
                place = Place(locale, own.feed_of(kind), own)
                channel = Channel(kind=kind, name=kind, page=own.changes)
                yield self._file(channel, place, self.entries(chosen, place))
            for section_id in self.site.histories(locale).ids:
                yield self._of_section(section_id, locale)

    def entries(
        self, versions: Iterable[PublicVersion], place: Place
    ) -> list[FeedEntryView]:
        """Give versions as entries of a feed at some place."""
        return [self.makes.version(one, place) for one in versions]

    def _chosen(self) -> dict[str, list[PublicVersion]]:
        return {
            "announced": [
                one for one in self.versions if one.kind is PublicKind.ANNOUNCED
            ],
            "coming": [one for one in self.versions if one.status is Status.SCHEDULED],
        }

    def _of_section(self, section_id: str, locale: str) -> PlannedFile:
        """Plan the feed of a section; under a former id it goes on for ever, too."""
        histories, own = self.site.histories(locale), self.site.addresses(locale)
        newest = histories.newest_id(section_id)
        place = Place(locale, own.section_feed(section_id), own)
        channel = Channel(
            kind="section",
            name=f"sections/{section_id}",
            page=own.section(newest),
            section=histories.title(newest),
        )
        return self._file(channel, place, self.makes.section(section_id, place))

    def _file(
        self, channel: Channel, place: Place, entries: Iterable[FeedEntryView]
    ) -> PlannedFile:
        site, first = self.site, self.versions[0]
        # A feed without an entry may have had one.
        last = max(self.versions, key=lambda one: one.changed_on)
        changed_at = last.moment(last.changed_on).isoformat()
        newest_first = _last_changed_first(entries)
        view = FeedView(
            id=self.makes.tag(first, channel.name, place.locale),
            lang=place.locale,
            kind=channel.kind,
            title=title_of(site.shown, place.locale),
            section=channel.section,
            controller=site.statement.controller.name,
            updated_at=newest_first[0].updated_at if newest_first else changed_at,
            self_href=self.home.link(place.address, place.address),
            page_href=self.home.link(channel.page, place.address),
            entries=newest_first,
        )
        return _planned(view, place.address)


def site_feeds(
    sites: Sequence[StatementSite], index: Mapping[str, str], home: WebHome
) -> Iterator[PlannedFile]:
    """Plan the feed of all statements, in every language of the first page."""
    made = [Feeds(site, home) for site in sites]
    controllers = dict.fromkeys(site.statement.controller.name for site in sites)
    for locale, page in index.items() if made else ():
        address = f"{page}{FEED}"
        entries = [
            entry
            for one in made
            for entry in one.entries(
                one.versions, Place(locale, address, one.site.addresses(locale))
            )
        ]
        newest_first = _last_changed_first(entries)
        year = made[0].versions[0].version.label.day.year
        view = FeedView(
            id=f"tag:{made[0].makes.authority},{year:04}:{address}",
            lang=locale,
            kind="site",
            title=", ".join(controllers),
            section="",
            controller=", ".join(controllers),
            updated_at=newest_first[0].updated_at,
            self_href=home.link(address, address),
            page_href=home.link(page, address),
            entries=newest_first,
        )
        yield _planned(view, address)


def _last_changed_first(entries: Iterable[FeedEntryView]) -> tuple[FeedEntryView, ...]:
    def moment(entry: FeedEntryView) -> tuple[datetime, VersionLabel]:
        changed_at = datetime.fromisoformat(entry.updated_at)
        return changed_at, VersionLabel.parse(entry.label)

    return tuple(sorted(entries, key=moment, reverse=True))


def _planned(view: FeedView, address: str) -> PlannedFile:
    return PlannedFile(path=address, kind=FileKind.FEED, locale=view.lang, view=view)
