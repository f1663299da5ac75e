"""A version as a change: what lists of changes and its own page say of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from duenotice.materiality.levels import Level
from duenotice.notice.alphabets import spoken_in
from duenotice.publish.approved_notice import approved_notice
from duenotice.publish.public_kind import PublicKind
from duenotice.publish.public_kind import public_kind
from duenotice.publish.statement_site import locales_of
from duenotice.render import locales
from duenotice.render.change_views import ChangeEntryView
from duenotice.render.change_views import ChoiceView
from duenotice.render.change_views import SummaryView
from duenotice.timeline import Status

if TYPE_CHECKING:
    from datetime import date

    from duenotice.publish.shell import Place
    from duenotice.publish.statement_site import StatementSite
    from duenotice.store.version import StoredVersion

_ONE_DAY = timedelta(days=1)


def change_entry(
    site: StatementSite, version: StoredVersion, place: Place
) -> ChangeEntryView:
    """Tell of a version as a change, in the language of a place."""
    record = version.record
    begins = site.timeline[version.label].begins(site.as_of)
    status = site.timeline.status(version.label, site.as_of)
    is_coming = status is Status.SCHEDULED
    return ChangeEntryView(
        version=site.version_view(version, place),
        is_first=version.label == site.public[0].label,
        summary=_summary(version, place.locale),
        sections=changed_titles(version, text_before(site, version), place.locale),
        choices=choices(version, begins),
        is_required_by_law=record.required_by_law is not None,
        days_left=(begins - site.as_of).days if is_coming else None,
        successor=site.successor(version, place) if status is Status.REPLACED else None,
    )


def text_before(site: StatementSite, version: StoredVersion) -> StoredVersion | None:
    """Give the version whose text a version changes, where it can be read."""
    assessment = version.record.assessment
    if assessment is None:
        return None
    return next((one for one in site.public if one.label == assessment.against), None)


def choices(version: StoredVersion, begins: date) -> tuple[ChoiceView, ...]:
    """Give what people are asked before a version takes effect."""
    assessment = version.record.assessment
    ids = () if assessment is None else (one.id for one in assessment.obligations)
    return tuple(
        ChoiceView(
            kind=Level.named(word).word, asked=asked, answer_by=begins - _ONE_DAY
        )
        for word, _, asked in (one.partition("-") for one in ids)
    )


def changed_titles(
    version: StoredVersion, before: StoredVersion | None, locale: str
) -> tuple[str, ...]:
    """Name the sections that are others than before, in one language.

    Of those that are gone, the former titles.
    """
    if before is None or locale not in locales_of(version):
        return ()
    now, then = version.section_files(locale), before.section_files(locale)
    locked = {one.id: one.sha256 for one in version.record.lock.locales[locale]}
    known = {one.id: one.sha256 for one in before.record.lock.locales.get(locale, ())}
    kept = {former for file in now.values() for former in file.front.formerly}
    changed = (now[one] for one, sha256 in locked.items() if sha256 != known.get(one))
    gone = (then[one] for one in known if one not in locked and one not in kept)
    return tuple(file.front.title for file in (*changed, *gone))


def _summary(version: StoredVersion, locale: str) -> SummaryView | None:
    if public_kind(version.record) is not PublicKind.ANNOUNCED:
        return None
    notice = approved_notice(version, locale)
    if notice is None or not notice.summary:
        return None
    lang = spoken_in(notice.summary, notice.locale, notice.source_locale)
    return SummaryView(
        text=notice.summary, lang=lang, direction=locales.text_direction(lang)
    )
