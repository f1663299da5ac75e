"""The files of one commit, read from git's objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.store.tree import NotAFileError

if TYPE_CHECKING:
    from duenotice.store.git import Repository

REGULAR_MODES = frozenset({"100644", "100755"})
"""What git calls a plain file: not a link, nor a submodule."""


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
        if mode not in REGULAR_MODES:
            raise NotAFileError(path)
        return self._repository.read_object(object_id)
