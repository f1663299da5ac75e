"""All messages for a sample member, in a browser."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from duenotice.cli.output import answer
from duenotice.mailing.messages.preview import PAGE
from duenotice.mailing.messages.preview import preview_files
from duenotice.mailing.storage import Storage

if TYPE_CHECKING:
    from collections.abc import Collection

    from duenotice.cli.mailing_kit import Subject
    from duenotice.mailing.member import Channel

_PREFIX = "duenotice-preview-"


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
    """
    folder = output or tempfile.mkdtemp(prefix=_PREFIX)
    storage = Storage(folder)
    templates = subject.making.templates
    files = preview_files(subject.kit, templates, channels=channels)
    for path, content in files.items():
        storage.write(path, content)
    page = f"{folder.rstrip('/')}/{PAGE}"
    answer(page)
    is_attended = sys.stdout.isatty() and "CI" not in os.environ
    if is_opened and is_attended and storage.is_local:
        typer.launch(str(Path(page).absolute()))
