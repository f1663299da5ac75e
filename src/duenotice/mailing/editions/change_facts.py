"""What messages tell of one change, in one language: gathered once for all readers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from duenotice.compare import compare
from duenotice.compare import document_of
from duenotice.mailing.editions.errors import NothingToTellError
from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.levels import Level
from duenotice.publish.approved_notice import approved_notice
from duenotice.publish.change_entries import choices
from duenotice.publish.change_entries import text_before
from duenotice.publish.change_pages import prevailing_of
from duenotice.publish.statement_site import title_of
from duenotice.publish.told_changes import told_changes
from duenotice.store.gate import announced_findings

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from duenotice.compare import Comparison
    from duenotice.publish.approved_notice import ApprovedNotice
    from duenotice.publish.statement_site import StatementSite
    from duenotice.publish.web_home import WebHome
    from duenotice.render.change_views import ChoiceView
    from duenotice.render.change_views import ToldSectionView
    from duenotice.store.version import StoredVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeFacts:
    """One change in one language."""

    locale: str
    title: str
    notice: ApprovedNotice
    told: tuple[ToldSectionView, ...]
    topics: tuple[str, ...]
    """The categories of what it is about, the gravest first."""

    choices: tuple[ChoiceView, ...]
    effective: date
    prevailing: str
    notice_url: str
    present_url: str
    version_url: str


class ChangeTelling:
    """One version, as it is told of in each of its languages."""

    def __init__(
        self, site: StatementSite, version: StoredVersion, home: WebHome
    ) -> None:
        """Take the statement as it is public, the version, and where the site is."""
        self.site = site
        self.version = version
        self.home = home
        self._compared: Callable[[str], Comparison] = cache(self._compare)

    @property
    def effective(self) -> date:
        """Give the first day in force, as far as known."""
        return self.site.timeline[self.version.label].begins(self.site.as_of)

    def facts(self, locale: str) -> ChangeFacts:
        """Gather what is told in one language.

        Raises:
            NothingToTellError: No notice was approved.
        """
        site, version = self.site, self.version
        notice = approved_notice(version, locale)
        if notice is None:
            raise NothingToTellError(version.label)
        own = site.addresses(locale)
        return ChangeFacts(
            locale=locale,
            title=title_of(version, locale),
            notice=notice,
            told=told_changes(
                version, text_before(site, version), locale, self._compared
            ),
            topics=_topics(version),
            choices=choices(version, self.effective),
            effective=self.effective,
            prevailing=prevailing_of(version, locale),
            notice_url=self.home.url(own.change(version.label)),
            present_url=self.home.url(site.page_address(locale)),
            version_url=self.home.url(own.version(version.label)),
        )

    def _compare(self, locale: str) -> Comparison:
        before = text_before(self.site, self.version) or self.version
        return compare(
            document_of(before.text(locale)), document_of(self.version.text(locale))
        )


def _topics(version: StoredVersion) -> tuple[str, ...]:
    """Name the categories of what is announced, the gravest first.

    That is what people are asked about: they have to act in time. Then comes what is
    worse for them, in the order of the time for which it is announced.
    """
    asked = _asked(version)
    found = sorted(
        (
            one
            for one in announced_findings(version.record)
            if one.category != Category.OTHER
        ),
        key=lambda one: (
            -asked.get(one.id, Level.L0),
            one.direction != Direction.WORSE,
            -one.lead_days,
        ),
    )
    return tuple(dict.fromkeys(one.category for one in found))


def _asked(version: StoredVersion) -> dict[str, Level]:
    """Give by finding what people are asked on its account: to say no, or yes."""
    assessment = version.record.assessment
    levels: dict[str, Level] = {}
    for one in () if assessment is None else assessment.obligations:
        level = Level.named(one.id.partition("-")[0])
        for finding in one.findings:
            levels[finding] = max(level, levels.get(finding, Level.L0))
    return levels
