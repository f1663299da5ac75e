from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from typing import Any

import pytest
import yaml

from builders import StatementRepo

if TYPE_CHECKING:
    from collections.abc import Iterator

LATE = "2026-04-10"
CHANGED = "We keep loans for 120 days. After that we delete them."


def workflow(root: Path, path: str) -> dict[Any, Any]:
    """Read a workflow of this project."""
    read: dict[Any, Any] = yaml.safe_load((root / path).read_text("utf-8"))
    return read


def github_steps(root: Path, job: str) -> Iterator[str]:
    """Give the commands of a job of the workflow for GitHub."""
    for step in workflow(root, ".github/workflows/statements.yml")["jobs"][job][
        "steps"
    ]:
        if "run" in step:
            yield step["run"]


@pytest.fixture
def checkout(tmp_path: Path) -> StatementRepo:
    """A project with its branch main at a remote, and a proposal on another branch."""
    repo = StatementRepo.with_statement(tmp_path / "project")
    repo.publish("2026-01-10")
    repo.git("update-ref", "refs/remotes/origin/main", "HEAD")
    return repo


def run_step(repo: StatementRepo, command: str, **environment: str) -> tuple[int, str]:
    """Run a step as a runner's shell does, with the set-up done beforehand."""
    tools = repo.root.parent / "tools"
    tools.mkdir(exist_ok=True)
    venv = repo.root / ".venv"
    if not venv.exists():
        venv.symlink_to(Path(sys.prefix))
        (repo.root / ".git/info/exclude").write_text(".venv\nsite\npublic\nheld\n")
    duenotice = f'"{sys.executable}" -m duenotice --today {LATE}'
    make = tools / "make"
    make.write_text(
        "#!/bin/sh\n"
        'case "$1" in setup) exit 0;; site) '
        f"{duenotice} build --no-pdf;; *) exit 2;; esac\n"
    )
    make.chmod(0o755)
    # The same program, on a day of the test's own.
    shown = command.replace(".venv/bin/duenotice", duenotice)
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", shown],
        cwd=repo.root,
        env={
            **repo.environment(),
            "PATH": f"{tools}:{os.environ['PATH']}",
            **environment,
        },
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


class TestGitHub:
    """The workflow for GitHub's runners."""

    def test_review_of_a_proposal(
        self, checkout: StatementRepo, pytestconfig: pytest.Config
    ) -> None:
        """
        The steps of a pull request fail where the proposed version could not take
        effect, with a note at the file, and pass once it can.
        """
        root = pytestconfig.rootpath
        checkout.git("checkout", "--quiet", "-b", "proposal")
        checkout.section("retention", CHANGED)
        checkout.release(LATE)
        *set_up, check = github_steps(root, "review")

        assert all((0, "") == run_step(checkout, one) for one in set_up)
        status, told = run_step(checkout, check, BASE="main")
        assert 1 == status
        assert "::error file=statements/website/versions/2026-04-10/" in told
        checkout.clear("2026-04-10", LATE)
        assert 0 == run_step(checkout, check, BASE="main")[0]

    def test_publishing(
        self, checkout: StatementRepo, pytestconfig: pytest.Config
    ) -> None:
        """
        The steps of a merge build the site; what is held fails the job in the end,
        after everything else was written.
        """
        root = pytestconfig.rootpath
        build, fail = github_steps(root, "publish")
        checkout.section("retention", CHANGED)
        checkout.release(LATE)
        checkout.commit(LATE)

        status, told = run_step(checkout, build)

        assert 1 == status, told
        assert "notice-unapproved" in told
        assert (checkout.root / "site/manifest.json").is_file()
        assert 1 == run_step(checkout, fail)[0]

    def test_every_hour_and_on_merge(self, pytestconfig: pytest.Config) -> None:
        """
        It runs on pull requests, on what is merged, and by the clock; the whole
        history is fetched, and only the job that publishes may write.
        """
        read = workflow(pytestconfig.rootpath, ".github/workflows/statements.yml")
        triggers = read[True]  # YAML 1.1 reads "on" so

        assert {"pull_request", "push", "schedule"} == set(triggers)
        assert "7 * * * *" == triggers["schedule"][0]["cron"]
        assert {"contents": "read"} == read["permissions"]
        for job in read["jobs"].values():
            assert 0 == job["steps"][0]["with"]["fetch-depth"]


class TestGitLab:
    """The template for GitLab."""

    def test_publishing(
        self, checkout: StatementRepo, pytestconfig: pytest.Config
    ) -> None:
        """
        The site is there though a version is held, and the last job fails for it.
        """
        read = workflow(pytestconfig.rootpath, ".gitlab/statements.yml")
        checkout.section("retention", CHANGED)
        checkout.release(LATE)
        checkout.commit(LATE)

        for command in read["pages"]["script"]:
            assert 0 == run_step(checkout, command)[0]

        assert (checkout.root / "public/website/index.html").is_file()
        assert [1] == [
            run_step(checkout, one)[0] for one in read["statements-held"]["script"]
        ]

    def test_review(self, checkout: StatementRepo, pytestconfig: pytest.Config) -> None:
        """
        A merge request without a proposal passes.
        """
        read = workflow(pytestconfig.rootpath, ".gitlab/statements.yml")

        for command in read["statements-review"]["script"]:
            status, told = run_step(
                checkout, command, CI_MERGE_REQUEST_TARGET_BRANCH_NAME="main"
            )
            assert 0 == status, told
        assert "0" == read["variables"]["GIT_DEPTH"]
