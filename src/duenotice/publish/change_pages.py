"""The planned pages of changes: each with its notice, which is a PDF too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from duenotice.publish import addresses
from duenotice.publish.addresses import relative
from duenotice.publish.approved_notice import approved_notice
from duenotice.publish.change_entries import change_entry
from duenotice.publish.change_entries import choices
from duenotice.publish.change_entries import text_before
from duenotice.publish.notice_html import notice_html
from duenotice.publish.plan import FileKind
from duenotice.publish.plan import PlannedFile
from duenotice.publish.public_kind import PublicKind
from duenotice.publish.public_kind import public_kind
from duenotice.publish.public_version import PublicVersion
from duenotice.publish.shell import Frame
from duenotice.publish.shell import Place
from duenotice.publish.statement_site import locales_of
from duenotice.publish.statement_site import title_of
from duenotice.publish.text_choices import text_choice
from duenotice.render import locales
from duenotice.render.change_views import ChangePageView
from duenotice.render.change_views import NoticePdfView
from duenotice.render.change_views import NoticeView

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping

    from duenotice.publish.approved_notice import ApprovedNotice
    from duenotice.publish.plan import TextChoice
    from duenotice.publish.statement_site import StatementSite
    from duenotice.render.views import ShellView
    from duenotice.store.version import StoredVersion


class ChangePages:
    """Plans the pages of one statement's changes."""

    def __init__(self, site: StatementSite, index: Mapping[str, str]) -> None:
        """Take the statement, and the first page's address by locale."""
        self.site = site
        self.index = index

    def files(self) -> Iterator[PlannedFile]:
        """Give the page of every version of which the kind is known, and its PDF.

        Nobody assessed what was adopted, and a first version changes nothing.
        """
        for version in self.site.public:
            kind = public_kind(version.record)
            if kind is PublicKind.UNSAID:
                continue
            is_announced = kind is PublicKind.ANNOUNCED
            for locale in locales_of(version):
                notice = approved_notice(version, locale) if is_announced else None
                yield self._page(version, locale, notice)
                if notice is not None:
                    yield self._pdf(version, locale, notice)

    def _page(
        self, version: StoredVersion, locale: str, notice: ApprovedNotice | None
    ) -> PlannedFile:
        site, own = self.site, self.site.addresses(locale)
        place = Place(locale, own.change(version.label), own)
        shown = site.shown_addresses(locale)
        entry = change_entry(site, version, place)
        before = text_before(site, version)
        view = ChangePageView(
            shell=self._shell(version, place),
            title=title_of(version, locale),
            entry=entry,
            as_of=None if entry.days_left is None else site.as_of,
            notified=PublicVersion(site, version).notified,
            reaches=version.record.reaches.value,
            notice=_notice_view(notice, place, version),
            before=None if before is None else site.version_view(before, place),
            side_by_side_href=self._side_by_side(version, before, place),
            in_force=place.link(shown.page, title_of(site.shown, shown.locale)),
            changes=place.link(shown.changes, ""),
            pdf_href="" if notice is None else _pdf_href(version, place),
            prevailing=prevailing_of(version, locale),
        )
        return PlannedFile(
            path=addresses.file_of(place.address),
            kind=FileKind.CHANGE,
            locale=locale,
            view=view,
            text=text_choice(site, version, locale),
            earlier=self._earlier(before, locale),
            record=version.record.digest,
        )

    def _pdf(
        self, version: StoredVersion, locale: str, notice: ApprovedNotice
    ) -> PlannedFile:
        site, own = self.site, self.site.addresses(locale)
        path = own.notice_pdf(version.label)
        statement, record = version.statement, version.record
        effective = site.timeline[version.label].effective_as_known(site.as_of)
        view = NoticePdfView(
            lang=locale,
            direction=locales.text_direction(locale),
            title=title_of(version, locale),
            controller=statement.controller.name,
            page_size=statement.page_size,
            label=str(version.label),
            announced=record.published,
            effective=effective,
            reaches=record.reaches.value,
            is_required_by_law=record.required_by_law is not None,
            choices=choices(version, effective),
            notice=_view(notice, locale, notice_html(notice, notice.without_places())),
            prevailing=prevailing_of(version, locale),
        )
        return PlannedFile(
            path=path,
            kind=FileKind.NOTICE_PDF,
            locale=locale,
            view=view,
            text=text_choice(site, version, locale),
            earlier=self._earlier(text_before(site, version), locale),
            record=record.digest,
        )

    def _earlier(self, before: StoredVersion | None, locale: str) -> TextChoice | None:
        """Choose the earlier text, in the source's language where it has no other."""
        if before is None:
            return None
        has_own = locale in locales_of(before)
        own = locale if has_own else before.statement.source_locale
        return text_choice(self.site, before, own)

    def _side_by_side(
        self, version: StoredVersion, before: StoredVersion | None, place: Place
    ) -> str:
        if before is None or place.locale not in locales_of(before):
            return ""
        page = place.addresses.parallel(before.label, version.label)
        return relative(page, place.address)

    def _shell(self, version: StoredVersion, place: Place) -> ShellView:
        site, label = self.site, version.label
        frame = Frame(
            locale=place.locale,
            address=place.address,
            controller=site.statement.controller.name,
            index=self.index.get(place.locale, ""),
        )
        pages = {one: site.addresses(one).change(label) for one in locales_of(version)}
        title = f"{title_of(version, place.locale)} ({label})"
        return frame.shell(title, title, pages)


def prevailing_of(version: StoredVersion, locale: str) -> str:
    """Give the language that counts, where it isn't this one."""
    prevailing = version.statement.prevailing_locale
    return "" if locale == prevailing else prevailing


def _pdf_href(version: StoredVersion, place: Place) -> str:
    return relative(place.addresses.notice_pdf(version.label), place.address)


def _notice_view(
    notice: ApprovedNotice | None, place: Place, version: StoredVersion
) -> NoticeView | None:
    """Give a notice whose links to sections lead into the version's own page."""
    if notice is None:
        return None
    page = relative(place.addresses.version(version.label), place.address)
    html = str(notice_html(notice, notice.blocks))
    # Text is escaped, so that this is a tag wherever it stands.
    linked = html.replace('<a href="#', f'<a href="{page}#')
    return _view(notice, place.locale, Markup(linked))  # noqa: S704 - as it was


def _view(notice: ApprovedNotice, locale: str, content: Markup) -> NoticeView:
    return NoticeView(
        content=content,
        lang=notice.locale,
        direction=locales.text_direction(notice.locale),
        is_foreign=notice.locale != locale,
    )
