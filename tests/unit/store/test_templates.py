from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from builders import StatementRepo
from duenotice.store.project import Project
from duenotice.store.templates import read_templates
from duenotice.store.templates import templates_on_disk
from duenotice.store.tree import NotAFileError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Read = Callable[[Path], dict[str, bytes]]


def committed(root: Path) -> dict[str, bytes]:
    """Commit what lies on the disk, and read the templates of that commit."""
    StatementRepo(root).commit("2026-01-01")
    project = Project(root)
    try:
        return read_templates(project.committed()[0])
    finally:
        project.close()


READERS = pytest.mark.parametrize(
    "read", [committed, templates_on_disk], ids=["commit", "disk"]
)


def write(root: Path, name: str, text: str = "own") -> Path:
    """Write a template of a project."""
    path = root / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


@READERS
class TestReadTemplates:
    """`read_templates`."""

    def test_names(self, tmp_path: Path, read: Read) -> None:
        """
        Files are known by their names below the folder; hidden ones are nobody's.
        """
        for name in ("site/base.html", "locale/es.po", ".DS_Store", "site/.swp"):
            write(tmp_path, name)

        assert {"locale/es.po": b"own", "site/base.html": b"own"} == read(tmp_path)

    def test_none(self, tmp_path: Path, read: Read) -> None:
        """
        A project needs no templates of its own.
        """
        assert {} == read(tmp_path)

    @pytest.mark.parametrize(
        ("name", "target"),
        [
            ("site/style.css", "secret.txt"),
            ("locale/es.po", "secret.txt"),
            ("more", "folder"),
            ("gone.html", "nowhere"),
        ],
        ids=["style sheet", "catalogue", "folder", "broken"],
    )
    def test_link(self, tmp_path: Path, read: Read, name: str, target: str) -> None:
        """
        Nothing is read through a link, which may lead to any file of the machine.
        """
        (tmp_path / "secret.txt").write_text("secret", "utf-8")
        (tmp_path / "folder").mkdir()
        link = tmp_path / "templates" / name
        link.parent.mkdir(parents=True)
        link.symlink_to(tmp_path / target)

        with pytest.raises(NotAFileError) as caught:
            read(tmp_path)

        assert str(caught.value).startswith(f'"templates/{name}" is not a plain file')

    @pytest.mark.parametrize("target", ["elsewhere", "gone"])
    def test_folder(self, tmp_path: Path, read: Read, target: str) -> None:
        """
        The folder of templates is a folder itself.
        """
        (tmp_path / "elsewhere").mkdir()
        (tmp_path / "elsewhere/one.html").write_text("one", "utf-8")
        (tmp_path / "templates").symlink_to(target)

        with pytest.raises(NotAFileError, match=r'^"templates'):
            read(tmp_path)


class TestTemplatesOnDisk:
    """`templates_on_disk`."""

    def test_pipe(self, tmp_path: Path) -> None:
        """
        Nobody waits for what is no file.
        """
        (tmp_path / "templates").mkdir()
        os.mkfifo(tmp_path / "templates/one.html")

        with pytest.raises(NotAFileError):
            templates_on_disk(tmp_path)

    def test_outside(self) -> None:
        """
        Outside of a project there are the shipped ones alone.
        """
        assert {} == templates_on_disk(None)


class TestSubmodule:
    """A submodule in place of the templates."""

    def test_refused(self, tmp_path: Path) -> None:
        """
        A commit names another repository's commit, and doesn't hold its files.
        """
        repo = StatementRepo(tmp_path / "project")
        repo.commit("2026-01-01")
        other = StatementRepo(repo.root / "templates").write("one.html", "own")
        other.commit("2026-01-01")

        with pytest.raises(NotAFileError, match=r'^"templates"'):
            committed(repo.root)
