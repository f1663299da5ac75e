"""All messages for a sample member, in a browser."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING
from typing import ClassVar

import typer

from duenotice.cli.output import answer
from duenotice.cli.output import shortened
from duenotice.errors import DuenoticeError
from duenotice.mailing.messages.preview import PAGE
from duenotice.mailing.messages.preview import preview_files
from duenotice.mailing.storage import Storage

if TYPE_CHECKING:
    from collections.abc import Collection
    from collections.abc import Iterable
    from collections.abc import Mapping
    from collections.abc import Sequence

    from duenotice.cli.mailing_kit import Subject
    from duenotice.mailing.member import Channel

_PREFIX = "duenotice-preview-"
_WRITTEN = ".duenotice-preview"
"""Lists the files of a preview, one a line: the next one may take their place."""


class ForeignFilesError(DuenoticeError):
    """A preview would be written over files of somebody else's."""

    hint: ClassVar[str] = (
        "Name a new folder, an empty one, or one that holds a preview and nothing else."
    )

    def __init__(self, folder: str, files: Sequence[str]) -> None:
        """Name the folder and the files."""
        super().__init__(f'"{folder}" holds what no preview wrote: {shortened(files)}')


def show_preview(
    subject: Subject,
    output: str | None,
    channels: Collection[Channel],
    *,
    is_opened: bool,
) -> None:
    """Write the preview, say where it is, and open it where somebody sits in front.

    Args:
        subject: What is previewed.
        output: The folder; a temporary one if left out.
        channels: What is shown.
        is_opened: Whether a browser is wanted.

    Raises:
        ForeignFilesError: The folder holds other files.
    """
    folder = output or tempfile.mkdtemp(prefix=_PREFIX)
    storage = Storage(folder)
    _refuse_foreign(storage)
    templates = subject.making.templates
    _write(storage, preview_files(subject.kit, templates, channels=channels))
    page = f"{folder.rstrip('/')}/{PAGE}"
    answer(page)
    is_attended = sys.stdout.isatty() and "CI" not in os.environ
    if is_opened and is_attended and storage.is_local:
        typer.launch(str(Path(page).absolute()))


def _refuse_foreign(storage: Storage) -> None:
    foreign = sorted(set(storage.list()) - {_WRITTEN, *_written(storage)})
    if foreign:
        raise ForeignFilesError(storage.address, foreign)


def _write(storage: Storage, files: Mapping[str, bytes]) -> None:
    """Write the files; letters of the preview before that this one lacks go."""
    before = set(storage.list()) - {_WRITTEN}
    _list(storage, before | files.keys())
    for path, content in files.items():
        storage.write(path, content)
    for path in before - files.keys():
        storage.remove(path)
    _list(storage, files)


def _list(storage: Storage, files: Iterable[str]) -> None:
    storage.write(_WRITTEN, "".join(f"{one}\n" for one in sorted(files)).encode())


def _written(storage: Storage) -> set[str]:
    """Give the files of the preview that a folder holds."""
    if not storage.exists(_WRITTEN):
        return set()
    return set(storage.read(_WRITTEN).decode(errors="replace").splitlines())
