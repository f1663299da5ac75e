"""The files that a use case wants written or deleted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field

FileChanges = Mapping[str, str | None]
"""The new text by path, relative to the project's root; None deletes the file."""


@dataclass(slots=True)
class ChangeSet:
    """Changes as they are gathered."""

    files: dict[str, str | None] = field(default_factory=dict)

    def write(self, path: str, text: str) -> None:
        """Note a file to be written."""
        self.files[path] = text

    def delete(self, path: str) -> None:
        """Note a file to be deleted."""
        self.files[path] = None
