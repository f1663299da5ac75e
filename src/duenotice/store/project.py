"""A project: the folder with `statements/` in it, and the repository around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.errors import DuenoticeError
from duenotice.store.archive import read_archive
from duenotice.store.dating import NO_HISTORY
from duenotice.store.dating import RecordBook
from duenotice.store.git import Repository
from duenotice.store.git_errors import NotARepositoryError
from duenotice.store.layout import VERSIONS
from duenotice.store.layout import statement_ids
from duenotice.store.tree import STATEMENTS
from duenotice.store.tree import WorkTree

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from duenotice.store.archive import Archive
    from duenotice.store.git import RecordedForm
    from duenotice.store.tree import Tree


class NoProjectError(DuenoticeError):
    """No folder with statements was found."""

    hint = (
        "Go to the folder that holds `statements/`, or start a project with "
        "`duenotice init DIR`."
    )

    def __init__(self, folder: Path) -> None:
        """Name the folder."""
        super().__init__(f'neither "{folder}" nor a folder above it holds "statements"')


class LinkedStatementsError(DuenoticeError):
    """The folder with the statements is a link."""

    hint = "Replace the link with the folder: texts must lie inside the project."

    def __init__(self, folder: Path) -> None:
        """Name the folder."""
        super().__init__(f'"{folder}" is a link')


class UnknownStatementError(DuenoticeError):
    """There is no such statement."""

    def __init__(self, statement_id: str, known: tuple[str, ...]) -> None:
        """Name it and those there are."""
        names = ", ".join(known) or "none"
        super().__init__(
            f'there is no statement "{statement_id}"',
            hint=f"The statements here: {names}.",
        )


class WhichStatementError(DuenoticeError):
    """There are several statements, or none, and the command is about one."""

    def __init__(self, known: tuple[str, ...]) -> None:
        """Name them."""
        if known:
            message = "there are several statements"
            hint = f"Add --statement with one of: {', '.join(known)}."
        else:
            message = f'the folder "{STATEMENTS}" holds no statement'
            hint = "Bring a text in with `duenotice import FILE --statement ID`."
        super().__init__(message, hint=hint)


class OverlayTree:
    """The versions as HEAD has them; the draft and new versions from the disk."""

    name = "HEAD and the working tree"

    def __init__(self, committed: Tree, disk: Tree) -> None:
        """Take both."""
        self._committed = committed
        self._disk = disk
        self._kept = frozenset(filter(self._is_version_file, committed.paths))
        folders = {_version_folder(path) for path in self._kept}
        new = {p for p in disk.paths if _version_folder(p) not in folders}
        self.paths = self._kept | new

    @staticmethod
    def _is_version_file(path: str) -> bool:
        return _version_folder(path) is not None

    def read(self, path: str) -> bytes:
        """Give the bytes of a file."""
        tree = self._committed if path in self._kept else self._disk
        return tree.read(path)


def _version_folder(path: str) -> str | None:
    parts = path.split("/")
    if len(parts) > 4 and parts[2] == VERSIONS:  # noqa: PLR2004 - see store.layout
        return "/".join(parts[:4])
    return None


class Project:
    """A project on the disk."""

    def __init__(self, root: Path, publishing_branch: str = "main") -> None:
        """Take the root and the name of the branch that publishes."""
        self.root = root
        self._publishing_branch = publishing_branch
        self._repository: Repository | None = None

    @staticmethod
    def find_root(start: Path) -> Path:
        """Find the nearest folder, from `start` upwards, that holds statements.

        Raises:
            NoProjectError: There is none.
            LinkedStatementsError: It leads elsewhere.
        """
        for folder in (start, *start.parents):
            if (folder / STATEMENTS).is_symlink():
                raise LinkedStatementsError(folder / STATEMENTS)
            if (folder / STATEMENTS).is_dir():
                return folder
        raise NoProjectError(start)

    @property
    def repository(self) -> Repository:
        """Give the repository.

        Raises:
            NotARepositoryError: There is none.
        """
        if self._repository is None:
            self._repository = Repository(self.root)
        return self._repository

    def close(self) -> None:
        """End what was started for reading."""
        if self._repository is not None:
            self._repository.close()

    def committed(self) -> tuple[Tree, RecordBook]:
        """Give what HEAD holds, with HEAD's own history: what a build reads."""
        repository = self.repository
        head = repository.head()
        history = repository.record_history(head)
        book = RecordBook(history=history, read_object=repository.read_object)
        return repository.tree(head), book

    def overlaid(self) -> tuple[Tree, RecordBook]:
        """Give HEAD's versions, the new ones and the draft from the disk."""
        repository = self.repository
        committed = repository.tree(repository.head())
        return OverlayTree(committed, WorkTree(self.root)), self.branch_book()

    def on_disk(self) -> tuple[Tree, RecordBook]:
        """Give the working tree: what commands that write begin with.

        Outside a repository, and before the first commit, nothing is recorded.
        """
        try:
            book = self.branch_book()
        except NotARepositoryError:
            book = NO_HISTORY
        return WorkTree(self.root), book

    def branch_book(self) -> RecordBook:
        """Give what the publishing branch has recorded, here or at the remote."""
        repository = self.repository
        commits = self._branch_commits(repository)
        if not commits and (head := repository.resolve("HEAD")):
            commits = {head}
        merged: dict[str, Sequence[RecordedForm]] = {}
        for commit in sorted(commits):
            for path, forms in repository.record_history(commit).items():
                if len(forms) > len(merged.get(path, ())):
                    merged[path] = forms
        return RecordBook(history=merged, read_object=repository.read_object)

    @property
    def missing_branch(self) -> str | None:
        """Give the publishing branch's name where HEAD has to stand in for it."""
        try:
            repository = self.repository
        except NotARepositoryError:
            return None
        if self._branch_commits(repository) or repository.resolve("HEAD") is None:
            return None
        return self._publishing_branch

    def _branch_commits(self, repository: Repository) -> set[str]:
        """Give what the publishing branch holds, here and at the remote."""
        name = self._publishing_branch
        refs = (f"refs/heads/{name}", f"refs/remotes/origin/{name}")
        return {commit for ref in refs if (commit := repository.resolve(ref))}


def select_statement(tree: Tree, wanted: str | None) -> str:
    """Give the statement that a command is about.

    Raises:
        UnknownStatementError: There is none of that name.
        WhichStatementError: No name was given, and there isn't just one.
    """
    known = statement_ids(tree.paths)
    if wanted is not None:
        if wanted not in known:
            raise UnknownStatementError(wanted, known)
        return wanted
    if len(known) != 1:
        raise WhichStatementError(known)
    return known[0]


def read_statements(
    source: tuple[Tree, RecordBook], wanted: str | None
) -> list[Archive]:
    """Read every statement, or the one that is wanted.

    Raises:
        UnknownStatementError: There is none of that name.
        WhichStatementError: There is none at all.
    """
    tree, book = source
    known = statement_ids(tree.paths)
    if wanted is not None or not known:
        known = (select_statement(tree, wanted),)
    return [read_archive(tree, one, book) for one in known]


def read_statement(source: tuple[Tree, RecordBook], wanted: str | None) -> Archive:
    """Read the one statement that a command is about."""
    tree, book = source
    return read_archive(tree, select_statement(tree, wanted), book)
