"""All versions of a statement, with the days on which they became public."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
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
from duenotice.store.draft import read_draft_statement
from duenotice.store.integrity import adoption_faults
from duenotice.store.integrity import digest_faults
from duenotice.store.integrity import find_labels
from duenotice.store.integrity import find_removed
from duenotice.store.integrity import is_same
from duenotice.store.integrity import last_recorded
from duenotice.store.integrity import read_record
from duenotice.store.integrity import rewriting_faults
from duenotice.store.integrity import unlocked_files
from duenotice.store.layout import STATEMENT_FILE
from duenotice.store.layout import StatementLayout
from duenotice.store.version import NOTICE_FAULTS
from duenotice.store.version import FileCache
from duenotice.store.version import StoredVersion
from duenotice.timeline import Hold
from duenotice.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Sequence

    from duenotice.diagnostics import Diagnostic
    from duenotice.model.record import Record
    from duenotice.model.statement import Statement
    from duenotice.parse.section_file import SectionFile
    from duenotice.store.draft import Draft
    from duenotice.store.record_book import RecordBook
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

    @cached_property
    def draft_statement(self) -> Statement | None:
        """Give the draft's settings; a question about a day needs no more of it."""
        if "draft" in self.__dict__:
            return self.draft.statement
        file = read_draft_statement(self.tree, self.layout, [])
        return None if file is None else file.statement

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

    def holding(self, codes: Mapping[VersionLabel, str]) -> Archive:
        """Give the archive with more versions held, each by a condition of the gate."""
        if not codes:
            return self
        versions = (
            replace(one, holds=(*one.holds, Hold(code=codes[one.label])))
            if one.label in codes
            else one
            for one in self.timeline.versions
        )
        return replace(self, timeline=Timeline(versions))

    def let_through(self) -> Archive:
        """Give the archive as if every version had passed the gate: for previews."""
        versions = (
            replace(one, holds=(), mailing=None, earliest=date.min)
            for one in self.timeline.versions
        )
        return replace(self, timeline=Timeline(versions))

    @property
    def newest(self) -> StoredVersion | None:
        """Give the version with the highest label."""
        return next(reversed(tuple(self.versions.values())), None)

    @property
    def proposed(self) -> tuple[StoredVersion, ...]:
        """Give the versions that are not recorded yet, in order."""
        return tuple(
            self.versions[one.label]
            for one in self.timeline.versions
            if one.published is None
        )

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
    versions = _Versions(layout=layout, cache=FileCache(tree), book=book).read(found)
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


@dataclass(slots=True, kw_only=True)
class _Versions:
    """The versions of a statement, the earlier ones read before the later."""

    layout: StatementLayout
    cache: FileCache
    book: RecordBook
    known: dict[VersionLabel, StoredVersion] = field(default_factory=dict)
    previous: Record | None = None
    """The last record that could be read."""

    lost: list[Record] = field(default_factory=list)
    """Those since then that were recorded and are no longer to be read."""

    def read(self, found: list[Diagnostic]) -> dict[VersionLabel, StoredVersion]:
        """Read them all, and those that are gone from what was recorded of them.

        No earlier text may take the place of one that is gone.
        """
        tree = self.cache.tree
        labels = find_labels(self.layout, tree, found)
        removed = find_removed(self.layout, tree, self.book, found)
        for label in sorted({*labels, *removed}):
            faults = [removed[label]] if label in removed else []
            record = None if faults else read_record(self.layout, tree, label, faults)
            if record is not None:
                faults += self._keep(record)
            elif (recorded := last_recorded(self.layout, label, self.book)) is not None:
                self.known[label] = self._stored(recorded)
                self.lost.append(recorded)
            found += sort_diagnostics(faults)
            if label in self.known:
                self._settle(self.known[label], faults)
        return self.known

    def _keep(self, record: Record) -> list[Diagnostic]:
        """Take in a record that can be read; give its faults."""
        version = self._stored(record)
        before = (one for one in self.lost if one.digest == record.previous)
        faults = [
            *digest_faults(version, next(before, self.previous)),
            *rewriting_faults(version, self.book),
            *adoption_faults(version, self.known.values()),
            *version.text_faults(),
        ]
        self.known[record.version] = version
        self.previous = record
        self.lost.clear()
        return faults

    def _settle(self, version: StoredVersion, faults: list[Diagnostic]) -> None:
        """Note what is wrong with a version; its days are those that were recorded."""
        errors = [
            one
            for one in faults
            if one.severity is Severity.ERROR and one.code not in NOTICE_FAULTS
        ]
        version.faults = sort_diagnostics(errors)
        if errors:
            recorded = last_recorded(self.layout, version.label, self.book)
            if recorded is not None and not is_same(recorded, version.record):
                version.record = recorded

    def _stored(self, record: Record) -> StoredVersion:
        return StoredVersion(
            record=record, layout=self.layout, cache=self.cache, book=self.book
        )
