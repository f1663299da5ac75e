"""Measure: a real statement from its source to the site, as whole processes."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from measuring import git
from measuring import report
from measuring import run_program
from measuring import time_empty_process

BAR = 6.0
DAY = "2021-10-15"


def publish(root: Path, source: Path) -> dict[str, float]:
    """Import, release and build; give the seconds of each step."""
    (root / "statements").mkdir()
    git(root, "init", "--quiet", "-b", "main")
    release = ("release", "--adopt", "--by", "A. Editor", "--version", DAY)
    steps = {
        "import": ("import", str(source), "--statement", "website"),
        "release": (*release, "--published", DAY, "--effective", DAY),
        "commit": (),
        "build": ("build", "--as-of", "2026-11-24"),
    }
    seconds = {}
    for name, arguments in steps.items():
        start = time.perf_counter()
        if arguments:
            run_program(root, *arguments)
        else:
            git(root, "add", "--all")
            git(root, "commit", "--quiet", "-m", "Adopt the statement")
        seconds[name] = time.perf_counter() - start
    return seconds


def main() -> None:
    """Measure the file that is named."""
    if len(sys.argv) != 2:  # noqa: PLR2004 - the script and the file
        sys.exit("usage: benchmarks/seed.py FILE")
    source = Path(sys.argv[1]).resolve()
    runs = []
    for _ in range(3):
        with tempfile.TemporaryDirectory() as folder:
            runs.append(publish(Path(folder), source))
            empty = time_empty_process(Path(folder))
    best = min(runs, key=lambda run: sum(run.values()))
    print(f"an empty process: {empty:.3f} s")
    for name, seconds in best.items():
        print(f"      {seconds:7.3f} s              {name}")
    if not report("import, release, build with PDF", sum(best.values()), BAR):
        sys.exit(1)


if __name__ == "__main__":
    main()
