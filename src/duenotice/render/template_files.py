"""The files of templates: the shipped ones, and a project's own where it has them.

A template is a plain file that stands in one of the two folders. A project's is never
read through a link: with a link, a text would bring files of the machine to the site.
"""

from __future__ import annotations

import hashlib
import os
import stat
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from typing import ClassVar

from duenotice.errors import DuenoticeError

if TYPE_CHECKING:
    from collections.abc import Iterator

CATALOGUES = "locale/"
SHIPPED = "shipped/"
"""Before the name of a shipped template, which a project's own one may extend."""


class LinkedTemplateError(DuenoticeError):
    """A project's folder of templates is a link or holds one."""

    hint: ClassVar[str] = (
        "Put the file or folder itself there: templates must lie inside the project."
    )

    def __init__(self, path: Path) -> None:
        super().__init__(f'"{path}" is a link, and templates are not read through one')


class TemplateEncodingError(DuenoticeError):
    """A template, a style sheet or a catalogue that isn't UTF-8."""

    hint: ClassVar[str] = "Save the file as UTF-8."

    def __init__(self, path: Path, line: int) -> None:
        super().__init__(f"{path}:{line}: not UTF-8")


class TemplateFiles:
    """The files in effect, by their names."""

    def __init__(self, project: Path | None, shipped: Path) -> None:
        """Take the two folders; a project may have none."""
        self._project = project
        self._shipped = shipped

    def text(self, name: str) -> tuple[str, Path] | None:
        """Give a file's text, with the line ends of Unix, and where it stands.

        `shipped/site/base.html` is the one that comes with the program, whatever the
        project has under that name.

        Raises:
            TemplateEncodingError: It isn't UTF-8.
            LinkedTemplateError: The project's folder holds a link.
        """
        if name.startswith(SHIPPED):
            path = self._shipped_files.get(name.removeprefix(SHIPPED))
        else:
            path = self._paths_by_name.get(name)
        if path is None:
            return None
        content = self._read(path)
        try:
            text = content.decode()
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            raise TemplateEncodingError(path, line) from error
        return text.replace("\r\n", "\n").replace("\r", "\n"), path

    def catalogues(self, name: str) -> Iterator[tuple[str, bytes]]:
        """Give the places and bytes of a catalogue: a project's own first."""
        for files in (self._own, self._shipped_files):
            if path := files.get(f"{CATALOGUES}{name}"):
                yield str(path), self._read(path)
            if self._is_shipped:
                return

    def digest(self) -> str:
        """Give the SHA-256 over the names and bytes of all files in effect."""
        digest = hashlib.sha256()
        for name, path in self._files_in_effect():
            content = self._read(path)
            digest.update(f"{len(name.encode())} {name} {len(content)} ".encode())
            digest.update(content)
        return digest.hexdigest()

    def holds(self, place: str) -> bool:
        """Tell whether a file of this name is one of these."""
        return Path(place) in self._places

    def _read(self, path: Path) -> bytes:
        if path not in self._contents:
            self._contents[path] = path.read_bytes()
        return self._contents[path]

    @cached_property
    def _contents(self) -> dict[Path, bytes]:
        # Read once, so that the digest is that of what was rendered.
        return {}

    @cached_property
    def _places(self) -> frozenset[Path]:
        return frozenset((*self._own.values(), *self._shipped_files.values()))

    @property
    def _is_shipped(self) -> bool:
        """Tell whether the project is a checkout of the program."""
        return self._project is not None and self._project == self._shipped

    @cached_property
    def _own(self) -> dict[str, Path]:
        if self._project is None:
            return {}
        return dict(_own_files(self._project))

    @cached_property
    def _shipped_files(self) -> dict[str, Path]:
        return dict(_shipped_files(self._shipped))

    @cached_property
    def _paths_by_name(self) -> dict[str, Path]:
        return {**self._shipped_files, **self._own}

    def _files_in_effect(self) -> Iterator[tuple[str, Path]]:
        """List the files by name: the project's, and the shipped one it may extend."""
        for name, path in sorted(self._paths_by_name.items()):
            yield name, path
            shipped = self._shipped_files.get(name, path)
            if self._read(shipped) != self._read(path):
                yield f"{SHIPPED}{name}", shipped


def _shipped_files(folder: Path) -> Iterator[tuple[str, Path]]:
    # Links are fine here: some installers put packages together from them.
    for path in folder.rglob("*"):
        name = path.relative_to(folder)
        if path.is_file() and not any(part.startswith(".") for part in name.parts):
            yield name.as_posix(), path


def _own_files(folder: Path) -> Iterator[tuple[str, Path]]:
    """List the plain files of a project, without hidden ones; refuse links."""
    if folder.is_symlink():
        raise LinkedTemplateError(folder)
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        for name in (*folders, *sorted(names)):
            path = Path(place, name)
            mode = path.lstat().st_mode
            if name.startswith("."):
                continue
            if stat.S_ISLNK(mode):
                raise LinkedTemplateError(path)
            if stat.S_ISREG(mode):
                yield path.relative_to(folder).as_posix(), path
