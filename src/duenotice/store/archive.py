"""All versions of a statement, with the days on which they became public."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from duenotice.diagnostics import Diagnostic
from duenotice.diagnostics import Severity
from duenotice.diagnostics import sort_diagnostics
from duenotice.model.label import VersionLabel
from duenotice.parse.record_file import content_sha256
from duenotice.parse.record_file import parse_record
from duenotice.parse.record_file import record_faults
from duenotice.parse.section_file import says_the_same
from duenotice.store.dating import date_version
from duenotice.store.dating import is_unchecked
from duenotice.store.draft import read_draft
from duenotice.store.draft import read_plain
from duenotice.store.layout import STATEMENT_FILE
from duenotice.store.layout import StatementLayout
from duenotice.store.version import BrokenVersionError
from duenotice.store.version import FileCache
from duenotice.store.version import StoredVersion
from duenotice.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Mapping

    from duenotice.model.record import Record
    from duenotice.parse.section_file import SectionFile
    from duenotice.store.dating import RecordBook
    from duenotice.store.draft import Draft
    from duenotice.store.tree import Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """A statement's draft, versions and timeline, with every fault found."""

    layout: StatementLayout
    draft: Draft
    versions: Mapping[VersionLabel, StoredVersion]
    """By label, in order."""

    timeline: Timeline
    diagnostics: tuple[Diagnostic, ...]
    """Of records, chain and texts; the draft has its own."""

    unchecked: tuple[VersionLabel, ...] = ()
    """Versions whose published day git can't confirm, since the clone is shallow."""

    @property
    def statement_id(self) -> str:
        """Give the statement's id."""
        return self.layout.statement_id

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
        for locale in draft.statement.locales:
            ours = self.draft.sections.get(locale, {})
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
    draft = read_draft(tree, statement_id)
    found: list[Diagnostic] = []
    cache = FileCache(tree)
    versions: dict[VersionLabel, StoredVersion] = {}
    previous: Record | None = None
    for label in _labels(layout, tree, found):
        record = _read_record(layout, tree, label, found)
        if record is None:
            continue
        version = StoredVersion(record=record, layout=layout, cache=cache)
        faults = _record_diagnostics(layout, record, previous)
        faults += _rewriting(layout, record, book)
        faults += _late_adoption(layout, record, versions)
        faults += version.text_faults()
        version.faults = sort_diagnostics(faults)
        found += version.faults
        versions[label] = version
        previous = record
    dated = [date_version(version, draft, book) for version in versions.values()]
    return Archive(
        layout=layout,
        draft=draft,
        versions=versions,
        timeline=Timeline(dated),
        diagnostics=sort_diagnostics(found),
        unchecked=tuple(v.label for v in versions.values() if is_unchecked(v, book)),
    )


def _labels(
    layout: StatementLayout, tree: Tree, found: list[Diagnostic]
) -> list[VersionLabel]:
    labels = []
    for name in layout.version_names(tree.paths):
        try:
            labels.append(VersionLabel.parse(name))
        except ValueError:
            found.append(
                Diagnostic(
                    code="label-invalid",
                    severity=Severity.ERROR,
                    message=f'"{name}" is no version label',
                    path=f"{layout.folder}/versions/{name}",
                    hint="A version is named by its date, such as 2026-11-24, or "
                    "2026-11-24.2 for a second one on that day. Folders here are made "
                    "by `duenotice release`.",
                )
            )
    return sorted(labels)


def _read_record(
    layout: StatementLayout, tree: Tree, label: VersionLabel, found: list[Diagnostic]
) -> Record | None:
    path = layout.record_file(label)
    if path not in tree.paths:
        found.append(_fault("record-missing", f"version {label} has no record", path))
        return None
    data = read_plain(tree, path, found)
    if data is None:
        return None
    record, faults = parse_record(data, path)
    found += faults
    if record is not None and record.version != label:
        found.append(
            _fault(
                "record-misplaced",
                f"the record is of version {record.version}, but lies in the folder "
                f"of {label}",
                path,
            )
        )
        return None
    return record


def _record_diagnostics(
    layout: StatementLayout, record: Record, previous: Record | None
) -> list[Diagnostic]:
    path = layout.record_file(record.version)
    found = [
        _fault("record-changed", f"the record was edited: {fault}", path)
        for fault in record_faults(record)
    ]
    expected = None if previous is None else previous.digest
    if record.previous != expected:
        before = "no version" if previous is None else f"version {previous.version}"
        found.append(
            _fault(
                "chain-broken",
                f"the record doesn't follow from the record before it ({before})",
                path,
            )
        )
    return found


def _rewriting(
    layout: StatementLayout, record: Record, book: RecordBook
) -> list[Diagnostic]:
    """Find a record that was recorded with other content than it has now."""
    path = layout.record_file(record.version)
    forms = book.history.get(path, ())
    if len(forms) < 2:  # noqa: PLR2004 - one form can't differ from itself
        return []
    first, _ = parse_record(book.read_object(forms[0].object_id), path)
    if first is None or first.digest == record.digest:
        return []
    message = f"version {record.version} was recorded with another content"
    return [_fault("record-rewritten", message, path)]


def _late_adoption(
    layout: StatementLayout,
    record: Record,
    earlier: Mapping[VersionLabel, StoredVersion],
) -> list[Diagnostic]:
    """Find an adopted version among those that the program published itself."""
    if not record.is_adopted or all(v.record.is_adopted for v in earlier.values()):
        return []
    message = f"version {record.version} was adopted after the program's own versions"
    return [_fault("adopted-late", message, layout.record_file(record.version))]


def _fault(code: str, message: str, path: str) -> Diagnostic:
    return Diagnostic(
        code=code,
        severity=Severity.ERROR,
        message=message,
        path=path,
        hint=BrokenVersionError.hint,
    )
