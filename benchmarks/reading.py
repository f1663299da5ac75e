"""Measure: reading 100 versions of a 27-section statement from HEAD."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from measuring import make_project
from measuring import report

from duenotice.store.project import Project
from duenotice.store.project import read_statement

BAR = 0.3
VERSIONS = 100


def read(root: Path) -> float:
    """Read and check every version; give the seconds."""
    project = Project(root)
    start = time.perf_counter()
    archive = read_statement(project.committed(), None)
    seconds = time.perf_counter() - start
    project.close()
    if len(archive.versions) != VERSIONS or archive.diagnostics:
        sys.exit("the versions were not read whole")
    return seconds


def main() -> None:
    """Make the project and measure."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        make_project(root, VERSIONS)
        seconds = min(read(root) for _ in range(7))
    if not report(f"reading {VERSIONS} versions from HEAD", seconds, BAR):
        sys.exit(1)


if __name__ == "__main__":
    main()
