"""Projects to measure with, and the measuring of whole processes."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from duenotice.model.label import VersionLabel
from duenotice.release.release import plan_release
from duenotice.release.request import ReleaseRequest
from duenotice.store.project import Project
from duenotice.store.project import read_statement
from duenotice.store.writing import write_files

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SECTIONS = 27
FIRST_DAY = dt.date(2015, 1, 1)
TODAY = dt.date(2026, 11, 24)
_ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "HOME": os.devnull,
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "A. Editor",
    "GIT_AUTHOR_EMAIL": "editor@example.org",
    "GIT_COMMITTER_NAME": "A. Editor",
    "GIT_COMMITTER_EMAIL": "editor@example.org",
}
_STATEMENT = """\
title: {{en: Privacy statement}}
controller: {{name: Example Organisation}}
time_zone: UTC
source_locale: en
sections:
  - numbered: [{ids}]
"""


def make_project(root: Path, versions: int) -> None:
    """Make a repository with versions of a statement, two sections changed in each."""
    git(root, "init", "--quiet", "-b", "main")
    ids = [f"section-{number}" for number in range(1, SECTIONS + 1)]
    files: dict[str, str | None] = {
        f"statements/website/en/{one}.md": _section(one, 0) for one in ids
    }
    statement = _STATEMENT.format(ids=", ".join(ids))
    files["statements/website/statement.yaml"] = statement
    write_files(root, files)
    for number in range(versions):
        for one in (ids[number % SECTIONS], ids[(7 * number + 3) % SECTIONS]):
            path = f"statements/website/en/{one}.md"
            write_files(root, {path: _section(one, number)})
        _adopt(root, FIRST_DAY + dt.timedelta(days=30 * number))
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "-m", "Versions")


def _section(section_id: str, number: int) -> str:
    title = section_id.replace("-", " ").capitalize()
    sentence = f"This is sentence {{}} of {section_id} as of change {number}. "
    body = "\n\n".join(
        "".join(sentence.format(10 * row + column) for column in range(6))
        for row in range(4)
    )
    return f"---\ntitle: {title}\n---\n{body}\n"


def _adopt(root: Path, day: dt.date) -> None:
    project = Project(root)
    archive = read_statement(project.on_disk(), None)
    request = ReleaseRequest(
        today=TODAY,
        version=VersionLabel(day),
        published=day,
        effective=day,
        adopted_by="A. Editor",
    )
    write_files(root, plan_release(archive, request).changes.files)
    project.close()


def git(root: Path, *arguments: str) -> None:
    """Run git in a project."""
    subprocess.run(  # noqa: S603 - fixed commands
        ["git", *arguments],  # noqa: S607
        cwd=root,
        env=_ENVIRONMENT,
        check=True,
        stdout=subprocess.DEVNULL,
    )


def time_program(root: Path, *arguments: str, runs: int = 5) -> float:
    """Give the least seconds that a run of the program took."""
    return min(_time(_program(arguments), root) for _ in range(runs))


def run_program(root: Path, *arguments: str) -> None:
    """Run the program once."""
    _time(_program(arguments), root)


def _program(arguments: Sequence[str]) -> list[str]:
    return [sys.executable, "-m", "duenotice", *arguments]


def time_empty_process(root: Path) -> float:
    """Give the least seconds that Python takes for nothing."""
    return min(_time([sys.executable, "-c", ""], root) for _ in range(5))


def _time(command: list[str], root: Path) -> float:
    start = time.perf_counter()
    subprocess.run(  # noqa: S603 - our own program
        command, cwd=root, env=_ENVIRONMENT, check=True, stdout=subprocess.DEVNULL
    )
    return time.perf_counter() - start


def report(what: str, seconds: float, bar: float) -> bool:
    """Print a figure beside its bar; tell whether it holds."""
    holds = seconds <= bar
    print(f"{'ok  ' if holds else 'MISS'}  {seconds:7.3f} s  (bar {bar} s)  {what}")
    return holds
