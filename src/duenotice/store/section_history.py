"""The life of one section through all versions, whatever its id was."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.parse.section_file import SectionFile
from duenotice.parse.section_file import unstamped

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator
    from collections.abc import Mapping

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
    before: VersionLabel | None
    """The version that it is held against; nothing for a first one."""

    section_id: str
    former_ids: tuple[str, ...]
    """The ids that it had before; several where it was merged, none where it's new."""

    shared_with: tuple[str, ...] = ()
    """The other sections that its earlier text went to, where it was split."""

    title: str
    what: SectionChangeKind


_Files = dict[str, SectionFile]


class SectionHistories:
    """The lives of all sections of a statement, in one language."""

    def __init__(
        self,
        versions: Iterable[StoredVersion],
        locale: str | None = None,
        newest: VersionLabel | None = None,
    ) -> None:
        """Read the sections of all versions.

        Args:
            versions: The oldest first. Those that don't match their records are left
                out.
            locale: The language: the source's if none is given. Where a translation is
                missing, the source's text stands for it, as it does for readers.
            newest: The last version that was not taken back; if none is given, the last
                of all.
        """
        known = tuple(versions)
        self._superseded = {one.label: one.record.supersedes for one in known}
        self._versions = {one.label: one for one in known if not one.faults}
        self._files = {
            label: _files(one, locale) for label, one in self._versions.items()
        }
        self._line = tuple(_line(self._versions, newest))
        """The labels of those that took each other's place, the newest first."""

    @property
    def ids(self) -> tuple[str, ...]:
        """Give every id that a section has or had, the newest version's first."""
        return tuple(dict.fromkeys(id_ for one in self._newest_first() for id_ in one))

    def _newest_first(self) -> Iterator[_Files]:
        """Give the sections of each version, those that never counted at the end."""
        yield from (self._files[label] for label in self._line)
        aside = (one for one in reversed(self._files) if one not in self._line)
        yield from (self._files[label] for label in aside)

    def files(self, label: VersionLabel) -> _Files:
        """Give the sections of a version by id."""
        return self._files[label]

    def title(self, section_id: str) -> str:
        """Give a section's title in the newest version that has it."""
        files = next(one for one in self._newest_first() if section_id in one)
        return files[section_id].front.title

    def newest_id(self, section_id: str) -> str:
        """Give the id that a section has by now.

        What a version did that was taken back, or replaced before its day, doesn't
        count.
        """
        for after in map(self.files, reversed(self._line)):
            if section_id not in after:
                heirs = (
                    id_ for id_, f in after.items() if section_id in f.front.formerly
                )
                section_id = next(heirs, section_id)
        return section_id

    def of(self, section_id: str) -> tuple[SectionChange, ...]:
        """Give the versions that changed a section, newest first.

        Each version is held against the one it supersedes, or the last before that
        which can be read. A section that was merged from several has the lives of all;
        one that was split has that of the whole, as have the other parts. An id that a
        section no longer has stands for the first of those that go on with its life.
        """
        found: list[SectionChange] = []
        wanted: tuple[str, ...] = (self.newest_id(section_id),)
        for label in reversed(self._versions):
            before = self._before(label)
            step = _Step(
                version=label,
                before=before,
                old={} if before is None else self._files[before],
                new=self._files[label],
            )
            found += (one for id_ in wanted for one in step.changes(id_))
            former = (one for id_ in wanted for one in step.former_ids(id_) or (id_,))
            wanted = tuple(dict.fromkeys(former))
        return tuple(found)

    def _before(self, label: VersionLabel) -> VersionLabel | None:
        """Give what a version superseded, or the last before it that can be read."""
        before = self._superseded[label]
        while before is not None and before not in self._files:
            before = self._superseded.get(before)
        return before


def section_history(archive: Archive, section_id: str) -> tuple[SectionChange, ...]:
    """Give the versions that changed a section in the source locale, newest first."""
    newest = None if archive.basis is None else archive.basis.label
    histories = SectionHistories(archive.versions.values(), newest=newest)
    return histories.of(section_id)


def _line(
    versions: Mapping[VersionLabel, StoredVersion], newest: VersionLabel | None
) -> Iterator[VersionLabel]:
    """Follow from the newest version what each one superseded."""
    wanted = newest
    for label in reversed(tuple(versions)):
        if wanted is None or label <= wanted:
            yield label
            wanted = versions[label].record.supersedes


def _files(version: StoredVersion, locale: str | None) -> _Files:
    files = version.section_files(version.statement.source_locale)
    return files if locale is None else files | version.section_files(locale)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """From one version to the one that superseded it."""

    version: VersionLabel
    before: VersionLabel | None
    old: _Files
    new: _Files

    def former_ids(self, section_id: str) -> tuple[str, ...]:
        """Give what a section was called before; nothing where it is new."""
        file = self.new.get(section_id)
        if file is None:
            return (section_id,) if section_id in self.old else ()
        former = [one for one in file.front.formerly if one in self.old]
        if section_id not in self.old:
            return tuple(former)
        # Of a section that kept its id: those that ended in it.
        merged = (one for one in former if one not in self.new)
        return (section_id, *merged)

    def changes(self, section_id: str) -> Iterator[SectionChange]:
        """Give the change of a section, where there is one."""
        what = self._what(section_id)
        if what is None:
            return
        files = self.old if what is SectionChangeKind.REMOVED else self.new
        former = self.former_ids(section_id)
        yield SectionChange(
            version=self.version,
            before=self.before,
            section_id=section_id,
            former_ids=former,
            shared_with=tuple(self._heirs(former, section_id)),
            title=files[section_id].front.title,
            what=what,
        )

    def _what(self, section_id: str) -> SectionChangeKind | None:
        old, new = self.old.get(section_id), self.new.get(section_id)
        if new is None:
            is_gone = old is not None and not self._goes_on(section_id)
            return SectionChangeKind.REMOVED if is_gone else None
        if old is None:
            is_new = not self.former_ids(section_id)
            return SectionChangeKind.ADDED if is_new else SectionChangeKind.RENAMED
        if unstamped(old.text) == unstamped(new.text):
            return None
        if old.body == new.body and old.front.title != new.front.title:
            return SectionChangeKind.RETITLED
        return SectionChangeKind.REVISED

    def _heirs(self, former: tuple[str, ...], but: str) -> Iterator[str]:
        """Give the other sections that go on with the text of some."""
        for section_id, file in self.new.items():
            is_kept = section_id in former
            is_made = section_id not in self.old and any(
                one in former for one in file.front.formerly
            )
            if section_id != but and (is_kept or is_made):
                yield section_id

    def _goes_on(self, section_id: str) -> bool:
        return any(section_id in file.front.formerly for file in self.new.values())
