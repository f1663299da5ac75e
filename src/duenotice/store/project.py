"""A project: the folder with `statements/` in it, and the repository around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.store.archive import read_archive
from duenotice.store.git import Repository
from duenotice.store.git_errors import NotARepositoryError
from duenotice.store.git_errors import UnknownRevisionError
from duenotice.store.layout import VERSIONS
from duenotice.store.layout import misnamed_statements
from duenotice.store.layout import statement_ids
from duenotice.store.project_errors import LinkedStatementsError
from duenotice.store.project_errors import NoProjectError
from duenotice.store.project_errors import StatementNameError
from duenotice.store.project_errors import UnknownStatementError
from duenotice.store.project_errors import WhichStatementError
from duenotice.store.record_book import NO_HISTORY
from duenotice.store.record_book import RecordBook
from duenotice.store.tree import STATEMENTS
from duenotice.store.tree import WorkTree

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from duenotice.store.archive import Archive
    from duenotice.store.git import RecordedForm
    from duenotice.store.tree import Tree


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
        tree = repository.tree(head)
        history = repository.record_history(head)
        if lacking := history.keys() - tree.paths:
            discarded = lacking - self._recorded_paths(repository, head)
            history = {p: f for p, f in history.items() if p not in discarded}
        book = RecordBook(
            history=history,
            read_object=repository.read_object,
            held=frozenset(history),
        )
        return tree, book

    def _recorded_paths(self, repository: Repository, head: str) -> set[str]:
        """Give every record that the publishing branch ever had."""
        commits = self._branch_commits(repository) or {head}
        return {path for one in commits for path in repository.record_history(one)}

    def overlaid(self) -> tuple[Tree, RecordBook]:
        """Give HEAD's versions, the new ones and the draft from the disk."""
        repository = self.repository
        committed = repository.tree(repository.head())
        return OverlayTree(committed, WorkTree(self.root)), self.branch_book()

    def on_disk(self, base: str | None = None) -> tuple[Tree, RecordBook]:
        """Give the working tree: what commands that write begin with.

        Outside a repository, and before the first commit, nothing is recorded.

        Args:
            base: Take what this revision has recorded, not the publishing branch.

        Raises:
            UnknownRevisionError: There is no such revision.
        """
        if base is not None:
            return WorkTree(self.root), self._base_book(base)
        try:
            book = self.branch_book()
        except NotARepositoryError:
            book = NO_HISTORY
        return WorkTree(self.root), book

    def _base_book(self, base: str) -> RecordBook:
        """Give what a revision has recorded; what HEAD knows of that can't be gone."""
        repository = self.repository
        commit = repository.resolve(base)
        if commit is None:
            raise UnknownRevisionError(base)
        history = repository.record_history(commit)
        head = repository.resolve("HEAD")
        known = set() if head is None else repository.record_history(head).keys()
        return RecordBook(
            history=history,
            read_object=repository.read_object,
            held=frozenset(history.keys() & known),
        )

    def branch_book(self) -> RecordBook:
        """Give what the publishing branch has recorded, here or at the remote."""
        repository = self.repository
        commits = self._branch_commits(repository)
        head = repository.resolve("HEAD")
        if not commits and head:
            commits = {head}
        held: set[str] = set()
        merged: dict[str, Sequence[RecordedForm]] = {}
        for commit in sorted(commits):
            history = repository.record_history(commit)
            for path, forms in history.items():
                if len(forms) > len(merged.get(path, ())):
                    merged[path] = forms
            if commit == head:
                held |= history.keys()
            else:  # it is no use to wait for what the branch itself has taken away
                held |= history.keys() - repository.tree(commit).paths
        if head and head not in commits:
            held |= repository.record_history(head).keys() & merged.keys()
        return RecordBook(
            history=merged, read_object=repository.read_object, held=frozenset(held)
        )

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
        StatementNameError: A folder's name can't be an address.
        UnknownStatementError: There is none of that name.
        WhichStatementError: No name was given, and there isn't just one.
    """
    known = _known_ids(tree)
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

    A statement of which only the history knows is among them: it can't just go away.

    Raises:
        StatementNameError: A folder's name can't be an address.
        UnknownStatementError: There is none of that name.
        WhichStatementError: There is none at all.
    """
    tree, book = source
    known = tuple(sorted({*_known_ids(tree), *statement_ids(book.held)}))
    if wanted not in known and (wanted is not None or not known):
        known = (select_statement(tree, wanted),)
    elif wanted is not None:
        known = (wanted,)
    return [read_archive(tree, one, book) for one in known]


def read_statement(source: tuple[Tree, RecordBook], wanted: str | None) -> Archive:
    """Read the one statement that a command is about."""
    tree, book = source
    return read_archive(tree, select_statement(tree, wanted), book)


def _known_ids(tree: Tree) -> tuple[str, ...]:
    for name in misnamed_statements(tree.paths):
        raise StatementNameError(name)
    return statement_ids(tree.paths)
