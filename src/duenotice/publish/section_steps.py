"""One change of a section, as the page of the section's history tells of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.publish.addresses import relative
from duenotice.publish.plan import SectionChoice
from duenotice.publish.plan import SectionPair
from duenotice.publish.statement_site import locales_of
from duenotice.publish.text_choices import text_choice
from duenotice.render import locales
from duenotice.render.section_views import SectionStepView
from duenotice.store.section_history import SectionChangeKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from duenotice.model.label import VersionLabel
    from duenotice.publish.shell import Place
    from duenotice.publish.statement_site import StatementSite
    from duenotice.store.section_history import SectionChange
    from duenotice.store.version import StoredVersion

TRANSLATED = "translated"
"""What happened to a section that is in a language for the first time."""


class SectionStep:
    """One change of a section, told at some place of the site."""

    def __init__(
        self, site: StatementSite, change: SectionChange, place: Place
    ) -> None:
        """Take the statement, the change, and where it is told."""
        self.site = site
        self.change = change
        self.place = place
        self.version = site.version(change.version)
        self.before = None if change.before is None else site.version(change.before)
        self.is_removed = change.what is SectionChangeKind.REMOVED

    @property
    def ids(self) -> tuple[str, ...]:
        """Give all ids that the section has in this step."""
        return (self.change.section_id, *self.change.former_ids)

    @property
    def lang(self) -> str:
        """Give the language of what is shown."""
        held = self.before if self.is_removed else self.version
        return self._lang(held, self.change.section_id)

    def _lang(self, version: StoredVersion | None, section_id: str) -> str:
        if version is None:
            return self.place.locale
        locked = version.record.lock.locales.get(self.place.locale, ())
        has_own = any(one.id == section_id for one in locked)
        return self.place.locale if has_own else version.statement.source_locale

    @property
    def is_translated(self) -> bool:
        """Tell whether the section was in another language before."""
        former = self.change.former_ids
        if self.before is None or not former or self.is_removed:
            return False
        return self._lang(self.before, former[0]) != self.lang

    def view(self, anchor: str) -> SectionStepView:
        """Give what the page shows of it, still without the redline."""
        change, place, lang = self.change, self.place, self.lang
        return SectionStepView(
            version=self.site.version_view(self.version, place),
            anchor=anchor,
            what=TRANSLATED if self.is_translated else change.what.value,
            title=change.title,
            lang=lang,
            direction=locales.text_direction(lang),
            is_foreign=lang != place.locale,
            former=self._titles(change.before, self._former_ids()),
            shared_with=self._titles(change.version, change.shared_with),
            text_href=self._text_href(),
        )

    def _former_ids(self) -> tuple[str, ...]:
        """Give what it was before, where that is worth a word."""
        change = self.change
        is_same = change.former_ids == (change.section_id,)
        return () if is_same else change.former_ids

    def _titles(
        self, label: VersionLabel | None, ids: tuple[str, ...]
    ) -> tuple[str, ...]:
        if label is None:
            return ()
        files = self.site.histories(self.place.locale).files(label)
        return tuple(files[one].front.title for one in ids)

    def _text_href(self) -> str:
        if self.is_removed:
            return ""
        locale = self._locale_of(self.version)
        page = self.site.addresses(locale).version(self.version.label)
        return f"{relative(page, self.place.address)}#{self.change.section_id}"

    def pair(self) -> SectionPair:
        """Give the texts that are compared: one alone where there is no other."""
        change = self.change
        old = self._choice(self.before, change.former_ids)
        new = self._choice(self.version, (change.section_id, *change.shared_with))
        if self.is_removed:
            return SectionPair(old=old, new=None)
        has_old = bool(change.former_ids) and not self.is_translated
        return SectionPair(old=old if has_old else None, new=new)

    def _choice(
        self, version: StoredVersion | None, ids: tuple[str, ...]
    ) -> SectionChoice | None:
        if version is None:
            return None
        locale = self._locale_of(version)
        return SectionChoice(text=text_choice(self.site, version, locale), ids=ids)

    def _locale_of(self, version: StoredVersion) -> str:
        """Give the page's language, or the source's in a version without it."""
        has_own = self.place.locale in locales_of(version)
        return self.place.locale if has_own else version.statement.source_locale


def section_anchors(changes: Iterable[SectionChange]) -> tuple[str, ...]:
    """Give the places of changes on the page of a section's history.

    The first of a version has a place that others can name.
    """
    found: list[str] = []
    for one in changes:
        name = f"_{one.version}"
        found.append(f"{name}-{one.section_id}" if name in found else name)
    return tuple(found)
