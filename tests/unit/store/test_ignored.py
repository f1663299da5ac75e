from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from duenotice.store.ignored import is_kept

if TYPE_CHECKING:
    from pathlib import Path

    from builders import StatementRepo


class TestIsKept:
    """`is_kept`."""

    def test_inside(self, repo: StatementRepo) -> None:
        """
        Git keeps what lies in the work tree, whether the folder is there yet or not.
        """
        assert is_kept(repo.root / "new/folder", repo.root)

    def test_outside(self, repo: StatementRepo, tmp_path: Path) -> None:
        """
        Git keeps nothing of what lies beside it.
        """
        assert not is_kept(tmp_path / "beside", repo.root)

    @pytest.mark.parametrize(
        "line", ["/out/", "out/", "out", "out*/", "out/*", "out/**", "*"]
    )
    def test_ignored(self, repo: StatementRepo, line: str) -> None:
        """
        Git keeps nothing of a folder that is ignored as a whole.
        """
        repo.write(".gitignore", f"{line}\n")

        assert not is_kept(repo.root / "out", repo.root)

    @pytest.mark.parametrize("line", ["*.csv", "out/run.json", "out/*\n!out/any"])
    def test_some_ignored(self, repo: StatementRepo, line: str) -> None:
        """
        Where some of the files are ignored, the others are kept.
        """
        repo.write(".gitignore", f"{line}\n")

        assert is_kept(repo.root / "out", repo.root)

    def test_project_below(self, repo: StatementRepo) -> None:
        """
        The work tree may begin above the project.
        """
        project = repo.root / "legal/privacy"
        project.mkdir(parents=True)

        assert is_kept(repo.root / "out", project)

    def test_no_repository(self, tmp_path: Path) -> None:
        """
        Without a repository nothing is kept.
        """
        assert not is_kept(tmp_path / "out", tmp_path)
