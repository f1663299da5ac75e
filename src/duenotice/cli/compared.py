"""The two sides of a comparison: what OLD and NEW may name."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from duenotice.cli.session import read_day
from duenotice.cli.session import statement_of
from duenotice.cli.texts import DRAFT
from duenotice.cli.texts import draft_text
from duenotice.cli.texts import version_in_force
from duenotice.cli.texts import version_text
from duenotice.compare import Document
from duenotice.compare import document_of
from duenotice.compare import document_of_blocks
from duenotice.errors import DuenoticeError
from duenotice.model.label import VersionLabel
from duenotice.store.draft import read_draft
from duenotice.store.project import read_statement
from duenotice.store.record_book import NO_HISTORY

if TYPE_CHECKING:
    import datetime as dt

    from duenotice.cli.session import Session
    from duenotice.intake.account import Taken
    from duenotice.model.statement import Statement
    from duenotice.model.statement import StatementText
    from duenotice.store.archive import Archive

IN_FORCE = "in-force"
_REVISION = "git:"
_WORDS = (DRAFT, IN_FORCE)
_LONGEST = 40


class NothingToCompareError(DuenoticeError):
    """A side names nothing."""

    hint = (
        "Name a version label, `draft`, `in-force`, `git:REV`, or the path of a "
        "Markdown, text or HTML file."
    )

    def __init__(self, name: str, meant: str = "") -> None:
        """Name it, and the word that may have been meant."""
        super().__init__(
            f'"{name}" is neither a version nor a file',
            hint=f"Did you mean `{meant}`?" if meant else None,
        )


class NothingReadError(DuenoticeError):
    """A file has no text that could be read: then no difference could be seen."""

    hint = (
        "If a script makes the page's text, open the page in a browser and copy the "
        "text into a file."
    )

    def __init__(self, name: str) -> None:
        """Name the file."""
        super().__init__(f'"{name}" has no text that could be read')


class UnknownRevisionError(DuenoticeError):
    """Git knows no such revision."""

    hint = "Give a branch, a tag or a commit after `git:`."

    def __init__(self, name: str) -> None:
        """Name it."""
        super().__init__(f'git knows no revision "{name}"')


@dataclass(frozen=True, slots=True)
class Compared:
    """One side."""

    name: str
    """As it is shown: a version label, or what was asked for."""

    document: Document
    locale: str
    path: Path | None = None
    """The file, where it is one."""

    statement: Statement | None = None
    """The settings, where it is a statement's text."""

    left_out: tuple[Taken, ...] = ()
    """What of the file was not read as its text."""

    @property
    def is_committed(self) -> bool:
        """Tell whether it is a version or a revision: neither draft nor file."""
        return self.path is None and self.name != DRAFT


Pair = tuple[Compared, Compared]
"""The earlier side and the later one."""


class Sides:
    """Finds what the sides name; reads the statement only where one needs it."""

    def __init__(
        self, session: Session, statement: str | None, as_of: str | None
    ) -> None:
        """Take what the command line said."""
        self._session = session
        self._statement = statement
        self._as_of = as_of
        self._archive: Archive | None = None

    def find(self, name: str, locale: str | None) -> Compared:
        """Find one side.

        Raises:
            DuenoticeError: It names nothing, or nothing that can be read.
        """
        # A file that is called like one of these is named with "./" before it.
        if name.startswith(_REVISION):
            return self._revision(name, locale)
        if name in _WORDS or _is_label(name):
            return self._version(name, locale)
        path = Path(name)
        if _is_there(path):
            return _file(path)
        if path.suffix or len(path.parts) > 1:
            raise NothingToCompareError(name)
        close = difflib.get_close_matches(name[:_LONGEST], _WORDS, n=1)
        if close:
            raise NothingToCompareError(name, *close)
        return self._version(name, locale)

    @property
    def archive(self) -> Archive:
        """Give the statement."""
        if self._archive is None:
            source = self._session.project.overlaid()
            self._archive = read_statement(source, self._statement)
        return self._archive

    def _version(self, name: str, locale: str | None) -> Compared:
        if name == DRAFT:
            text = draft_text(self.archive.draft, locale)
            return _of_statement(name, text)
        if name == IN_FORCE:
            stored = version_in_force(self.archive, self.day())
        else:
            stored = self.archive.find(name)
        text = version_text(stored, locale)
        return _of_statement(str(stored.label), text)

    def day(self) -> dt.date:
        """Give the day that the question is about."""
        if self._as_of is not None:
            return read_day(self._as_of, "--as-of")
        known = self._archive
        return self._session.today(None if known is None else statement_of(known))

    def _revision(self, name: str, locale: str | None) -> Compared:
        repository = self._session.project.repository
        commit = repository.resolve(name.removeprefix(_REVISION))
        if commit is None:
            raise UnknownRevisionError(name.removeprefix(_REVISION))
        tree = repository.tree(commit, name)
        archive = read_statement((tree, NO_HISTORY), self._statement)
        text = draft_text(read_draft(tree, archive.statement_id), locale)
        return _of_statement(name, text)


def _of_statement(name: str, text: StatementText) -> Compared:
    return Compared(name, document_of(text), text.locale, statement=text.statement)


def _is_label(name: str) -> bool:
    try:
        VersionLabel.parse(name)
    except ValueError:
        return False
    return True


def _is_there(path: Path) -> bool:
    """Tell whether anything is there, and no folder: what can't be read says so."""
    try:
        return path.exists() and not path.is_dir()
    except (OSError, ValueError):
        return True


def _file(path: Path) -> Compared:
    """Read a file of any kind that can be imported."""
    from duenotice.intake.cleaning import has_words  # noqa: PLC0415
    from duenotice.intake.decoding import decode_source  # noqa: PLC0415
    from duenotice.intake.reading import choose_format  # noqa: PLC0415
    from duenotice.intake.reading import read_source  # noqa: PLC0415
    from duenotice.intake.source_file import read_file  # noqa: PLC0415

    decoded = decode_source(read_file(str(path)), path.name)
    source = read_source(decoded.text, choose_format(path.name, decoded.text))
    if not has_words(source.blocks):
        raise NothingReadError(path.name)
    return Compared(
        name=path.name,
        document=document_of_blocks(source.title or path.name, source.blocks),
        locale=source.language or "",
        path=path,
        left_out=(*decoded.dropped, *source.taken),
    )
