"""The planned calendars: the day on which each version takes effect."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from duenotice.publish.approved_notice import approved_notice
from duenotice.publish.plan import FileKind
from duenotice.publish.plan import PlannedFile
from duenotice.publish.public_kind import PublicKind
from duenotice.publish.public_version import public_versions
from duenotice.publish.statement_site import title_of
from duenotice.render.feed_views import CalendarEventView
from duenotice.render.feed_views import CalendarView
from duenotice.timeline import Status

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from duenotice.publish.public_version import PublicVersion
    from duenotice.publish.statement_site import StatementSite
    from duenotice.publish.web_home import WebHome


def calendars(site: StatementSite, home: WebHome) -> Iterator[PlannedFile]:
    """Plan the calendar of a statement in every language."""
    versions = public_versions(site)
    for locale in site.locales:
        address = site.addresses(locale).calendar
        view = CalendarView(
            lang=locale,
            title=_line(title_of(site.shown, locale)),
            source=home.url(address),
            events=tuple(_event(one, locale, home) for one in versions),
        )
        yield PlannedFile(
            path=address, kind=FileKind.CALENDAR, locale=locale, view=view
        )


def _event(one: PublicVersion, locale: str, home: WebHome) -> CalendarEventView:
    version = one.version
    is_announced = one.kind is PublicKind.ANNOUNCED
    notice = approved_notice(version, locale) if is_announced else None
    name = f"{version.label}.{one.site.statement.id}"
    return CalendarEventView(
        uid=f"{name}@{home.authority(one.site)}",
        title=_line(title_of(version, locale)),
        label=str(version.label),
        kind=one.kind.value,
        summary="" if notice is None else notice.summary,
        summary_lang=locale if notice is None else notice.locale,
        day=one.effective,
        is_cancelled=one.is_off,
        is_tentative=one.status is Status.HELD,
        sequence=one.revisions,
        created_at=_moment(one, one.published),
        changed_at=_moment(one, one.changed_on),
        url=home.url(one.page(locale)),
    )


def _moment(one: PublicVersion, day: date) -> str:
    """Give when a day begins, as calendars write it."""
    return f"{one.moment(day).astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _line(text: str) -> str:
    return " ".join(text.split())
