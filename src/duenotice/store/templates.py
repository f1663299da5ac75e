"""A project's own templates, style sheets and catalogues: its folder `templates/`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.store.tree import TEMPLATES
from duenotice.store.tree import WorkTree
from duenotice.store.tree import is_hidden

if TYPE_CHECKING:
    from pathlib import Path

    from duenotice.store.tree import Tree


def templates_on_disk(root: Path | None) -> dict[str, bytes]:
    """Read the templates of the working tree; outside of a project there are none."""
    return {} if root is None else read_templates(WorkTree(root, TEMPLATES))


def read_templates(tree: Tree) -> dict[str, bytes]:
    """Read all templates, by their names below the folder.

    Raises:
        NotAFileError: One is a link, which could bring any file of the machine to the
            site, or a submodule, which the commit doesn't hold.
    """
    folder = f"{TEMPLATES}/"
    return {
        path.removeprefix(folder): tree.read(path)
        for path in sorted(tree.paths)
        if (path == TEMPLATES or path.startswith(folder)) and not is_hidden(path)
    }
