"""Fixing a text as a version: stamps, copies, lock, record."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice.model.record import Event
from duenotice.model.record import EventKind
from duenotice.model.record import Lock
from duenotice.model.record import LockedFile
from duenotice.model.record import LockedSection
from duenotice.model.record import Record
from duenotice.parse.record_file import content_sha256
from duenotice.parse.record_file import record_digest
from duenotice.parse.record_file import write_record
from duenotice.parse.section_file import parse_section
from duenotice.parse.section_file import says_the_same
from duenotice.parse.section_file import stamped
from duenotice.release.notices import hashes_of
from duenotice.store.faulty import FaultyTextError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Sequence

    from duenotice.model.label import VersionLabel
    from duenotice.parse.section_file import SectionFile
    from duenotice.release.changes import ChangeSet
    from duenotice.release.version_facts import VersionFacts
    from duenotice.store.layout import StatementLayout
    from duenotice.store.version import StoredVersion
    from duenotice.store.whole_text import WholeText


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedVersion:
    """A version that is ready to be written."""

    record: Record
    text: WholeText
    """Its text with the stamps it now carries."""


@dataclass(frozen=True, slots=True)
class _Copy:
    """A copy in a version's folder."""

    file: SectionFile
    locked: LockedFile


@dataclass(slots=True)
class Copies:
    """Copies that a new version can share, the best first."""

    statements: list[tuple[WholeText, LockedFile]] = field(default_factory=list)
    sections: dict[tuple[str, str], list[_Copy]] = field(default_factory=dict)

    def add_all(self, others: Copies) -> None:
        """Add all of others, behind those added before."""
        self.statements += others.statements
        for key, copies in others.sections.items():
            self.sections.setdefault(key, []).extend(copies)

    def add(self, record: Record, text: WholeText) -> None:
        """Add what a version holds, behind those added before."""
        self.statements.append((text, record.lock.statement))
        for locale, locked_sections in record.lock.locales.items():
            for locked in locked_sections:
                file = text.sections[locale][locked.id]
                plain = LockedFile(version=locked.version, sha256=locked.sha256)
                key = (locale, locked.id)
                self.sections.setdefault(key, []).append(_Copy(file, plain))


def fix_version(
    text: WholeText,
    facts: VersionFacts,
    copies: Copies,
    *,
    layout: StatementLayout,
    changes: ChangeSet,
) -> FixedVersion:
    """Stamp what changed, and make the record.

    Files go to `changes`: the version's folder with its copies, notice and record.
    The draft is not touched (`write_draft` does that).
    """
    lock_of_statement = _fix_statement(layout, text, facts, copies, changes)
    locales, fixed = _fix_sections(layout, text, facts, copies, changes)
    for locale, notice in sorted(facts.notices.items()):
        changes.write(layout.notice_file(facts.label, locale), notice)
    record = Record(
        version=facts.label,
        published=facts.published,
        effective=facts.effective,
        supersedes=facts.supersedes,
        reaches=facts.reaches,
        required_by_law=facts.required_by_law,
        assessment=facts.assessment,
        decisions=facts.decisions,
        approved=facts.approved,
        lock=Lock(
            statement=lock_of_statement,
            locales=locales,
            notices={} if facts.approved is None else hashes_of(facts.notices),
        ),
        previous=facts.previous,
        digest="",
    )
    record = _sealed(record, facts)
    changes.write(layout.record_file(facts.label), write_record(record))
    return FixedVersion(record=record, text=replace(text, sections=fixed))


def write_draft(
    layout: StatementLayout, fixed: FixedVersion, draft: WholeText, changes: ChangeSet
) -> None:
    """Write into the draft the stamps of a version."""
    for locale, sections in fixed.text.sections.items():
        for section_id, file in sections.items():
            before = draft.sections.get(locale, {}).get(section_id)
            if before is None or before.text != file.text:
                changes.write(layout.section_file(locale, section_id), file.text)


def folder_files(layout: StatementLayout, version: StoredVersion) -> Iterable[str]:
    """Give the paths of all files in a version's folder."""
    home = f"{layout.home(version.label)}/"
    paths = version.cache.tree.paths
    return sorted(path for path in paths if path.startswith(home))


def _sealed(record: Record, facts: VersionFacts) -> Record:
    sealed = replace(record, digest=record_digest(record))
    if facts.adopted_by is None:
        return sealed
    event = Event(
        on=facts.published,
        kind=EventKind.ADOPTED,
        details={"by": facts.adopted_by},
        previous=sealed.digest,
    )
    return replace(sealed, events=(event,))


def _fix_statement(
    layout: StatementLayout,
    text: WholeText,
    facts: VersionFacts,
    copies: Copies,
    changes: ChangeSet,
) -> LockedFile:
    # Policy too: notice policy, time zone and languages go on to count from here.
    for whole, locked in copies.statements:
        if whole.statement.statement == text.statement.statement:
            return locked
    changes.write(layout.statement_file(facts.label), text.statement.text)
    return LockedFile(
        version=facts.label, sha256=content_sha256(text.statement.text.encode())
    )


def _fix_sections(
    layout: StatementLayout,
    text: WholeText,
    facts: VersionFacts,
    copies: Copies,
    changes: ChangeSet,
) -> tuple[dict[str, tuple[LockedSection, ...]], dict[str, dict[str, SectionFile]]]:
    statement = text.statement.statement
    sources: dict[str, VersionLabel] = {}
    locales: dict[str, tuple[LockedSection, ...]] = {}
    files: dict[str, dict[str, SectionFile]] = {}
    for locale in statement.locales:
        own = text.sections.get(locale, {})
        locked = []
        for section_id in (one for one in statement.section_ids if one in own):
            source = sources.get(section_id)
            shared = copies.sections.get((locale, section_id), [])
            copy = _fix_section(own[section_id], facts.label, source, shared)
            if copy.locked.version == facts.label:
                path = layout.section_file(locale, section_id, facts.label)
                changes.write(path, copy.file.text)
            locked.append(
                LockedSection(
                    id=section_id,
                    version=copy.locked.version,
                    sha256=copy.locked.sha256,
                )
            )
            files.setdefault(locale, {})[section_id] = copy.file
        if locked:
            locales[locale] = tuple(locked)
        if locale == statement.source_locale:
            sources = {one.id: one.version for one in locked}
    return locales, files


def _fix_section(
    file: SectionFile,
    label: VersionLabel,
    source: VersionLabel | None,
    shared: Sequence[_Copy],
) -> _Copy:
    for copy in shared:
        if says_the_same(file, copy.file):
            return copy
    data = stamped(file.text, label, source).encode()
    fixed, faults = parse_section(file.id, data, file.path)
    if fixed is None:
        # Nothing is fixed that could not be read again.
        raise FaultyTextError(faults)
    sha256 = content_sha256(data)
    return _Copy(fixed, LockedFile(version=label, sha256=sha256))
