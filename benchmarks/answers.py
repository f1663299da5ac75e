"""Measure: `status` and `show` as whole processes, and what they import."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from measuring import make_project
from measuring import report
from measuring import time_empty_process
from measuring import time_program

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


def main() -> None:
    """Make a project and measure."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        make_project(root, 6)
        print(f"an empty process: {time_empty_process(root):.3f} s")
        holds = True
        for arguments in (["status"], ["show"], ["show", "--as-of", "2015-02-15"]):
            name = " ".join(arguments)
            holds &= report(name, time_program(root, *arguments, runs=9), BAR)
            if heavy := heavy_imports(root, *arguments):
                print(f"MISS  {name} loads {', '.join(heavy)}")
                holds = False
    if not holds:
        sys.exit(1)


if __name__ == "__main__":
    main()
