"""Whether git would keep files: what gets into a history stays there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.store.git_command import GitCommand
from duenotice.store.git_command import GitCommandError

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path


def are_kept(folder: Path, paths: Collection[str]) -> bool:
    """Tell whether files of a folder could be committed, or have been.

    Whatever repository the folder lies in is asked.

    Args:
        folder: Where the files are, or are to be; nothing need be there yet.
        paths: Of the files, below the folder.
    """
    place = folder.resolve()
    if ".git" in place.parts:
        return True  # among git's own files, which are nobody else's place
    git = GitCommand(_nearest(place))
    try:
        git.run("rev-parse", "--show-toplevel")
    except GitCommandError:  # no repository keeps anything
        return False
    files = [str(place / one) for one in paths]
    return bool(git.run("ls-files", "--", *files)) or _ignored(git, files) < len(files)


def _nearest(place: Path) -> Path:
    """Give the folder that is there, closest to a place."""
    return next(one for one in (place, *place.parents) if one.is_dir())


def _ignored(git: GitCommand, files: Collection[str]) -> int:
    """Count the files that git ignores."""
    try:
        return len(git.run("check-ignore", "--", *files).splitlines())
    except GitCommandError:  # none, or git can't say
        return 0
