"""A whole text as files: what a version fixes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.parse.assemble import assemble_text
from duenotice.parse.section_file import unstamped
from duenotice.store.draft import sections_of
from duenotice.store.faulty import FaultyTextError

if TYPE_CHECKING:
    from duenotice.model.statement import StatementText
    from duenotice.parse.section_file import SectionFile
    from duenotice.parse.statement_file import StatementFile
    from duenotice.store.draft import Draft
    from duenotice.store.draft import SectionFiles
    from duenotice.store.version import StoredVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeText:
    """A statement and its sections, with the text of their files."""

    statement: StatementFile
    sections: SectionFiles

    def text(self, locale: str) -> StatementText:
        """Give the whole text in one language, as people read it."""
        return assemble_text(
            self.statement.statement, sections_of(self.sections), locale
        )

    @property
    def source_locale(self) -> str:
        """Give the language that it is written in."""
        return self.statement.statement.source_locale

    @property
    def locales(self) -> tuple[str, ...]:
        """Give the languages that it has a text in, the source first."""
        known = self.statement.statement.locales
        return tuple(one for one in known if self.sections.get(one))

    def section(self, locale: str, section_id: str) -> SectionFile | None:
        """Find a section in one language."""
        return self.sections.get(locale, {}).get(section_id)

    def says_the_same(self, other: WholeText) -> bool:
        """Tell whether both read the same, apart from stamps and policy."""
        ours = self.statement.statement.published_text()
        theirs = other.statement.statement.published_text()
        return ours == theirs and self._comparable() == other._comparable()

    def _comparable(self) -> dict[tuple[str, str], tuple[str, str]]:
        statement = self.statement.statement
        return {
            (locale, section_id): (unstamped(one.text), str(one.front.translates))
            for locale in statement.locales
            for section_id, one in self.sections.get(locale, {}).items()
        }


def text_of_draft(draft: Draft) -> WholeText:
    """Give the draft's text.

    Raises:
        FaultyTextError: Its statement can't be read.
    """
    if draft.statement_file is None:
        raise FaultyTextError(draft.diagnostics)
    return WholeText(statement=draft.statement_file, sections=draft.sections)


def text_of_version(version: StoredVersion) -> WholeText:
    """Give the text of a version."""
    return WholeText(
        statement=version.statement_file,
        sections={
            locale: version.section_files(locale)
            for locale in version.record.lock.locales
        },
    )


Notices = Mapping[str, str]
"""The texts of a version's notice, by locale."""
