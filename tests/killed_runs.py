"""Runs of `notice` that are killed at random moments, and begun again each time.

A program of its own, so that what it forks has one thread and all modules at hand:
`python killed_runs.py KILLS SEED ARGUMENT …` makes the messages into `out-whole` once,
and then into `out` until it was killed so often. It prints how often it came to the end
meanwhile, and fails where a file is another one than in `out-whole`.
"""

from __future__ import annotations

import importlib
import os
import random
import shutil
import signal
import sys
import time
from pathlib import Path

from duenotice.cli import main
from mailing_runs import files_of

_WHOLE, _OUT = Path("out-whole"), Path("out")
_MODULES = ("duenotice.cli.notice", "duenotice.render.pdf.print_file")
"""Loaded once, and not in every run."""

_SHARE = 0.7
"""Of the time that a whole run takes: the latest moment of a kill."""


def run(folder: Path, arguments: list[str], until: float | None = None) -> bool:
    """Run to the end, or kill the run after some seconds; tell whether it ended."""
    child = os.fork()
    if child == 0:
        _work(folder, arguments)
    if until is not None:
        time.sleep(until)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return False
    if os.waitstatus_to_exitcode(status):
        sys.exit("a run failed")
    return True


def _work(folder: Path, arguments: list[str]) -> None:
    with Path(os.devnull).open("w") as nowhere:
        os.dup2(nowhere.fileno(), 1)
    sys.argv = ["duenotice", *arguments, "-o", str(folder)]
    try:
        main()
    except SystemExit as done:
        os._exit(int(done.code or 0))
    os._exit(0)


def compare() -> None:
    """Fail where a file is another one than without a break, or is left over."""
    if files_of(_WHOLE) != files_of(_OUT):
        sys.exit("other files than those of a run that was never killed")


def kill_often(kills: int, seed: int, arguments: list[str]) -> int:
    """Kill runs so often; tell how many came to their end."""
    for one in _MODULES:
        importlib.import_module(one)
    start = time.perf_counter()
    run(_WHOLE, arguments)
    whole = time.perf_counter() - start
    moments = random.Random(seed)  # noqa: S311 - moments, no secrets
    ends = 0
    while kills:
        if run(_OUT, arguments, moments.uniform(0, _SHARE * whole)):
            compare()
            shutil.rmtree(_OUT)
            ends += 1
        else:
            kills -= 1
    run(_OUT, arguments)
    compare()
    return ends + 1


if __name__ == "__main__":
    count = kill_often(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:])
    sys.stdout.write(f"{count}\n")
