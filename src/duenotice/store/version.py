"""A version as it is stored: its record, and its texts checked by their hashes."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field
from typing import TYPE_CHECKING

from duenotice.diagnostics import Diagnostic
from duenotice.diagnostics import Severity
from duenotice.diagnostics import visible
from duenotice.errors import DuenoticeError
from duenotice.parse.assemble import assemble_text
from duenotice.parse.record_file import content_sha256
from duenotice.parse.section_file import parse_section
from duenotice.parse.statement_file import parse_statement
from duenotice.store.draft import read_plain
from duenotice.store.draft import sections_of
from duenotice.store.gate import notices_now

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.model.label import VersionLabel
    from duenotice.model.record import LockedFile
    from duenotice.model.record import Record
    from duenotice.model.statement import Statement
    from duenotice.model.statement import StatementText
    from duenotice.parse.section_file import SectionFile
    from duenotice.parse.statement_file import StatementFile
    from duenotice.store.layout import StatementLayout
    from duenotice.store.record_book import RecordBook
    from duenotice.store.tree import Tree

NOTICE_FAULTS = frozenset({"notice-changed", "notice-missing"})
"""They hold a version that is still to come, and break none: its text is whole."""


class BrokenVersionError(DuenoticeError):
    """A version's texts don't match its record."""

    hint = (
        "A recorded version never changes. Bring the files back as they were "
        "recorded: `git log -- PATH` shows when they changed, `git checkout COMMIT -- "
        "PATH` restores them."
    )

    def __init__(self, label: VersionLabel, faults: tuple[Diagnostic, ...]) -> None:
        """Name the version and its first fault."""
        first = faults[0]
        more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
        super().__init__(
            f"version {label} is broken: {visible(first.path)}: {first.message}{more}"
        )


@dataclass(slots=True)
class FileCache:
    """Files that several versions share are hashed and parsed once."""

    tree: Tree
    hashes: dict[str, str] = field(default_factory=dict)
    sections: dict[str, SectionFile | None] = field(default_factory=dict)
    statements: dict[str, StatementFile | None] = field(default_factory=dict)

    def sha256(self, path: str, found: list[Diagnostic]) -> str | None:
        """Give a file's hash, or nothing where it can't be read."""
        if path not in self.hashes:
            if path not in self.tree.paths:
                return None
            data = read_plain(self.tree, path, found)
            if data is None:
                return None
            self.hashes[path] = content_sha256(data)
        return self.hashes[path]

    def section(self, section_id: str, path: str) -> SectionFile | None:
        """Give a parsed section."""
        if path not in self.sections:
            data = self.tree.read(path)
            self.sections[path] = parse_section(section_id, data, path)[0]
        return self.sections[path]

    def statement(self, statement_id: str, path: str) -> StatementFile | None:
        """Give a parsed statement."""
        if path not in self.statements:
            data = self.tree.read(path)
            self.statements[path] = parse_statement(statement_id, data, path)[0]
        return self.statements[path]


@dataclass(slots=True, kw_only=True, eq=False)
class StoredVersion:
    """A version with the means to read its texts."""

    record: Record
    layout: StatementLayout
    cache: FileCache
    book: RecordBook
    """What the publishing branch knows of it."""

    faults: tuple[Diagnostic, ...] = ()
    """Where record, chain or texts don't match what was recorded."""

    _texts: dict[str, StatementText] = field(default_factory=dict)

    @property
    def label(self) -> VersionLabel:
        """Give the label."""
        return self.record.version

    @property
    def statement_file(self) -> StatementFile:
        """Give the statement as it stood in this version.

        Raises:
            BrokenVersionError: It can't be read.
        """
        path = self.layout.statement_file(self.record.lock.statement.version)
        found = None
        if path in self.cache.tree.paths:
            found = self.cache.statement(self.layout.statement_id, path)
        if found is None:
            raise BrokenVersionError(self.label, self.faults or (_unreadable(path),))
        return found

    @property
    def statement(self) -> Statement:
        """Give the statement as it stood in this version."""
        return self.statement_file.statement

    def section_files(self, locale: str) -> dict[str, SectionFile]:
        """Give the sections of one locale by id, in order.

        Raises:
            BrokenVersionError: One can't be read.
        """
        files = {}
        for locked in self.record.lock.locales.get(locale, ()):
            path = self.layout.section_file(locale, locked.id, locked.version)
            found = None
            if path in self.cache.tree.paths:
                found = self.cache.section(locked.id, path)
            if found is None:
                raise BrokenVersionError(
                    self.label, self.faults or (_unreadable(path),)
                )
            files[locked.id] = found
        return files

    def text(self, locale: str) -> StatementText:
        """Give the whole text in one locale."""
        if locale not in self._texts:
            # The source's text fills what a translation lacks.
            needed = {locale, self.statement.source_locale}
            files = {one: self.section_files(one) for one in sorted(needed)}
            self._texts[locale] = assemble_text(
                self.statement, sections_of(files), locale
            )
        return self._texts[locale]

    def locked_files(self) -> Iterator[tuple[str, LockedFile]]:
        """Give each file of the version with what the record says of it."""
        lock = self.record.lock
        yield self.layout.statement_file(lock.statement.version), lock.statement
        for locale, sections in lock.locales.items():
            for one in sections:
                yield self.layout.section_file(locale, one.id, one.version), one

    def own_files(self) -> Iterator[tuple[str, str]]:
        """Give the files of the version's own folder, with the hash of each."""
        for path, locked in self.locked_files():
            if locked.version == self.label:
                yield path, locked.sha256
        for locale, sha256 in self.record.lock.notices.items():
            yield self.layout.notice_file(self.label, locale), sha256

    def text_faults(self) -> list[Diagnostic]:
        """Compare every text, notices too, with its hash in the record."""
        found: list[Diagnostic] = []
        for path, locked in self.locked_files():
            self._compare(path, locked.sha256, "text", found)
        for locale, sha256 in notices_now(self.record).items():
            path = self.layout.notice_file(self.label, locale)
            self._compare(path, sha256, "notice", found)
        return found

    def _compare(
        self, path: str, recorded: str, what: str, found: list[Diagnostic]
    ) -> None:
        sha256 = self.cache.sha256(path, found)
        if sha256 is None and path in self.cache.tree.paths:
            return  # it was reported as what it is: a link
        if sha256 is None:
            message = f"version {self.label} needs this file, and it is missing"
            found.append(_missing(what, message, path))
        elif sha256 != recorded:
            message = f"it is not the {what} that version {self.label} recorded"
            found.append(_fault(f"{what}-changed", message, path, _HINTS[what]))


def _missing(what: str, message: str, path: str) -> Diagnostic:
    hint = _NOTICE_GONE if what == "notice" else BrokenVersionError.hint
    return _fault(f"{what}-missing", message, path, hint)


_NOTICE_GONE = (
    "Bring it back as it was. While the version is proposed, `release --again` drafts "
    "it anew."
)
_HINTS = {
    "text": BrokenVersionError.hint,
    "notice": "If it should read so, `duenotice approve` approves it as it is now; "
    "otherwise bring it back as it was.",
}


def _fault(
    code: str, message: str, path: str, hint: str = BrokenVersionError.hint
) -> Diagnostic:
    return Diagnostic(
        code=code,
        severity=Severity.ERROR,
        message=message,
        path=path,
        hint=hint,
    )


def _unreadable(path: str) -> Diagnostic:
    return _fault("text-missing", "the file is missing or can't be read", path)
