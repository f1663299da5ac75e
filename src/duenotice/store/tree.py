"""The files of a project at one moment, whatever holds them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING
from typing import Protocol

from duenotice.errors import DuenoticeError
from duenotice.model.theme import THEME_FILE
from duenotice.model.theme import THEME_FOLDER

if TYPE_CHECKING:
    from collections.abc import Mapping

STATEMENTS = "statements"
"""The folder of all statements, in every project."""

PROFILES = "profiles"
LEXICONS = "lexicons"
SETTINGS = "pyproject.toml"
TEMPLATES = "templates"

PROJECT_FILES = (
    STATEMENTS,
    PROFILES,
    LEXICONS,
    SETTINGS,
    TEMPLATES,
    THEME_FILE,
    THEME_FOLDER,
)
"""What of a project is read: the statements, what they are judged by, the look."""


class NotAFileError(DuenoticeError):
    """A link, a pipe or a submodule stands where a text should be."""

    hint = (
        "Texts must be plain files inside the project. Replace it with a copy of the "
        "text."
    )

    def __init__(self, path: str) -> None:
        """Name the path."""
        super().__init__(
            f'"{path}" is not a plain file but a link, a pipe or a submodule'
        )


def is_hidden(path: str) -> bool:
    """Tell whether a path is none of a person's texts: what an editor or git keeps."""
    return any(part.startswith(".") for part in path.split("/"))


class Tree(Protocol):
    """Files by path, relative to the project's root, with forward slashes."""

    @property
    def name(self) -> str:
        """Say what the files are of, for messages: `HEAD`, `the working tree`."""

    @property
    def paths(self) -> frozenset[str]:
        """Give the path of every file that is read, links among them."""

    def read(self, path: str) -> bytes:
        """Give the bytes of a file.

        Raises:
            KeyError: There is no such file.
            NotAFileError: It is a link or a submodule.
        """


class WorkTree:
    """The files as they lie on the disk: the draft."""

    name = "the working tree"

    def __init__(self, root: Path, folder: str = STATEMENTS) -> None:
        """Take the project's root, and the folder or the file in it that is read."""
        self.root = root
        self._folder = folder
        self.paths = frozenset(self._walk())

    def _walk(self) -> list[str]:
        found = []
        if not (self.root / self._folder).is_dir():
            return [self._folder] if os.path.lexists(self.root / self._folder) else []
        for folder, folders, files in os.walk(self.root / self._folder):
            links = [one for one in folders if Path(folder, one).is_symlink()]
            folders[:] = [one for one in folders if not is_hidden(one)]
            for name in [*files, *links]:
                if not is_hidden(name):
                    path = Path(folder, name).relative_to(self.root)
                    found.append(path.as_posix())
        return found

    def read(self, path: str) -> bytes:
        """Give the bytes of a file."""
        if path not in self.paths:
            raise KeyError(path)
        file = self.root / path
        parts = [file, *file.parents]
        if any(p.is_symlink() for p in parts[: len(Path(path).parts)]):
            raise NotAFileError(path)
        if not file.is_file():  # a pipe would be waited for without end
            raise NotAFileError(path)
        return file.read_bytes()


class JoinedTree:
    """The files of two trees, of which the first is asked first."""

    def __init__(self, first: Tree, second: Tree) -> None:
        """Take both."""
        self.name = first.name
        self._trees = (first, second)
        self.paths = first.paths | second.paths

    def read(self, path: str) -> bytes:
        """Give the bytes of a file."""
        first, second = self._trees
        return (first if path in first.paths else second).read(path)


class MemoryTree:
    """Files held in memory: for previews and tests."""

    def __init__(self, files: dict[str, bytes], name: str = "memory") -> None:
        """Take the files by path."""
        self.name = name
        self._files = files
        self.paths = frozenset(files)

    def read(self, path: str) -> bytes:
        """Give the bytes of a file."""
        return self._files[path]


class ChangedTree:
    """A tree as it would be after some changes."""

    def __init__(self, tree: Tree, changes: Mapping[str, str | None]) -> None:
        """Take the changes by path; None deletes the file."""
        self.name = tree.name
        self._tree = tree
        self._changes = changes
        deleted = {path for path, text in changes.items() if text is None}
        self.paths = (tree.paths | set(changes)) - deleted

    def read(self, path: str) -> bytes:
        """Give the bytes of a file."""
        if path not in self.paths:
            raise KeyError(path)
        text = self._changes.get(path)
        return self._tree.read(path) if text is None else text.encode()
