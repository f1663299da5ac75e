"""The faults of a project's `mailing.yaml`, before any message is made by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.mailing.members.settings_file import parse_settings
from duenotice.store.draft import read_plain
from duenotice.store.tree import WorkTree

if TYPE_CHECKING:
    from pathlib import Path

    from duenotice.diagnostics import Diagnostic

FILE = "mailing.yaml"
"""Where `notice` looks for its settings."""


def mailing_faults(root: Path | None) -> tuple[Diagnostic, ...]:
    """Give the faults of the file in the project's folder; none where it isn't there.

    A link in its place leads to a file that isn't the project's.
    """
    if root is None:
        return ()
    tree = WorkTree(root, FILE)
    data = read_plain(tree, FILE, []) if FILE in tree.paths else None
    return () if data is None else parse_settings(data, FILE)[1]
