"""A project's theme: `theme.yaml`, and what it names in the folder `theme/`."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from dataclasses import field
from typing import TYPE_CHECKING

from duenotice.diagnostics import has_errors
from duenotice.diagnostics import sort_diagnostics
from duenotice.model.theme import THEME_FILE
from duenotice.model.theme import THEME_FOLDER
from duenotice.model.theme import Theme
from duenotice.parse.report import Report
from duenotice.parse.theme_assets import check_asset
from duenotice.parse.theme_file import parse_theme
from duenotice.store.draft import read_plain
from duenotice.store.tree import JoinedTree
from duenotice.store.tree import WorkTree

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from duenotice.diagnostics import Diagnostic
    from duenotice.store.tree import Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredTheme:
    """A theme with the bytes of its files; the shipped look where there is none."""

    theme: Theme = field(default_factory=Theme)
    files: Mapping[str, bytes] = field(default_factory=dict)
    """By their paths below the project's top folder."""

    faults: tuple[Diagnostic, ...] = ()
    """With any error among them the shipped look stands in."""

    @property
    def digest(self) -> str:
        """Give a hash of all that the look of a site depends on."""
        digest = hashlib.sha256(repr(self.theme).encode())
        for path, data in sorted(self.files.items()):
            digest.update(f"{path} {len(data)} ".encode())
            digest.update(data)
        return digest.hexdigest()


PLAIN = StoredTheme()
"""The look that comes with the program."""


def theme_on_disk(root: Path | None) -> StoredTheme:
    """Read the theme from the working tree; outside of a project there is none."""
    if root is None:
        return PLAIN
    return read_theme(
        JoinedTree(WorkTree(root, THEME_FILE), WorkTree(root, THEME_FOLDER))
    )


def read_theme(tree: Tree) -> StoredTheme:
    """Read the theme: with the faults it has, and then without anything else."""
    if THEME_FILE not in tree.paths:
        return PLAIN
    found: list[Diagnostic] = []
    data = read_plain(tree, THEME_FILE, found)
    theme, faults = (None, ()) if data is None else parse_theme(data, THEME_FILE)
    found += faults
    if data is None or theme is None:
        return StoredTheme(faults=sort_diagnostics(found))
    report = Report(THEME_FILE)
    files = {path: _read(tree, path, data, report, found) for path in theme.paths}
    faults = sort_diagnostics([*found, *report.diagnostics])
    if has_errors(faults):
        return StoredTheme(faults=faults)
    return StoredTheme(theme=theme, files=files, faults=faults)


def _read(
    tree: Tree, path: str, theme: bytes, report: Report, found: list[Diagnostic]
) -> bytes:
    """Read a file that the theme names."""
    line = _line_of(path, theme)
    if path not in tree.paths:
        report.error(
            "theme-file-missing",
            f'there is no file "{path}"',
            line,
            "Put it there and commit it, or take its name out.",
        )
        return b""
    data = read_plain(tree, path, found)
    if data is not None:
        check_asset(path, data, line, report)
    return data or b""


def _line_of(path: str, theme: bytes) -> int:
    """Find the line that names a file."""
    found = re.search(re.escape(path.encode()) + rb"(?![\w.-])", theme)
    return 1 if found is None else theme[: found.start()].count(b"\n") + 1
