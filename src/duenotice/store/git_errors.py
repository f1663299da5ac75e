"""What can be wrong with a repository, and what to do about it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duenotice.errors import DuenoticeError

if TYPE_CHECKING:
    from pathlib import Path


_REASON = re.compile(r"(?:fatal|error): ([^\n']+)")


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
        reason = _REASON.search(message)
        said = reason[1] if reason else message.strip()
        super().__init__(f"git could not {what}: {said or 'no reason given'}")
