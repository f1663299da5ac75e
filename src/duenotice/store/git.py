"""The boundary to git: what is asked of a repository, and what its answers mean.

Commit ids are opaque here and everywhere. Nothing is ever checked out, fetched or
written: files come from git's objects, and days from the first-parent history.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from typing import Self

from duenotice.store.blob import is_blob
from duenotice.store.git_command import GitCommand
from duenotice.store.git_command import GitCommandError
from duenotice.store.git_errors import GitFailedError
from duenotice.store.git_errors import NoCommitError
from duenotice.store.git_errors import NotARepositoryError
from duenotice.store.git_errors import UnsafeRepositoryError
from duenotice.store.git_tree import REGULAR_MODES
from duenotice.store.git_tree import GitTree
from duenotice.store.object_reader import ObjectReader
from duenotice.store.tree import LEXICONS
from duenotice.store.tree import PROFILES
from duenotice.store.tree import PROJECT_FILES
from duenotice.store.tree import SETTINGS
from duenotice.store.tree import STATEMENTS
from duenotice.store.tree import NotAFileError
from duenotice.store.tree import WorkTree
from duenotice.store.tree import is_hidden

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from duenotice.errors import DuenoticeError

_LAST_SECOND = 253_402_128_000
"""The last day that a date can hold, whatever a commit claims."""

_OF_CUSTOMS = (f"{PROFILES}/*", f"{LEXICONS}/*", SETTINGS)
_IN_A_VERSION = re.compile(rf"{STATEMENTS}/[^/]+/versions/[^/]+/.+", re.DOTALL)
_DELETED = "D"
_RECORD_ENDING = "/record.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedForm:
    """A file as one commit of the publishing branch left it."""

    committed_at: int
    """Seconds since 1970: when the commit was made."""

    object_id: str
    is_gone: bool = False
    """The commit deleted it. (Of records, only what they said is kept.)"""

    is_boundary: bool = False
    """The history ends here because the clone is shallow: it may be older."""

    place: int = 0
    """How many commits of these files come before its own."""


class Repository:
    """A git repository, read only."""

    def __init__(self, root: Path) -> None:
        """Open the repository that holds a project's root.

        Raises:
            NotARepositoryError: There is none.
            GitMissingError: There is no git.
            UnsafeRepositoryError: It belongs to somebody else.
            GitFailedError: Git can't open it for another reason.
        """
        self.root = root
        self._git = GitCommand(root)
        self._commits: dict[str, str | None] = {}
        try:
            answer = self._git.run(
                "rev-parse",
                "--show-toplevel",
                "--show-prefix",
                "--is-shallow-repository",
                "--git-common-dir",
            )
        except GitCommandError as error:
            raise _reason_not_to_open(root, error) from error
        _, prefix, shallow, common = answer.decode(errors="surrogateescape").split(
            "\n"
        )[:4]
        self._prefix = prefix
        self.is_shallow = shallow == "true"
        self._common_dir = root / common

    def head(self) -> str:
        """Give the id of the commit that is checked out.

        Raises:
            NoCommitError: There is none yet.
        """
        commit = self.resolve("HEAD")
        if commit is None:
            raise NoCommitError(self.root)
        return commit

    def resolve(self, name: str) -> str | None:
        """Give the id of the commit that a name stands for, if any.

        One run sees one state of the repository, whatever others do meanwhile.
        """
        if name not in self._commits:
            self._commits[name] = self._objects.find_commit(name)
        return self._commits[name]

    def tree(self, commit: str, name: str = "HEAD") -> GitTree:
        """Give the files of a commit."""
        return GitTree(self, self._entries(commit), name)

    def _entries(self, commit: str) -> dict[str, tuple[str, str]]:
        listing = self._asked(
            "list the files",
            "ls-tree",
            "-r",
            "-z",
            "--full-tree",
            commit,
            "--",
            *(f"{self._prefix}{one}" for one in PROJECT_FILES),
        )
        entries = {}
        for line in listing.decode(errors="surrogateescape").split("\0"):
            if line:
                facts, _, path = line.partition("\t")
                mode, _, object_id = facts.split(" ")[:3]
                entries[path.removeprefix(self._prefix)] = (mode, object_id)
        return entries

    def record_history(self, commit: str) -> dict[str, tuple[RecordedForm, ...]]:
        """Give the forms of each version's files in the first-parent history.

        The oldest form of a file comes first, and its record is one of the files.
        What versions were judged by at the time is among them, too.
        """
        wanted = (f"{STATEMENTS}/*/versions/*/**", *_OF_CUSTOMS)
        log = self._asked(
            "read the history",
            "log",
            "--reverse",
            "--first-parent",
            "--diff-merges=first-parent",
            "--root",
            "--raw",
            "--no-abbrev",
            "--no-renames",
            "--no-relative",
            "--no-follow",
            "--no-show-signature",
            "--encoding=UTF-8",
            f"-O{os.devnull}",
            "-z",
            "--format=%H %ct",
            commit,
            "--",
            *(f":(top,glob){self._prefix}{one}" for one in wanted),
        )
        return self._forms(log.decode(errors="surrogateescape"))

    def _forms(self, log: str) -> dict[str, tuple[RecordedForm, ...]]:
        """Read commits, each followed by pairs of facts and path."""
        forms: dict[str, list[RecordedForm]] = {}
        commit, seconds, place = "", 0, -1
        fields = iter(log.split("\0"))
        for field in fields:
            facts = field.removeprefix("\n")
            if facts.startswith(":"):
                path = next(fields).removeprefix(self._prefix)
                *_, object_id, change = facts.split(" ")
                is_gone = change == _DELETED
                is_record = path.endswith(_RECORD_ENDING)
                is_meant = _IN_A_VERSION.fullmatch(path) or is_of_customs(path)
                if (is_gone and is_record) or not is_meant:
                    continue
                form = RecordedForm(
                    committed_at=seconds,
                    object_id=object_id,
                    is_gone=is_gone,
                    is_boundary=commit in self._boundary,
                    place=place,
                )
                forms.setdefault(path, []).append(form)
            elif facts:
                commit, _, moment = facts.partition(" ")
                seconds = min(int(moment), _LAST_SECOND)
                place += 1
        return {path: tuple(found) for path, found in forms.items()}

    @cached_property
    def _boundary(self) -> frozenset[str]:
        if not self.is_shallow:
            return frozenset()
        lines = (self._common_dir / "shallow").read_text().split()
        return frozenset(lines)

    def changed_paths(self) -> tuple[str, ...]:
        """Give the project's files that differ from HEAD.

        The bytes are compared here: `git status` would run the filters that a
        repository's settings name. `pyproject.toml` is left out, since most of what
        stands there is about other programs.
        """
        commit = self.resolve("HEAD")
        entries = {} if commit is None else self._entries(commit)
        changed: list[str] = []
        for place in (one for one in PROJECT_FILES if one != SETTINGS):
            disk = WorkTree(self.root, place)
            known = {one for one in entries if _is_in(place, one)}
            changed += (
                path
                for path in known | disk.paths
                if not _is_same(entries.get(path), disk, path)
            )
        return tuple(sorted(changed))

    def read_object(self, object_id: str) -> bytes:
        """Give the bytes of a blob."""
        return self._objects.read(object_id)

    @cached_property
    def _objects(self) -> ObjectReader:
        return ObjectReader(self._git)

    def close(self) -> None:
        """End the process that reads objects."""
        if "_objects" in self.__dict__:
            self._objects.close()

    def __enter__(self) -> Self:
        """Open for the length of a block."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close."""
        self.close()

    def _asked(self, what: str, *arguments: str) -> bytes:
        try:
            return self._git.run(*arguments)
        except GitCommandError as error:
            raise GitFailedError(what, error.said) from error


def is_of_customs(path: str) -> bool:
    """Tell whether a file may say what changes are judged by."""
    folder, _, name = path.partition("/")
    return path == SETTINGS or (folder in {PROFILES, LEXICONS} and bool(name))


def _reason_not_to_open(root: Path, error: GitCommandError) -> DuenoticeError:
    said = error.said
    if "dubious ownership" in said:
        return UnsafeRepositoryError(root)
    if "not a git repository (or any" in said:
        return NotARepositoryError(root)
    return GitFailedError(f'open the repository at "{root}"', said)


def _is_in(place: str, path: str) -> bool:
    """Tell whether a file is the one at a place, or lies in its folder."""
    is_there = path == place or path.startswith(f"{place}/")
    return is_there and not is_hidden(path)


def _is_same(entry: tuple[str, str] | None, disk: WorkTree, path: str) -> bool:
    """Tell whether a file on the disk is what a commit has, but for line endings."""
    if entry is None or path not in disk.paths:
        return False
    mode, object_id = entry
    try:
        data = disk.read(path)
    except NotAFileError:
        return mode not in REGULAR_MODES
    return is_blob(data, object_id)
