"""The files of templates: the shipped ones, and a project's own where it has them.

A project's own are given with their bytes, by whoever knows where they are kept: this
module reads nothing but what comes with the program.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from typing import ClassVar

from duenotice.errors import DuenoticeError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping
    from pathlib import Path

CATALOGUES = "locale/"
SHIPPED = "shipped/"
"""Before the name of a shipped template, which a project's own one may extend."""

_OWN = "templates/"


class TemplateEncodingError(DuenoticeError):
    """A template, a style sheet or a catalogue that isn't UTF-8."""

    hint: ClassVar[str] = "Save the file as UTF-8."

    def __init__(self, place: str, line: int) -> None:
        super().__init__(f"{place}:{line}: not UTF-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateFile:
    """One file."""

    place: str
    """Where it stands, for messages: in a project below its top folder."""

    content: bytes


class TemplateFiles:
    """The files in effect, by their names."""

    def __init__(self, own: Mapping[str, bytes], shipped: Path) -> None:
        """Take a project's own by name, and the folder of the shipped ones."""
        self._own = {
            name: TemplateFile(place=f"{_OWN}{name}", content=content)
            for name, content in own.items()
        }
        self._folder = shipped

    def text(self, name: str) -> tuple[str, str] | None:
        """Give a file's text, with the line ends of Unix, and where it stands.

        `shipped/site/base.html` is the one that comes with the program, whatever the
        project has under that name.

        Raises:
            TemplateEncodingError: It isn't UTF-8.
        """
        if name.startswith(SHIPPED):
            file = self._shipped.get(name.removeprefix(SHIPPED))
        else:
            file = self._files_by_name.get(name)
        if file is None:
            return None
        try:
            text = file.content.decode()
        except UnicodeDecodeError as error:
            line = file.content.count(b"\n", 0, error.start) + 1
            raise TemplateEncodingError(file.place, line) from error
        return text.replace("\r\n", "\n").replace("\r", "\n"), file.place

    def catalogues(self, name: str) -> Iterator[tuple[str, bytes]]:
        """Give the places and bytes of a catalogue: a project's own first."""
        for files in (self._own, self._shipped):
            if file := files.get(f"{CATALOGUES}{name}"):
                yield file.place, file.content

    def digest(self) -> str:
        """Give the SHA-256 over the names and bytes of all files in effect."""
        digest = hashlib.sha256()
        for name, content in self._files_in_effect():
            digest.update(f"{len(name.encode())} {name} {len(content)} ".encode())
            digest.update(content)
        return digest.hexdigest()

    def holds(self, place: str) -> bool:
        """Tell whether one of these stands at a place."""
        return place in self._places

    @cached_property
    def _places(self) -> frozenset[str]:
        files = (*self._own.values(), *self._shipped.values())
        return frozenset(file.place for file in files)

    @cached_property
    def _shipped(self) -> dict[str, TemplateFile]:
        # Read once, so that the digest is that of what was rendered.
        return dict(_shipped_files(self._folder))

    @cached_property
    def _files_by_name(self) -> dict[str, TemplateFile]:
        return {**self._shipped, **self._own}

    def _files_in_effect(self) -> Iterator[tuple[str, bytes]]:
        """List the files by name: the project's, and the shipped one it may extend."""
        for name, file in sorted(self._files_by_name.items()):
            yield name, file.content
            shipped = self._shipped.get(name, file)
            if shipped.content != file.content:
                yield f"{SHIPPED}{name}", shipped.content


def _shipped_files(folder: Path) -> Iterator[tuple[str, TemplateFile]]:
    # Links are fine here: some installers put packages together from them.
    for path in folder.rglob("*"):
        name = path.relative_to(folder)
        if path.is_file() and not any(part.startswith(".") for part in name.parts):
            file = TemplateFile(place=str(path), content=path.read_bytes())
            yield name.as_posix(), file
