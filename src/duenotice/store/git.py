"""The boundary to git. The only module that imports GitPython.

Commit ids are opaque here and everywhere. Nothing is ever checked out, fetched or
written: files come from git's objects, and days from the first-parent history.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from functools import cached_property
from typing import IO
from typing import TYPE_CHECKING
from typing import Self
from typing import cast

import git

from duenotice.errors import DuenoticeError
from duenotice.store.tree import STATEMENTS
from duenotice.store.tree import NotAFileError

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

# Replace refs could put another text in a recorded one's place, and a lazy fetch or
# a file-system monitor would run or reach something that no commit names.
_ENVIRONMENT = {
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_LITERAL_PATHSPECS": "0",
    "GIT_CONFIG_COUNT": "3",
    "GIT_CONFIG_KEY_0": "core.fsmonitor",
    "GIT_CONFIG_VALUE_0": "false",
    "GIT_CONFIG_KEY_1": "core.quotePath",
    "GIT_CONFIG_VALUE_1": "false",
    "GIT_CONFIG_KEY_2": "protocol.allow",
    "GIT_CONFIG_VALUE_2": "never",
    "LC_ALL": "C",
}
_READ_OBJECT = "read an object"
_REGULAR_MODES = {"100644", "100755"}
_RECORDS = re.compile(rf"{STATEMENTS}/[^/]+/versions/[^/]+/record\.yaml")


class NotARepositoryError(DuenoticeError):
    """The folder is not in a git repository."""

    hint = (
        "Versions are recorded in git. Run `git init`, then `git add -A` and "
        "`git commit`, or go to the folder of your repository."
    )

    def __init__(self, folder: Path) -> None:
        """Name the folder."""
        super().__init__(f'"{folder}" is not in a git repository')


class GitMissingError(DuenoticeError):
    """There is no git on this machine."""

    hint = "Install git (`apt install git` on Debian and Ubuntu)."

    def __init__(self) -> None:
        """Say so."""
        super().__init__('the program "git" was not found')


class UnsafeRepositoryError(DuenoticeError):
    """The repository belongs to somebody else, and git refuses to read it."""

    def __init__(self, folder: Path) -> None:
        """Name the folder."""
        super().__init__(
            f'git refuses to read "{folder}" since it belongs to another user',
            hint="If you trust it: "
            f'git config --global --add safe.directory "{folder}"',
        )


class NoCommitError(DuenoticeError):
    """The repository has no commit yet."""

    hint = "Commit the statement first: `git add -A`, then `git commit`."

    def __init__(self, folder: Path) -> None:
        """Name the folder."""
        super().__init__(f'the repository at "{folder}" has no commit yet')


class UnknownRevisionError(DuenoticeError):
    """A name that git can't resolve to a commit."""

    hint = "Use a branch, a tag or the beginning of a commit id (`git log --oneline`)."

    def __init__(self, name: str) -> None:
        """Name it."""
        super().__init__(f'"{name}" is no revision of this repository')


class GitFailedError(DuenoticeError):
    """Git could not do what it was asked."""

    hint = "`git fsck` tells whether the repository is whole."

    def __init__(self, what: str, message: str) -> None:
        """Say what failed and what git said."""
        super().__init__(
            f"git could not {what}: {message.strip() or 'no reason given'}"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedForm:
    """A record's file as one commit of the publishing branch left it."""

    committed_at: int
    """Seconds since 1970: when the commit was made."""

    object_id: str
    is_boundary: bool = False
    """The history ends here because the clone is shallow: it may be older."""


class Repository:
    """A git repository, read only."""

    def __init__(self, root: Path) -> None:
        """Open the repository that holds a project's root.

        Raises:
            NotARepositoryError: There is none.
            GitMissingError: There is no git.
            UnsafeRepositoryError: Git refuses.
        """
        self.root = root
        try:
            self._git = git.Git(os.fspath(root))
            answer = self._run(
                "rev-parse",
                "--show-toplevel",
                "--show-prefix",
                "--is-shallow-repository",
                "--git-common-dir",
            )
        except git.GitCommandNotFound as error:
            raise GitMissingError from error
        except git.GitCommandError as error:
            if "dubious ownership" in str(error.stderr):
                raise UnsafeRepositoryError(root) from error
            raise NotARepositoryError(root) from error
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
        """Give the id of the commit that a name stands for, if any."""
        try:
            answer = self._run(
                "rev-parse",
                "--verify",
                "--quiet",
                "--end-of-options",
                f"{name}^{{commit}}",
            )
        except git.GitCommandError:
            return None
        return answer.decode().strip()

    def tree(self, commit: str, name: str = "HEAD") -> GitTree:
        """Give the files of a commit."""
        listing = self._asked(
            "list the files",
            "ls-tree",
            "-r",
            "-z",
            "--full-tree",
            commit,
            "--",
            f"{self._prefix}{STATEMENTS}",
            f"{self._prefix}pyproject.toml",
        )
        entries = {}
        for line in listing.decode(errors="surrogateescape").split("\0"):
            if line:
                facts, _, path = line.partition("\t")
                mode, _, object_id = facts.split(" ")[:3]
                entries[path.removeprefix(self._prefix)] = (mode, object_id)
        return GitTree(self, entries, name)

    def record_history(self, commit: str) -> dict[str, tuple[RecordedForm, ...]]:
        """Give each record's forms in the first-parent history, oldest first."""
        pattern = f"{self._prefix}{STATEMENTS}/*/versions/*/record.yaml"
        log = self._asked(
            "read the history",
            "log",
            "--first-parent",
            "--diff-merges=first-parent",
            "--root",
            "--raw",
            "--no-abbrev",
            "--no-renames",
            "-z",
            "--format=%x02%H %ct",
            commit,
            "--",
            f":(top,glob){pattern}",
        )
        return self._forms(log.decode(errors="surrogateescape"))

    def _forms(self, log: str) -> dict[str, tuple[RecordedForm, ...]]:
        forms: dict[str, list[RecordedForm]] = {}
        boundary = self._boundary
        for chunk in log.split("\x02")[1:]:
            head, *fields = chunk.split("\0")
            commit, seconds = head.split()
            fields = [one.strip("\n") for one in fields if one.strip("\n")]
            for facts, path in zip(fields[::2], fields[1::2], strict=True):
                shown = path.removeprefix(self._prefix)
                if facts.endswith(" D") or _RECORDS.fullmatch(shown) is None:
                    continue
                form = RecordedForm(
                    committed_at=int(seconds),
                    object_id=facts.split(" ")[3],
                    is_boundary=commit in boundary,
                )
                forms.setdefault(shown, []).insert(0, form)
        return {path: tuple(found) for path, found in forms.items()}

    @cached_property
    def _boundary(self) -> frozenset[str]:
        if not self.is_shallow:
            return frozenset()
        lines = (self._common_dir / "shallow").read_text().split()
        return frozenset(lines)

    def changed_paths(self) -> tuple[str, ...]:
        """Give the files under `statements/` that differ from HEAD."""
        answer = self._asked(
            "compare the working tree",
            "status",
            "--porcelain",
            "-z",
            "--untracked-files=all",
            "--no-renames",
            "--",
            STATEMENTS,
        )
        entries = answer.decode(errors="surrogateescape").split("\0")
        return tuple(
            sorted(one[3:].removeprefix(self._prefix) for one in entries if one)
        )

    def read_object(self, object_id: str) -> bytes:
        """Give the bytes of a blob."""
        return self._objects.read(object_id)

    @cached_property
    def _objects(self) -> _ObjectReader:
        return _ObjectReader(self._git)

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
            return self._run(*arguments)
        except git.GitCommandError as error:
            raise GitFailedError(what, str(error.stderr)) from error

    def _run(self, *arguments: str) -> bytes:
        return self._git.execute(
            ["git", *arguments],
            stdout_as_string=False,
            strip_newline_in_stdout=False,
            env=_ENVIRONMENT,
        )


class GitTree:
    """The files of one commit."""

    def __init__(
        self, repository: Repository, entries: dict[str, tuple[str, str]], name: str
    ) -> None:
        """Take mode and object id by path."""
        self.name = name
        self._repository = repository
        self._entries = entries
        self.paths = frozenset(entries)

    def read(self, path: str) -> bytes:
        """Give the bytes of a file."""
        mode, object_id = self._entries[path]
        if mode not in _REGULAR_MODES:
            raise NotAFileError(path)
        return self._repository.read_object(object_id)


class _ObjectReader:
    """One `git cat-file --batch` for all objects of a run, of either hash kind."""

    def __init__(self, command: git.Git) -> None:
        """Start the process."""
        self._process = command.execute(
            ["git", "cat-file", "--batch"],
            as_process=True,
            istream=-1,
            env=_ENVIRONMENT,
        )

    def read(self, object_id: str) -> bytes:
        """Give the bytes of an object."""
        requests = cast("IO[bytes]", self._process.stdin)
        answers = cast("IO[bytes]", self._process.stdout)
        requests.write(f"{object_id}\n".encode())
        requests.flush()
        header = answers.readline().split()
        if len(header) != 3:  # noqa: PLR2004 - id, kind and size
            reason = f"{object_id} is missing from the repository"
            raise GitFailedError(_READ_OBJECT, reason)
        data = answers.read(int(header[2]))
        answers.read(1)
        return data

    def close(self) -> None:
        """End the process."""
        for stream in (self._process.stdin, self._process.stdout, self._process.stderr):
            if stream is not None:
                stream.close()
        self._process.wait()
