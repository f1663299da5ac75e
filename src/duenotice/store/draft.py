"""The draft of a statement: the text that has not been fixed as a version yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.diagnostics import Diagnostic
from duenotice.diagnostics import Severity
from duenotice.diagnostics import sort_diagnostics
from duenotice.parse.assemble import assemble_text
from duenotice.parse.assemble import is_behind
from duenotice.parse.section_file import SectionFile
from duenotice.parse.section_file import parse_section
from duenotice.parse.statement_file import parse_statement
from duenotice.store.layout import StatementLayout
from duenotice.store.tree import NotAFileError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.model.statement import Section
    from duenotice.model.statement import Statement
    from duenotice.model.statement import StatementText
    from duenotice.parse.statement_file import StatementFile
    from duenotice.store.tree import Tree

SectionFiles = Mapping[str, Mapping[str, SectionFile]]
"""Sections with their files, by locale and id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A draft with its faults."""

    layout: StatementLayout
    statement_file: StatementFile | None
    """Nothing where it is missing or at fault."""

    sections: SectionFiles
    diagnostics: tuple[Diagnostic, ...]
    unreadable: frozenset[tuple[str, str]] = frozenset()
    """Locale and id of section files that are there and couldn't be read."""

    @property
    def statement(self) -> Statement | None:
        """Give the statement where its file could be read."""
        return None if self.statement_file is None else self.statement_file.statement

    def missing(self, locale: str) -> tuple[str, ...]:
        """Give the ids of sections that a locale doesn't have, in order."""
        own = self.sections.get(locale, {})
        source = self._source_sections
        return tuple(one for one in source if one not in own)

    def behind(self, locale: str) -> tuple[str, ...]:
        """Give the ids of sections that render an older version of the source."""
        own = self.sections.get(locale, {})
        return tuple(
            one
            for one, source in self._source_sections.items()
            if one in own
            and own[one] is not source
            and is_behind(own[one].front.translates, source.front.version)
        )

    @property
    def _source_sections(self) -> dict[str, SectionFile]:
        if self.statement is None:
            return {}
        source = self.sections.get(self.statement.source_locale, {})
        ids = self.statement.section_ids
        return {one: source[one] for one in ids if one in source}

    def text(self, locale: str) -> StatementText:
        """Give the whole text in one locale."""
        if self.statement_file is None:
            message = "a draft without a statement has no text"
            raise ValueError(message)
        statement = self.statement_file.statement
        needed = {locale, statement.source_locale}
        files = {one: self.sections.get(one, {}) for one in sorted(needed)}
        return assemble_text(statement, sections_of(files), locale)


def sections_of(files: SectionFiles) -> dict[str, dict[str, Section]]:
    """Give the sections without their files."""
    return {
        locale: {section_id: one.section for section_id, one in by_id.items()}
        for locale, by_id in files.items()
    }


def read_draft(tree: Tree, statement_id: str) -> Draft:
    """Read a statement's draft from a tree."""
    layout = StatementLayout(statement_id)
    found: list[Diagnostic] = []
    statement_file = read_draft_statement(tree, layout, found)
    sections: dict[str, dict[str, SectionFile]] = {}
    files = layout.draft_sections(tree.paths)
    unreadable = set(_linked_sections(tree, layout, statement_file, found))
    for (locale, section_id), path in files.items():
        data = read_plain(tree, path, found)
        if data is not None:
            section, faults = parse_section(section_id, data, path)
            found += faults
            if section is not None:
                sections.setdefault(locale, {})[section_id] = section
        if section_id not in sections.get(locale, {}):
            unreadable.add((locale, section_id))
    return Draft(
        layout=layout,
        statement_file=statement_file,
        sections=sections,
        diagnostics=sort_diagnostics(found),
        unreadable=frozenset(unreadable),
    )


def _linked_sections(
    tree: Tree,
    layout: StatementLayout,
    statement_file: StatementFile | None,
    found: list[Diagnostic],
) -> Iterator[tuple[str, str]]:
    """Report the locales whose folder is a link; give locale and id of their texts."""
    if statement_file is None:
        return
    for locale in statement_file.statement.locales:
        path = f"{layout.folder}/{locale}"
        if path in tree.paths and read_plain(tree, path, found) is None:
            for section_id in statement_file.statement.section_ids:
                yield locale, section_id


def read_draft_statement(
    tree: Tree, layout: StatementLayout, found: list[Diagnostic]
) -> StatementFile | None:
    """Read a draft's settings without its sections, or report why not."""
    path = layout.statement_file()
    if path not in tree.paths:
        found.append(
            Diagnostic(
                code="statement-missing",
                severity=Severity.ERROR,
                message=f'the statement "{layout.statement_id}" has no statement.yaml',
                path=path,
                hint="Write one (`duenotice init` makes an example), or remove the "
                "folder if it is no statement.",
            )
        )
        return None
    data = read_plain(tree, path, found)
    if data is None:
        return None
    statement_file, faults = parse_statement(layout.statement_id, data, path)
    found += faults
    return statement_file


def read_plain(tree: Tree, path: str, found: list[Diagnostic]) -> bytes | None:
    """Read a file; a link in its place is reported and not followed."""
    try:
        return tree.read(path)
    except NotAFileError as error:
        found.append(
            Diagnostic(
                code="not-a-file",
                severity=Severity.ERROR,
                message="it is not a plain file but a link, a pipe or a submodule",
                path=path,
                hint=error.advice,
            )
        )
        return None
