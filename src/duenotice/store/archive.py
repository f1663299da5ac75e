"""All versions of a statement, with the days on which they became public."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from duenotice.diagnostics import Severity
from duenotice.diagnostics import sort_diagnostics
from duenotice.errors import DuenoticeError
from duenotice.model.label import VersionLabel
from duenotice.parse.record_file import content_sha256
from duenotice.parse.section_file import says_the_same
from duenotice.store.dating import date_version
from duenotice.store.dating import is_unchecked
from duenotice.store.draft import read_draft
from duenotice.store.integrity import adoption_faults
from duenotice.store.integrity import digest_faults
from duenotice.store.integrity import find_labels
from duenotice.store.integrity import read_record
from duenotice.store.integrity import rewriting_faults
from duenotice.store.integrity import unlocked_files
from duenotice.store.layout import STATEMENT_FILE
from duenotice.store.layout import StatementLayout
from duenotice.store.version import FileCache
from duenotice.store.version import StoredVersion
from duenotice.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Sequence

    from duenotice.diagnostics import Diagnostic
    from duenotice.model.record import Record
    from duenotice.parse.section_file import SectionFile
    from duenotice.store.dating import RecordBook
    from duenotice.store.draft import Draft
    from duenotice.store.tree import Tree
    from duenotice.timeline import DatedVersion


class UnknownVersionError(DuenoticeError):
    """There is no such version."""

    def __init__(self, name: str, known: Sequence[VersionLabel]) -> None:
        """Name it and those there are."""
        names = ", ".join(map(str, known[-6:])) or "none"
        super().__init__(
            f'there is no version "{name}"', hint=f"The newest versions: {names}."
        )


@dataclass(frozen=True, kw_only=True)
class Archive:
    """A statement's draft, versions and timeline, with every fault found."""

    layout: StatementLayout
    tree: Tree
    versions: Mapping[VersionLabel, StoredVersion]
    """By label, in order."""

    timeline: Timeline
    diagnostics: tuple[Diagnostic, ...]
    """Of records, chain and texts; the draft has its own."""

    unchecked: tuple[VersionLabel, ...] = ()
    """Versions whose published day git can't confirm, since the clone is shallow."""

    @cached_property
    def draft(self) -> Draft:
        """Give the draft; most questions about versions don't need it."""
        return read_draft(self.tree, self.statement_id)

    @property
    def statement_id(self) -> str:
        """Give the statement's id."""
        return self.layout.statement_id

    def find(self, name: str) -> StoredVersion:
        """Find a version by its label as text.

        Raises:
            UnknownVersionError: There is none.
        """
        try:
            return self.versions[VersionLabel.parse(name)]
        except (ValueError, KeyError) as error:
            raise UnknownVersionError(name, tuple(self.versions)) from error

    @property
    def newest(self) -> StoredVersion | None:
        """Give the version with the highest label."""
        return next(reversed(tuple(self.versions.values())), None)

    @property
    def basis(self) -> StoredVersion | None:
        """Give the last version not withdrawn: the draft goes on from its text."""
        for dated in reversed(self.timeline.versions):
            if not dated.is_withdrawn(date.max):
                return self.versions[dated.label]
        return None

    def unreleased(self) -> tuple[str, ...]:
        """Give the draft's files that read otherwise than in the newest version.

        Stamps and policy don't count. A file that is gone is given too.
        """
        basis = self.basis
        draft = self.draft.statement_file
        if basis is None or draft is None:
            return tuple(
                f"{locale}/{one}.md"
                for locale, by_id in self.draft.sections.items()
                for one in by_id
            )
        is_same = draft.statement.published_text() == basis.statement.published_text()
        changed = [] if is_same else [STATEMENT_FILE]
        locales = draft.statement.locales
        gone = (one for one in basis.record.lock.locales if one not in locales)
        for locale in (*locales, *gone):
            ours = self.draft.sections.get(locale, {}) if locale in locales else {}
            changed += [
                f"{locale}/{section_id}.md"
                for section_id in _changed_sections(basis, locale, ours)
            ]
        return tuple(changed)


def _changed_sections(
    basis: StoredVersion, locale: str, ours: Mapping[str, SectionFile]
) -> list[str]:
    locked = {one.id: one for one in basis.record.lock.locales.get(locale, ())}
    changed = set(locked) ^ set(ours)
    for section_id in set(locked) & set(ours):
        file = ours[section_id]
        # Equal bytes need no reading; nearly all files are.
        if content_sha256(file.text.encode()) != locked[section_id].sha256:
            former = basis.section_files(locale)[section_id]
            if not says_the_same(file, former):
                changed.add(section_id)
    return sorted(changed)


def read_archive(tree: Tree, statement_id: str, book: RecordBook) -> Archive:
    """Read and check a statement as a tree has it."""
    layout = StatementLayout(statement_id)
    found: list[Diagnostic] = []
    cache = FileCache(tree)
    versions: dict[VersionLabel, StoredVersion] = {}
    previous: Record | None = None
    for label in find_labels(layout, tree, found):
        record = read_record(layout, tree, label, found)
        if record is None:
            continue
        version = StoredVersion(record=record, layout=layout, cache=cache)
        faults = [
            *digest_faults(version, previous),
            *rewriting_faults(version, book),
            *adoption_faults(version, versions.values()),
            *version.text_faults(),
        ]
        found += sort_diagnostics(faults)
        errors = [one for one in faults if one.severity is Severity.ERROR]
        version.faults = sort_diagnostics(errors)
        versions[label] = version
        previous = record
    found += unlocked_files(layout, tree, versions.values())
    dated: list[DatedVersion] = []
    for version in versions.values():
        supersedes = version.record.supersedes
        superseded = None if supersedes is None else versions.get(supersedes)
        dated.append(date_version(version, book, superseded=superseded, earlier=dated))
    return Archive(
        layout=layout,
        tree=tree,
        versions=versions,
        timeline=Timeline(dated),
        diagnostics=sort_diagnostics(found),
        unchecked=tuple(v.label for v in versions.values() if is_unchecked(v, book)),
    )
