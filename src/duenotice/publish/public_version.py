"""What the public knows of a version on a day: kind, days and status."""

from __future__ import annotations

from datetime import datetime
from datetime import time
from functools import cached_property
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from duenotice.model.record import EventKind
from duenotice.publish.public_kind import public_kind
from duenotice.publish.statement_site import locales_of
from duenotice.render.change_views import NotifiedView
from duenotice.timeline import Status

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from duenotice.publish.addresses import StatementAddresses
    from duenotice.publish.public_kind import PublicKind
    from duenotice.publish.statement_site import StatementSite
    from duenotice.store.version import StoredVersion
    from duenotice.timeline import Rescheduling


class PublicVersion:
    """One version, as feeds, calendar, banner and data tell of it."""

    def __init__(self, site: StatementSite, version: StoredVersion) -> None:
        """Take the statement and the version."""
        self.site = site
        self.version = version
        self.dated = site.timeline[version.label]

    @property
    def kind(self) -> PublicKind:
        """Give its kind."""
        return public_kind(self.version.record)

    @cached_property
    def status(self) -> Status:
        """Give what it is on the day."""
        return self.site.timeline.status(self.version.label, self.site.as_of)

    @property
    def is_off(self) -> bool:
        """Tell whether it never was in force and never will be."""
        return self.status in {Status.WITHDRAWN, Status.REPLACED}

    @property
    def published(self) -> date:
        """Give the day on which it became public."""
        return self.dated.published or self.version.record.published

    @property
    def effective(self) -> date:
        """Give the first day in force, as far as known."""
        return self.dated.begins(self.site.as_of)

    @property
    def changed_on(self) -> date:
        """Give the last day on which something happened to it: never the clock's."""
        as_of = self.site.as_of
        return max(day for day in self._days() if day <= as_of)

    def _days(self) -> Iterator[date]:
        yield self.published
        yield from (one.known_on for one in self._moves())
        if self.dated.withdrawn_on is not None:
            yield self.dated.withdrawn_on
        for event in self.version.record.events:
            if event.kind is EventKind.NOTICE_CORRECTED:
                yield event.on
        if self.status is Status.REPLACED:
            successor = self.site.timeline.successor(
                self.version.label, self.site.as_of
            )
            if successor is not None and successor.published is not None:
                yield successor.published

    @property
    def revisions(self) -> int:
        """Count how often its days were changed, or taken back."""
        return len(self._moves()) + self.is_off

    @property
    def notified(self) -> tuple[NotifiedView, ...]:
        """Say by which channels people were told until now, and on which days."""
        known = {
            (event.on, event.details.get("channel", ""))
            for event in self.version.record.events
            if event.kind is EventKind.NOTIFIED and event.on <= self.site.as_of
        }
        return tuple(NotifiedView(channel=name, on=day) for day, name in sorted(known))

    def _moves(self) -> list[Rescheduling]:
        as_of = self.site.as_of
        return [one for one in self.dated.reschedulings if one.known_on <= as_of]

    def moment(self, day: date) -> datetime:
        """Give the instant at which a day begins in the statement's time zone."""
        return datetime.combine(day, time(), ZoneInfo(self.version.statement.time_zone))

    def locale(self, locale: str) -> str:
        """Give a language that it has a text in: the wanted one, or the source's."""
        has_own = locale in locales_of(self.version)
        return locale if has_own else self.version.statement.source_locale

    def addresses(self, locale: str) -> StatementAddresses:
        """Give the addresses of its pages in a language, or in the source's."""
        return self.site.addresses(self.locale(locale))

    def page(self, locale: str) -> str:
        """Give the page that tells of it: of its change, or else its text."""
        at = self.addresses(locale)
        label = self.version.label
        return at.change(label) if self.kind else at.version(label)


def public_versions(site: StatementSite) -> tuple[PublicVersion, ...]:
    """Give all versions that have pages, the oldest first."""
    return tuple(PublicVersion(site, version) for version in site.public)
