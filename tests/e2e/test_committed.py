from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from mailing_runs import CONFIG
from mailing_runs import DAY
from mailing_runs import files_of
from mailing_runs import member
from mailing_runs import members_csv
from mailing_runs import merged_project
from mailing_runs import notice
from proposals import LABEL

if TYPE_CHECKING:
    from pathlib import Path

    from builders import Outcome
    from builders import StatementRepo

STYLE = "templates/site/style.css"
SMS = "templates/messages/sms.txt"
TOLD = "{{ page.effective|day|striptags }} {{ page.notice_url }}\n"
OTHER = """\
[tool.duenotice]
site-address = "https://elsewhere.example/"
feed-authority = "elsewhere.example"
comparisons = "near"
"""


@pytest.fixture
def project(tmp_path: Path) -> StatementRepo:
    """A project that must write to its members, with a look of its own."""
    made = merged_project(tmp_path / "project")
    made.write(STYLE, "body { color: black }\n").write(SMS, f"Soon: {TOLD}")
    made.write("members.csv", members_csv([member(1, "email sms")]))
    made.commit(LABEL)
    return made


def change_all(project: StatementRepo) -> None:
    """Change on the disk, and commit nothing of it."""
    project.write(STYLE, "body { color: red }\n").write("pyproject.toml", OTHER)
    project.write(SMS, f"Later: {TOLD}")


def build(project: StatementRepo, out: str, *options: str) -> Outcome:
    """Build the site of the day."""
    return project.run(
        "build", "--no-pdf", "--as-of", DAY, "--out", out, *options, today=DAY
    )


class TestBuild:
    """The site of a commit."""

    def test_same(self, project: StatementRepo) -> None:
        """
        Templates and settings on the disk change nothing of it, and are named.
        """
        build(project, "out-before")
        change_all(project)

        done = build(project, "out-after")

        assert files_of(project.root / "out-before") == files_of(
            project.root / "out-after"
        )
        assert (
            "warning: 3 changed files are in no commit, and so not in this build: "
            f"pyproject.toml, {SMS}, {STYLE}\n" in done.err
        )

    def test_committed(self, project: StatementRepo) -> None:
        """
        Once they are committed they count.
        """
        change_all(project)
        project.commit(DAY)

        done = build(project, "out")

        assert "no commit" not in done.err
        assert "body { color: red }\n" == project.read("out/style.css")
        assert "https://elsewhere.example/" in project.read("out/sitemap.xml")

    def test_preview(self, project: StatementRepo) -> None:
        """
        A preview shows what lies on the disk.
        """
        change_all(project)

        build(project, "out", "--worktree")

        assert "body { color: red }\n" == project.read("out/style.css")
        assert "https://elsewhere.example/" in project.read("out/sitemap.xml")

    def test_other_tools(self, project: StatementRepo) -> None:
        """
        What other programs have in the same file is nothing of a build's.
        """
        project.write("pyproject.toml", f"{CONFIG}\n[tool.other]\ncolour = true\n")

        assert "no commit" not in build(project, "out").err

    def test_fault(self, project: StatementRepo) -> None:
        """
        A fault names the committed template, which correcting the file alone leaves.
        """
        path = "templates/site/archive.html"
        project.write(path, "fine\n\n{{ page.gone }}\n").commit(DAY)
        project.delete(path)

        said = build(project, "out").err
        assert f"no commit, and so not in this build: {path}\nerror: {path}:3: " in said

    def test_faulty_settings(self, project: StatementRepo) -> None:
        """
        Settings that were committed with a fault stay so until others are committed.
        """
        project.write("pyproject.toml", "[tool.duenotice]\nsite = 1\n").commit(DAY)
        project.write("pyproject.toml", CONFIG)

        assert build(project, "out").err.startswith(
            'error: HEAD: pyproject.toml: "site" is not a key of [tool.duenotice]\n'
            "hint: What is committed counts here: commit settings that are in order.\n"
        )

    def test_link(self, project: StatementRepo) -> None:
        """
        A link that is committed is not read through.
        """
        link = project.root / "templates/site/foot.html"
        link.symlink_to("../../members.csv")
        project.commit(DAY)

        assert build(project, "out").err.startswith(
            'error: "templates/site/foot.html" is not a plain file but a link, a pipe '
            "or a submodule\n"
        )


class TestNotice:
    """The messages of a commit."""

    def test_same(self, project: StatementRepo) -> None:
        """
        Templates and settings on the disk change nothing of them, and are named.
        """
        notice(project, out="out-before")
        change_all(project)

        done = notice(project, out="out-after")

        before, after = (
            json.loads(project.read(f"{out}/kit.json"))
            for out in ("out-before", "out-after")
        )
        assert before == after
        assert (
            "warning: 3 changed files are in no commit, and so not in the messages: "
            f"pyproject.toml, {SMS}, {STYLE}\n" in done.err
        )


class TestCompare:
    """A comparison as a file."""

    @pytest.mark.parametrize(
        ("new", "colour"), [(LABEL, "black"), ("draft", "red")], ids=str
    )
    def test_style(self, project: StatementRepo, new: str, colour: str) -> None:
        """
        Between committed texts it has the committed look, and else that of the disk.
        """
        change_all(project)

        done = project.run("compare", "2026-01-10", new, "--format", "html", today=DAY)

        assert f"body {{ color: {colour} }}" in done.out
        named = "no commit, and so not in this file: templates/" in done.err
        assert named == (new != "draft")
