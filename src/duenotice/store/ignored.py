"""Whether git would keep a file that is written to a folder."""

from __future__ import annotations

from pathlib import Path

from duenotice.store.git_command import GitCommand
from duenotice.store.git_command import GitCommandError

_ANY = ("any", "any.file")
"""Names that no pattern is about: a folder is ignored where all in it is."""


def is_kept(folder: Path, root: Path) -> bool:
    """Tell whether files of a folder could be committed together with a project.

    Args:
        folder: Where the files are to be; nothing need be there yet.
        root: The project's top folder.
    """
    git = GitCommand(root)
    try:
        top = git.run("rev-parse", "--show-toplevel").decode(errors="surrogateescape")
    except GitCommandError:  # no repository keeps anything
        return False
    place = folder.resolve()
    if not place.is_relative_to(Path(top.removesuffix("\n")).resolve()):
        return False
    return not all(_is_ignored(git, place / name) for name in _ANY)


def _is_ignored(git: GitCommand, path: Path) -> bool:
    try:
        git.run("check-ignore", "--quiet", "--", str(path))
    except GitCommandError:  # also where git can't say
        return False
    return True
