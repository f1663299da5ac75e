"""The two sides of a comparison: what OLD and NEW may name."""

from __future__ import annotations

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
from duenotice.store.dating import NO_HISTORY
from duenotice.store.draft import read_draft
from duenotice.store.project import read_statement

if TYPE_CHECKING:
    import datetime as dt

    from duenotice.cli.session import Session
    from duenotice.store.archive import Archive

IN_FORCE = "in-force"
_REVISION = "git:"


class NothingToCompareError(DuenoticeError):
    """A side names nothing."""

    hint = (
        "Name a version label, `draft`, `in-force`, `git:REV`, or the path of a "
        "Markdown, text or HTML file."
    )

    def __init__(self, name: str) -> None:
        """Name it."""
        super().__init__(f'"{name}" is neither a version nor a file')


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
        path = Path(name)
        if path.is_file():
            return _file(path)
        if name.startswith(_REVISION):
            return self._revision(name, locale)
        if path.suffix or len(path.parts) > 1:
            raise NothingToCompareError(name)
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
            return Compared(name, document_of(text), text.locale)
        if name == IN_FORCE:
            stored = version_in_force(self.archive, self.day())
        else:
            stored = self.archive.find(name)
        text = version_text(stored, locale)
        return Compared(str(stored.label), document_of(text), text.locale)

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
        return Compared(name, document_of(text), text.locale)


def _file(path: Path) -> Compared:
    """Read a file of any kind that can be imported."""
    from duenotice.intake.decoding import decode_source  # noqa: PLC0415
    from duenotice.intake.reading import choose_format  # noqa: PLC0415
    from duenotice.intake.reading import read_source  # noqa: PLC0415

    text = decode_source(path.read_bytes(), path.name).text
    source = read_source(text, choose_format(path.name, text))
    document = document_of_blocks(source.title or path.name, source.blocks)
    return Compared(path.name, document, source.language or "")
