"""Measure: `status` and `show` as whole processes, and what they import."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from measuring import make_project
from measuring import report
from measuring import time_empty_process
from measuring import time_program

if TYPE_CHECKING:
    from collections.abc import Iterable

HERE = Path(__file__).resolve().parent.parent
RUNS = 9
BAR = 0.4
HEAVY = ("weasyprint", "jinja2", "babel", "tinyhtml5", "merge3")


def heavy_imports(root: Path, *arguments: str) -> list[str]:
    """Give what a command loads although it has no use for it."""
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-X", "importtime", "-m", "duenotice", *arguments],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = {line.split("|")[-1].strip() for line in done.stderr.splitlines()}
    return [name for name in HEAVY if name in loaded]


def make_sample(folder: Path) -> None:
    """Clone this repository, whose statement has two languages and five versions."""
    command = ["git", "clone", "--quiet", "--no-hardlinks", os.fspath(HERE), "."]
    subprocess.run(command, cwd=folder, check=True)  # noqa: S603 - git


def measure(root: Path, questions: Iterable[tuple[str, ...]]) -> bool:
    """Ask the questions, and tell whether each was answered in time."""
    holds = True
    for arguments in questions:
        name = " ".join(arguments)
        holds &= report(name, time_program(root, *arguments, runs=RUNS), BAR)
        if heavy := heavy_imports(root, *arguments):
            print(f"MISS  {name} loads {', '.join(heavy)}")
            holds = False
    return holds


def main() -> None:
    """Make two projects and measure; each figure is the least of several runs."""
    holds = True
    for title, make, day in (
        (
            "one language, six versions",
            lambda root: make_project(root, 6),
            "2015-02-15",
        ),
        ("the sample, two languages", make_sample, "2023-02-15"),
    ):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            make(root)
            print(f"{title}; least of {RUNS} runs")
            print(f"an empty process: {time_empty_process(root):.3f} s")
            questions = (("status",), ("show",), ("show", "--as-of", day))
            holds &= measure(root, questions)
    if not holds:
        sys.exit(1)


if __name__ == "__main__":
    main()
