"""From archives and a day to the plan of the site."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice.errors import DuenoticeError
from duenotice.publish import addresses
from duenotice.publish.addresses import StatementAddresses
from duenotice.publish.addresses import relative
from duenotice.publish.data import versions_data
from duenotice.publish.plan import FileKind
from duenotice.publish.plan import PlannedFile
from duenotice.publish.plan import TextChoice
from duenotice.render import locales
from duenotice.render.views import ArchivePageView
from duenotice.render.views import IndexPageView
from duenotice.render.views import LinkView
from duenotice.render.views import PdfView
from duenotice.render.views import ShellView
from duenotice.render.views import StatementEntryView
from duenotice.render.views import StatementPageView
from duenotice.render.views import VersionView
from duenotice.timeline import Status

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping
    from collections.abc import Sequence
    from datetime import date

    from duenotice.model.statement import Statement
    from duenotice.store.archive import Archive
    from duenotice.store.version import StoredVersion


class AddressTakenError(DuenoticeError):
    """Two pages would have the same address."""

    def __init__(self, address: str) -> None:
        """Name it."""
        super().__init__(
            f'two pages of the site would have the address "/{address}"',
            hint="A statement can't have the name of a locale that another page "
            "needs. Rename its folder.",
        )


def plan_files(archives: Sequence[Archive], as_of: date) -> tuple[PlannedFile, ...]:
    """List every file of the site, with all it depends on but the program.

    Raises:
        AddressTakenError: Two pages would have the same address.
    """
    sites = [_StatementSite(one, as_of) for one in archives]
    public = [one for one in sites if one.shown is not None]
    index = _index_addresses(public)
    for site in public:
        site.index_addresses = index
    files = [
        PlannedFile(
            path=addresses.STYLE_SHEET,
            kind=FileKind.ASSET,
            locale="",
            view="site/style.css",
        ),
        *_index_pages(public),
        *(file for site in public for file in site.files()),
    ]
    seen: set[str] = set()
    for file in files:
        if file.path in seen:
            raise AddressTakenError(file.path)
        seen.add(file.path)
    return tuple(files)


def _index_addresses(sites: Sequence[_StatementSite]) -> dict[str, str]:
    """Give the first page's address in every locale that a statement has."""
    found = dict.fromkeys(one for site in sites for one in site.locales)
    all_locales = tuple(found) or (locales.SOURCE_LOCALE,)
    return {one: addresses.index_address(one, all_locales[0]) for one in all_locales}


def _index_pages(sites: Sequence[_StatementSite]) -> Iterator[PlannedFile]:
    names = dict.fromkeys(site.statement.controller.name for site in sites)
    pages = _index_addresses(sites)
    for locale, address in pages.items():
        frame = _Frame(
            locale=locale, address=address, controller=", ".join(names), index=address
        )
        yield PlannedFile(
            path=addresses.file_of(address),
            kind=FileKind.INDEX,
            locale=locale,
            view=IndexPageView(
                shell=frame.shell(frame.controller, frame.controller, pages),
                statements=tuple(site.entry(locale, address) for site in sites),
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """What the shell of a page is made from."""

    locale: str
    address: str
    controller: str
    index: str
    """The address of the first page in this locale."""

    is_indexed: bool = True

    def shell(
        self, title: str, description: str, pages: Mapping[str, str]
    ) -> ShellView:
        """Give the shell.

        Args:
            title: The page's title.
            description: What it is, in a sentence.
            pages: The addresses of the same page, by locale.
        """
        links = tuple(
            LinkView(
                href=relative(address, self.address),
                text=locales.own_language_name(locale),
                lang=locale,
                is_current=locale == self.locale,
            )
            for locale, address in pages.items()
        )
        return ShellView(
            lang=self.locale,
            direction=locales.text_direction(self.locale),
            title=title,
            description=description,
            style_href=relative(addresses.STYLE_SHEET, self.address),
            home=LinkView(
                href=relative(self.index, self.address), text=self.controller
            ),
            controller=self.controller,
            locales=links if len(links) > 1 else (),
            is_indexed=self.is_indexed,
        )


@dataclass(frozen=True, slots=True)
class _Place:
    """A page's language and address."""

    locale: str
    address: str
    addresses: StatementAddresses


class _StatementSite:
    """The files of one statement."""

    def __init__(self, archive: Archive, as_of: date) -> None:
        self.index_addresses: Mapping[str, str] = {}
        self.archive = archive
        self.as_of = as_of
        self.timeline = archive.timeline
        shown = self.timeline.shown(as_of)
        self.shown = None if shown is None else archive.versions[shown.label]

    @property
    def statement(self) -> Statement:
        return self._shown.statement

    @property
    def locales(self) -> tuple[str, ...]:
        return self._locales_of(self._shown)

    @property
    def _shown(self) -> StoredVersion:
        if self.shown is None:
            message = "nothing of this statement is public"
            raise ValueError(message)
        return self.shown

    @property
    def _public(self) -> tuple[StoredVersion, ...]:
        """The versions that have pages, the oldest first."""
        return tuple(
            self.archive.versions[version.label]
            for version in self.timeline.public(self.as_of)
            if not version.is_broken
        )

    def files(self) -> Iterator[PlannedFile]:
        """Give every file of the statement."""
        for locale in self.locales:
            yield self._page(self._shown, locale, is_permalink=False)
            yield self._archive_page(locale)
        for version in self._public:
            for locale in self._locales_of(version):
                yield self._page(version, locale, is_permalink=True)
                yield self._pdf(version, locale)
        source = self.statement.source_locale
        data = self._addresses(source).data
        public = {version: self._locales_of(version) for version in self._public}
        yield PlannedFile(
            path=data,
            kind=FileKind.DATA,
            locale=source,
            view=versions_data(self.archive, public, self.as_of),
        )

    def entry(self, locale: str, address: str) -> StatementEntryView:
        """Give the statement's entry in the index."""
        own = locale if locale in self.locales else self.statement.source_locale
        place = _Place(locale, address, self._addresses(own))
        return StatementEntryView(
            title=self._title(self._shown, own),
            audience=self._audience(self._shown, own),
            page=self._link(place, place.addresses.page, self._title(self._shown, own)),
            locales=tuple(
                LinkView(
                    href=relative(self._addresses(one).page, address),
                    text=locales.own_language_name(one),
                    lang=one,
                    is_current=one == own,
                )
                for one in self.locales
            ),
            version=self._version_view(self._shown, place),
            coming=self._coming(place),
            archive=self._link(place, place.addresses.archive, ""),
        )

    def _page(
        self, version: StoredVersion, locale: str, *, is_permalink: bool
    ) -> PlannedFile:
        own = self._addresses(locale)
        address = own.version(version.label) if is_permalink else own.page
        place = _Place(locale, address, own)
        view = StatementPageView(
            shell=self._statement_shell(version, place, is_permalink=is_permalink),
            title=self._title(version, locale),
            audience=self._audience(version, locale),
            is_permalink=is_permalink,
            version=self._version_view(version, place),
            sections=(),
            in_force=self._in_force_beside(version, place),
            successor=self._successor(version, place),
            coming=() if is_permalink else self._coming(place),
            archive=self._link(place, own.archive, ""),
            statement=self._link(
                place,
                self._page_address(place.locale),
                self._title(self._shown, locale),
            ),
            prevailing=self._prevailing(version, locale),
            prevailing_page=self._prevailing_page(
                version, place, is_permalink=is_permalink
            ),
        )
        return PlannedFile(
            path=addresses.file_of(address),
            kind=FileKind.STATEMENT,
            locale=locale,
            view=view,
            text=self._text_choice(version, locale),
        )

    def _archive_page(self, locale: str) -> PlannedFile:
        own = self._addresses(locale)
        place = _Place(locale, own.archive, own)
        title = self._title(self._shown, locale)
        shell = self._frame(place).shell(
            title,
            self._audience(self._shown, locale) or title,
            {one: self._addresses(one).archive for one in self.locales},
        )
        view = ArchivePageView(
            shell=shell,
            title=title,
            statement=self._link(place, own.page, title),
            versions=tuple(
                self._version_view(version, place) for version in reversed(self._public)
            ),
            data_href=relative(own.data, own.archive),
        )
        return PlannedFile(
            path=addresses.file_of(own.archive),
            kind=FileKind.ARCHIVE,
            locale=locale,
            view=view,
        )

    def _pdf(self, version: StoredVersion, locale: str) -> PlannedFile:
        own = self._addresses(locale)
        path = own.pdf(version.label)
        statement = version.statement
        view = PdfView(
            lang=locale,
            direction=locales.text_direction(locale),
            title=self._title(version, locale),
            controller=statement.controller.name,
            audience=self._audience(version, locale),
            page_size=statement.page_size,
            version=self._lasting_view(version, _Place(locale, path, own)),
            sections=(),
            prevailing=self._prevailing(version, locale),
            contacts=_contact_lines(statement),
        )
        return PlannedFile(
            path=path,
            kind=FileKind.PDF,
            locale=locale,
            view=view,
            text=self._text_choice(version, locale),
        )

    def _lasting_view(self, version: StoredVersion, place: _Place) -> VersionView:
        """Give what is true of a version for ever: nothing of its status."""
        view = self._version_view(version, place)
        return replace(
            view,
            status="",
            published=version.record.published,
            effective=self.timeline[version.label].effective_as_known(self.as_of),
            until=None,
            page=replace(view.page, href=""),
        )

    def _version_view(self, version: StoredVersion, place: _Place) -> VersionView:
        label = version.label
        dated = self.timeline[label]
        own = place.locale if place.locale in self._locales_of(version) else None
        at = self._addresses(own or version.statement.source_locale)
        status = self.timeline.status(label, self.as_of)
        period = self.timeline.period(label, self.as_of)
        is_over = period is not None and status is Status.SUPERSEDED
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
        )

    def _in_force_beside(
        self, version: StoredVersion, place: _Place
    ) -> VersionView | None:
        in_force = self.timeline.in_force(self.as_of)
        if in_force is None or in_force.label == version.label:
            return None
        view = self._version_view(self.archive.versions[in_force.label], place)
        href = self._page_address(place.locale)
        return replace(
            view, page=replace(view.page, href=relative(href, place.address))
        )

    def _successor(self, version: StoredVersion, place: _Place) -> VersionView | None:
        status = self.timeline.status(version.label, self.as_of)
        if status not in {Status.SUPERSEDED, Status.REPLACED}:
            return None
        successor = self.timeline.successor(version.label, self.as_of)
        if successor is None:
            return None
        return self._version_view(self.archive.versions[successor.label], place)

    def _coming(self, place: _Place) -> tuple[VersionView, ...]:
        return tuple(
            self._version_view(self.archive.versions[version.label], place)
            for version in self.timeline.scheduled(self.as_of)
        )

    def _statement_shell(
        self, version: StoredVersion, place: _Place, *, is_permalink: bool
    ) -> ShellView:
        title = self._title(version, place.locale)
        in_force = self.timeline.in_force(self.as_of)
        is_current = in_force is None or in_force.label == version.label
        pages = {
            one: self._addresses(one).version(version.label)
            if is_permalink
            else self._addresses(one).page
            for one in self._locales_of(version)
        }
        frame = self._frame(place, is_indexed=is_current or not is_permalink)
        return frame.shell(
            f"{title} ({version.label})" if is_permalink else title,
            self._audience(version, place.locale) or title,
            pages,
        )

    def _frame(self, place: _Place, *, is_indexed: bool = True) -> _Frame:
        return _Frame(
            locale=place.locale,
            address=place.address,
            controller=self.statement.controller.name,
            index=self.index_addresses.get(place.locale, ""),
            is_indexed=is_indexed,
        )

    def _prevailing(self, version: StoredVersion, locale: str) -> str:
        prevailing = version.statement.prevailing_locale
        return "" if locale == prevailing else prevailing

    def _prevailing_page(
        self,
        version: StoredVersion,
        place: _Place,
        is_permalink: bool,  # noqa: FBT001
    ) -> LinkView | None:
        prevailing = self._prevailing(version, place.locale)
        if prevailing not in self._locales_of(version):
            return None
        other = self._addresses(prevailing)
        target = other.version(version.label) if is_permalink else other.page
        return LinkView(
            href=relative(target, place.address),
            text=locales.own_language_name(prevailing),
            lang=prevailing,
        )

    def _page_address(self, locale: str) -> str:
        """Give the statement's own page, in the source locale where it must be."""
        own = locale if locale in self.locales else self.statement.source_locale
        return self._addresses(own).page

    def _link(self, place: _Place, target: str, text: str) -> LinkView:
        return LinkView(href=relative(target, place.address), text=text)

    def _addresses(self, locale: str) -> StatementAddresses:
        return StatementAddresses(
            statement_id=self.archive.statement_id,
            locale=locale,
            source_locale=self.statement.source_locale,
        )

    def _locales_of(self, version: StoredVersion) -> tuple[str, ...]:
        locked = version.record.lock.locales
        return tuple(one for one in version.statement.locales if locked.get(one))

    def _text_choice(self, version: StoredVersion, locale: str) -> TextChoice:
        return TextChoice(
            statement_id=self.archive.statement_id,
            version=version.label,
            locale=locale,
            sha256=_text_hash(version, locale),
        )

    @staticmethod
    def _title(version: StoredVersion, locale: str) -> str:
        titles = version.statement.title
        return titles.get(locale) or titles[version.statement.source_locale]

    @staticmethod
    def _audience(version: StoredVersion, locale: str) -> str:
        statement = version.statement
        found = statement.audience
        return found.get(locale) or found.get(statement.source_locale, "")


def _text_hash(version: StoredVersion, locale: str) -> str:
    """Hash what a text is made of: its own files and those that fill its gaps."""
    lock = version.record.lock
    used = {locale, version.statement.source_locale}
    facts = {
        "statement": lock.statement.sha256,
        "sections": {
            one: [[locked.id, locked.sha256] for locked in lock.locales.get(one, ())]
            for one in sorted(used)
        },
    }
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()


def _contact_lines(statement: Statement) -> tuple[str, ...]:
    contacts = statement.contacts
    lines = (*contacts.address, contacts.telephone, contacts.email, contacts.web)
    return tuple(line for line in lines if line)
