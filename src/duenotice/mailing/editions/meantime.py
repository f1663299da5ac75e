"""What changed between the text that a reader knew and the one that is told of."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from duenotice.mailing.kit import Known
from duenotice.model.record import EventKind
from duenotice.publish.approved_notice import approved_notice
from duenotice.publish.change_entries import changed_titles
from duenotice.publish.compare_pages import compared_pairs
from duenotice.publish.public_kind import PublicKind
from duenotice.publish.public_kind import public_kind
from duenotice.publish.public_version import PublicVersion
from duenotice.publish.statement_site import locales_of
from duenotice.render import locales
from duenotice.render.change_views import SummaryView
from duenotice.render.messages.message_view import EarlierChangeView

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from duenotice.config import Comparisons
    from duenotice.model.label import VersionLabel
    from duenotice.publish.statement_site import StatementSite
    from duenotice.publish.web_home import WebHome
    from duenotice.store.version import StoredVersion


class Meantime:
    """The texts that were in force before one version, the oldest first."""

    def __init__(
        self, site: StatementSite, version: StoredVersion, home: WebHome
    ) -> None:
        """Take the statement as it is public, the version, and where the site is."""
        self.site = site
        self.version = version
        self.home = home
        self._periods = tuple(
            one
            for one in site.timeline.periods(site.as_of)
            if one.label < version.label
            and one.start < site.timeline[version.label].begins(site.as_of)
        )

    @property
    def against(self) -> VersionLabel:
        """Give the version that the change was assessed against."""
        assessment = self.version.record.assessment
        assert assessment is not None, "what is announced was assessed"  # noqa: S101
        return assessment.against

    def history(self) -> tuple[Known, ...]:
        """Give whose readers are told alike, by the day from which they knew a text.

        Who missed nothing but corrections is told like all others.
        """
        known = (self._known(one.label, one.start) for one in self._periods)
        runs = groupby(known, key=lambda one: one.baseline)
        return tuple(next(run) for _, run in runs)

    def _known(self, label: VersionLabel, start: date) -> Known:
        record = self.site.version(label).record
        told = [one.on for one in record.events if one.kind is EventKind.NOTIFIED]
        return Known(
            published=min(min(told, default=record.published), start),
            start=start,
            baseline=str(self._stands_for(label)),
        )

    def _stands_for(self, label: VersionLabel) -> VersionLabel:
        return label if label < self.against and self._missed(label) else self.against

    def _missed(self, label: VersionLabel) -> tuple[StoredVersion, ...]:
        """Give the changes in force after a text that were no mere corrections."""
        later = (self.site.version(one.label) for one in self._periods)
        return tuple(
            one
            for one in later
            if one.label > label
            and public_kind(one.record) is not PublicKind.CORRECTION
        )

    def texts_since(self, known: str) -> tuple[StoredVersion, ...]:
        """Give the text that readers knew, and those in force since."""
        labels = [one.label for one in self._periods]
        at = [str(one) for one in labels].index(known)
        return tuple(self.site.version(one) for one in labels[at:])

    def missed(self, known: str) -> tuple[StoredVersion, ...]:
        """Give the announced changes since a text; nothing for the usual readers."""
        if known == str(self.against):
            return ()
        label = next(one.label for one in self._periods if str(one.label) == known)
        return self._missed(label)

    def changes(self, known: str, locale: str) -> Iterator[EarlierChangeView]:
        """Tell of what took effect since a text; nothing for the usual readers."""
        for version in self.missed(known):
            public = PublicVersion(self.site, version)
            yield EarlierChangeView(
                label=str(version.label),
                announced=version.record.published,
                effective=public.effective,
                summary=_summary(version, locale),
                sections=changed_titles(version, self._former(version), locale),
                href=self.home.url(public.page(locale)),
            )

    def _former(self, version: StoredVersion) -> StoredVersion | None:
        """Give the text that was in force before a version."""
        found = (one.label for one in self._periods if one.label < version.label)
        label = max(found, default=None)
        return None if label is None else self.site.version(label)

    def comparison_url(self, known: str, locale: str, comparisons: Comparisons) -> str:
        """Give the page of all changes since a text, or else the archive."""
        for old, new in compared_pairs(self.site, comparisons):
            is_this = (str(old.label), new.label) == (known, self.version.label)
            if is_this and locale in locales_of(old):
                at = self.site.addresses(locale)
                return self.home.url(at.comparison(old.label, new.label))
        return self.home.url(self.site.shown_addresses(locale).archive)


def _summary(version: StoredVersion, locale: str) -> SummaryView | None:
    notice = approved_notice(version, locale)
    if notice is None or not notice.summary:
        return None
    return SummaryView(
        text=notice.summary,
        lang=notice.locale,
        direction=locales.text_direction(notice.locale),
    )
