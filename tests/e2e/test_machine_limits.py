"""What the program says where the machine has no more to give."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from builders import Outcome
from builders import StatementRepo

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def repo(tmp_path: Path) -> StatementRepo:
    """A project with one version."""
    made = StatementRepo.with_statement(tmp_path / "project")
    made.publish("2026-01-02")
    return made


def limited(repo: StatementRepo, command: str) -> Outcome:
    """Run the program in a shell where no file may grow, its answer going to one."""
    program = f"'{sys.executable}' -m duenotice --today 2026-01-03 {command}"
    done = subprocess.run(
        ["sh", "-c", f"ulimit -f 0; exec {program} >answer"],
        cwd=repo.root,
        env={**repo.environment(), "COLUMNS": "80"},
        capture_output=True,
        check=False,
    )
    return Outcome(done.returncode, repo.read("answer"), done.stderr.decode())


class TestAnswer:
    @pytest.mark.parametrize("command", ["status", "--version", "history"])
    def test_no_room(self, repo: StatementRepo, command: str) -> None:
        """
        An answer that can't be written is a failure, with its reason.
        """
        assert Outcome(
            1,
            "",
            "error: the answer can't be written: File too large\n"
            "hint: Make room where the output goes, or let it go elsewhere. What the "
            "command did beside answering stays done.\n",
        ) == limited(repo, command)


class TestLimits:
    def test_reached(self, repo: StatementRepo) -> None:
        """
        A limit of the machine is named, and is no fault of the program.
        """
        assert Outcome(
            1,
            "",
            "error: this machine has reached a limit: File too large\n"
            "hint: Make room, or raise the limits of the shell (`ulimit -a`).\n",
        ) == limited(repo, "--help")
