"""The life of one section through all versions, whatever its id was."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.parse.section_file import SectionFile
from duenotice.parse.section_file import unstamped

if TYPE_CHECKING:
    from duenotice.model.label import VersionLabel
    from duenotice.store.archive import Archive
    from duenotice.store.version import StoredVersion


class SectionChangeKind(enum.StrEnum):
    """What a version did to a section."""

    ADDED = "added"
    REVISED = "revised"
    RETITLED = "retitled"
    RENAMED = "renamed"
    """It got another id, and perhaps another text."""
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionChange:
    """One version's change of a section."""

    version: VersionLabel
    section_id: str
    title: str
    what: SectionChangeKind


def section_history(archive: Archive, section_id: str) -> tuple[SectionChange, ...]:
    """Give the versions that changed a section in the source locale, newest first.

    Each version is held against the one it supersedes. A section that was merged from
    several goes on with the life of the first; one that was split, in the first of
    those it became.
    """
    found: list[SectionChange] = []
    wanted = _newest_id(archive, section_id)
    for version in reversed(tuple(archive.versions.values())):
        if version.faults:
            continue
        after = _files(version)
        supersedes = version.record.supersedes
        known = None if supersedes is None else archive.versions.get(supersedes)
        before = {} if known is None or known.faults else _files(known)
        change, wanted = _change(version.label, wanted, before, after)
        if change is not None:
            found.append(change)
    return tuple(found)


def _newest_id(archive: Archive, section_id: str) -> str:
    """Give the id that a section has by now."""
    for version in archive.versions.values():
        after = {} if version.faults else _files(version)
        if section_id not in after:
            heirs = (id_ for id_, f in after.items() if section_id in f.front.formerly)
            section_id = next(heirs, section_id)
    return section_id


_Files = dict[str, SectionFile]


def _files(version: StoredVersion) -> _Files:
    return version.section_files(version.statement.source_locale)


def _change(
    label: VersionLabel, wanted: str, before: _Files, after: _Files
) -> tuple[SectionChange | None, str]:
    """Give the change of the wanted section, and its id in the version before."""
    if wanted not in after:
        if wanted not in before or _follows(wanted, after):
            return None, wanted
        title = before[wanted].front.title
        return _made(label, wanted, title, SectionChangeKind.REMOVED), wanted
    file = after[wanted]
    title = file.front.title
    if wanted not in before:
        former = next((one for one in file.front.formerly if one in before), None)
        if former is None:
            return _made(label, wanted, title, SectionChangeKind.ADDED), wanted
        return _made(label, wanted, title, SectionChangeKind.RENAMED), former
    old = before[wanted]
    if unstamped(old.text) == unstamped(file.text):
        return None, wanted
    kind = SectionChangeKind.REVISED
    if old.body == file.body and old.front.title != title:
        kind = SectionChangeKind.RETITLED
    return _made(label, wanted, title, kind), wanted


def _follows(section_id: str, after: _Files) -> bool:
    return any(section_id in file.front.formerly for file in after.values())


def _made(
    label: VersionLabel, section_id: str, title: str, what: SectionChangeKind
) -> SectionChange:
    return SectionChange(version=label, section_id=section_id, title=title, what=what)
