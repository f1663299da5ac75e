"""What is public of one statement on a day, as its pages show it."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from duenotice.publish.addresses import StatementAddresses
from duenotice.publish.addresses import relative
from duenotice.publish.public_kind import public_kind
from duenotice.render.views import LinkView
from duenotice.render.views import VersionView
from duenotice.store.section_history import SectionHistories
from duenotice.timeline import Status

if TYPE_CHECKING:
    from datetime import date

    from duenotice.model.label import VersionLabel
    from duenotice.model.statement import Statement
    from duenotice.publish.shell import Place
    from duenotice.store.archive import Archive
    from duenotice.store.version import StoredVersion


class StatementSite:
    """One statement of which something is public."""

    def __init__(self, archive: Archive, as_of: date, shown: StoredVersion) -> None:
        """Take the archive, the day, and the version that the own page shows."""
        self.archive = archive
        self.as_of = as_of
        self.shown = shown
        self.timeline = archive.timeline
        self._histories: dict[str, SectionHistories] = {}

    @classmethod
    def of(cls, archive: Archive, as_of: date) -> StatementSite | None:
        """Give the site of a statement; nothing while none of it is public."""
        shown = archive.timeline.shown(as_of)
        if shown is None:
            return None
        return cls(archive, as_of, archive.versions[shown.label])

    @property
    def statement(self) -> Statement:
        """Give the settings that the shown version has."""
        return self.shown.statement

    @property
    def locales(self) -> tuple[str, ...]:
        """Give the languages of the own page, the source's first."""
        return locales_of(self.shown)

    @cached_property
    def public(self) -> tuple[StoredVersion, ...]:
        """Give the versions that have pages, the oldest first."""
        return tuple(
            self.archive.versions[version.label]
            for version in self.timeline.public(self.as_of)
            if not version.is_broken
        )

    def version(self, label: VersionLabel) -> StoredVersion:
        """Give a version by its label."""
        return self.archive.versions[label]

    def histories(self, locale: str) -> SectionHistories:
        """Give the lives of the sections, as far as they are public."""
        if locale not in self._histories:
            public = self.timeline.public(self.as_of)
            scheduled = self.timeline.scheduled(self.as_of)
            self._histories[locale] = SectionHistories(
                (self.version(one.label) for one in public),
                locale,
                newest=max([self.shown.label, *(one.label for one in scheduled)]),
            )
        return self._histories[locale]

    def addresses(self, locale: str) -> StatementAddresses:
        """Give the statement's addresses in one locale."""
        return StatementAddresses(
            statement_id=self.archive.statement_id,
            locale=locale,
            source_locale=self.statement.source_locale,
        )

    def page_address(self, locale: str) -> str:
        """Give the statement's own page, in the source locale where it must be."""
        return self.shown_addresses(locale).page

    def shown_addresses(self, locale: str) -> StatementAddresses:
        """Give the addresses in a language that the own page has, or the source's.

        A version that is to come may be the first in a language.
        """
        own = locale if locale in self.locales else self.statement.source_locale
        return self.addresses(own)

    def version_view(self, version: StoredVersion, place: Place) -> VersionView:
        """Give a version as a page at some place shows it."""
        label = version.label
        dated = self.timeline[label]
        own = place.locale if place.locale in locales_of(version) else None
        at = self.addresses(own or version.statement.source_locale)
        status = self.timeline.status(label, self.as_of)
        period = self.timeline.period(label, self.as_of)
        is_over = period is not None and status is Status.SUPERSEDED
        kind = public_kind(version.record)
        return VersionView(
            label=str(label),
            status=status.value,
            published=dated.published or version.record.published,
            effective=dated.begins(self.as_of),
            until=period.end if period is not None and is_over else None,
            page=LinkView(
                href=relative(at.version(label), place.address),
                text=str(label),
                lang=at.locale,
            ),
            pdf_href=relative(at.pdf(label), place.address),
            is_adopted=version.record.is_adopted,
            changes_href=self._changes_href(version, at, place),
            kind=kind.value,
            change_href=relative(at.change(label), place.address) if kind else "",
        )

    def _changes_href(
        self, version: StoredVersion, at: StatementAddresses, place: Place
    ) -> str:
        """Give the page that says what changed; nothing for the first version."""
        before = self._before(version)
        if before is None or at.locale not in locales_of(before):
            return ""
        return relative(at.comparison(before.label, version.label), place.address)

    def _before(self, version: StoredVersion) -> StoredVersion | None:
        """Give what a version is held against: the text in force, or the one before."""
        in_force = self.timeline.in_force(self.as_of)
        if in_force is not None and in_force.label < version.label:
            return self.archive.versions[in_force.label]
        earlier = [one for one in self.public if one.label < version.label]
        return earlier[-1] if earlier else None

    def coming(self, place: Place) -> tuple[VersionView, ...]:
        """Give the scheduled versions."""
        return tuple(
            self.version_view(self.archive.versions[version.label], place)
            for version in self.timeline.scheduled(self.as_of)
        )

    def in_force_beside(
        self, version: StoredVersion, place: Place
    ) -> VersionView | None:
        """Give the version in force, where it is another one."""
        in_force = self.timeline.in_force(self.as_of)
        if in_force is None or in_force.label == version.label:
            return None
        view = self.version_view(self.archive.versions[in_force.label], place)
        href = relative(self.page_address(place.locale), place.address)
        return replace(view, page=replace(view.page, href=href))

    def successor(self, version: StoredVersion, place: Place) -> VersionView | None:
        """Give what took the place of a superseded or replaced version."""
        status = self.timeline.status(version.label, self.as_of)
        if status not in {Status.SUPERSEDED, Status.REPLACED}:
            return None
        successor = self.timeline.successor(version.label, self.as_of)
        if successor is None:
            return None
        return self.version_view(self.archive.versions[successor.label], place)


def locales_of(version: StoredVersion) -> tuple[str, ...]:
    """Give the languages that a version has a text in."""
    locked = version.record.lock.locales
    return tuple(one for one in version.statement.locales if locked.get(one))


def title_of(version: StoredVersion, locale: str) -> str:
    """Give a version's title, in the source's language where it has no other."""
    titles = version.statement.title
    return titles.get(locale) or titles[version.statement.source_locale]


def audience_of(version: StoredVersion, locale: str) -> str:
    """Say whom a version is for; empty where it doesn't say."""
    statement = version.statement
    found = statement.audience
    return found.get(locale) or found.get(statement.source_locale, "")
