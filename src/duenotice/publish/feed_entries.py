"""Versions and changes of sections as entries of feeds.

An entry is known by `tag:HOST,YEAR:STATEMENT/VERSION` for ever, whatever happens to the
version, and dated by the days in records, never by the day of the build.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice.publish.approved_notice import approved_notice
from duenotice.publish.change_entries import changed_titles
from duenotice.publish.change_entries import text_before
from duenotice.publish.notice_html import notice_html
from duenotice.publish.public_kind import PublicKind
from duenotice.publish.public_version import PublicVersion
from duenotice.publish.section_steps import section_anchors
from duenotice.publish.statement_site import title_of
from duenotice.render import locales
from duenotice.render.feed_views import FeedEntryView
from duenotice.render.feed_views import FeedNoticeView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.model.label import VersionLabel
    from duenotice.publish.shell import Place
    from duenotice.publish.statement_site import StatementSite
    from duenotice.publish.web_home import WebHome
    from duenotice.store.version import StoredVersion


class FeedEntries:
    """Makes the entries of one statement."""

    def __init__(self, site: StatementSite, home: WebHome) -> None:
        """Take the statement, and where the site stands on the web."""
        self.site = site
        self.home = home
        self.authority = home.authority(site)
        self._notices: dict[tuple[VersionLabel, str], FeedNoticeView | None] = {}

    def version(self, one: PublicVersion, place: Place) -> FeedEntryView:
        """Give a version as an entry of the feed at some place."""
        version, locale = one.version, one.locale(place.locale)
        before = self._before(version)
        text = one.addresses(place.locale).version(version.label)
        return FeedEntryView(
            id=self.tag(one, str(version.label), place.locale),
            title=title_of(version, place.locale),
            label=str(version.label),
            kind=one.kind.value,
            status=one.status.value,
            published=one.published,
            effective=one.effective,
            published_at=one.moment(one.published).isoformat(),
            updated_at=one.moment(one.changed_on).isoformat(),
            href=self.home.link(one.page(place.locale), place.address),
            base=self.home.link(text, place.address),
            sections=changed_titles(version, before, locale),
            is_required_by_law=version.record.required_by_law is not None,
            notice=self._notice(one, place.locale),
        )

    def section(self, section_id: str, place: Place) -> Iterator[FeedEntryView]:
        """Give what happened to a section; each entry leads to its history there."""
        histories = self.site.histories(place.locale)
        changes = histories.of(section_id)
        page = self.site.addresses(place.locale).section(
            histories.newest_id(section_id)
        )
        for change, anchor in zip(changes, section_anchors(changes), strict=True):
            one = PublicVersion(self.site, self.site.version(change.version))
            name = f"{change.version}/sections/{change.section_id}"
            yield replace(
                self.version(one, place),
                id=self.tag(one, name, place.locale),
                href=f"{self.home.link(page, place.address)}#{anchor}",
                sections=(),
                section=change.title,
                what=change.what.value,
            )

    def _before(self, version: StoredVersion) -> StoredVersion | None:
        """Give what a version changed; of one that nobody assessed, the one before."""
        supersedes = version.record.supersedes
        followed = (one for one in self.site.public if one.label == supersedes)
        return text_before(self.site, version) or next(followed, None)

    def _notice(self, one: PublicVersion, locale: str) -> FeedNoticeView | None:
        """Give the notice of a version, which the feeds of its sections share."""
        key = (one.version.label, locale)
        if key not in self._notices:
            self._notices[key] = _notice(one, locale)
        return self._notices[key]

    def tag(self, one: PublicVersion, name: str, locale: str) -> str:
        """Name something for ever; in the source's language without the language."""
        statement = self.site.statement
        last = "" if locale == statement.source_locale else f"/{locale}"
        year = one.version.label.day.year
        return f"tag:{self.authority},{year:04}:{statement.id}/{name}{last}"


def _notice(one: PublicVersion, locale: str) -> FeedNoticeView | None:
    if one.kind is not PublicKind.ANNOUNCED:
        return None
    notice = approved_notice(one.version, locale)
    if notice is None:
        return None
    return FeedNoticeView(
        content=notice_html(notice, notice.blocks),
        lang=notice.locale,
        direction=locales.text_direction(notice.locale),
    )
