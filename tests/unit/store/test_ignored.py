from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import StatementRepo
from duenotice.store.ignored import are_kept

if TYPE_CHECKING:
    from pathlib import Path

PATHS = ("run.json", "email/part.jsonl.gz", "letter/part.csv")


class TestAreKept:
    """`are_kept`."""

    def test_inside(self, repo: StatementRepo) -> None:
        """
        Git keeps what lies in the work tree, whether the folder is there yet or not.
        """
        assert are_kept(repo.root / "new/folder", PATHS)

    def test_files_of_git(self, repo: StatementRepo) -> None:
        """
        Among git's own files is no place for others.
        """
        assert are_kept(repo.root / ".git/mailing", PATHS)

    def test_outside(self, repo: StatementRepo, tmp_path: Path) -> None:
        """
        Git keeps nothing of what lies beside it.
        """
        assert repo.root != tmp_path
        assert not are_kept(tmp_path / "beside", PATHS)

    def test_other_repository(self, repo: StatementRepo, tmp_path: Path) -> None:
        """
        A repository is asked, be it another one than the project's.
        """
        other = StatementRepo.with_statement(tmp_path / "other")

        assert repo.root != other.root
        assert are_kept(other.root / "out", PATHS)

    @pytest.mark.parametrize(
        "line", ["/out/", "out/", "out", "out*/", "out/*", "out/**", "*"]
    )
    def test_ignored(self, repo: StatementRepo, line: str) -> None:
        """
        Git keeps nothing of a folder that is ignored as a whole.
        """
        repo.write(".gitignore", f"{line}\n")

        assert not are_kept(repo.root / "out", PATHS)

    @pytest.mark.parametrize(
        "lines",
        [
            "*.csv",
            "out/run.json",
            "out/*\n!out/email/",
            "*\n!*/\n!*.csv",
            "out/**\n!out/**/\n!out/letter/*.csv",
            "any",
        ],
    )
    def test_some_ignored(self, repo: StatementRepo, lines: str) -> None:
        """
        Where some of the files are ignored, the others are kept.
        """
        repo.write(".gitignore", f"{lines}\n")

        assert are_kept(repo.root / "out", PATHS)

    def test_committed(self, repo: StatementRepo) -> None:
        """
        What has been committed is kept, also where it is ignored by now.
        """
        repo.write("out/run.json", "{}").commit("2026-01-10")
        repo.write(".gitignore", "out/\n")

        assert are_kept(repo.root / "out", PATHS)

    def test_project_below(self, repo: StatementRepo) -> None:
        """
        The work tree may begin far above the folder.
        """
        (repo.root / "legal/privacy").mkdir(parents=True)

        assert are_kept(repo.root / "legal/privacy/out", PATHS)

    def test_no_repository(self, tmp_path: Path) -> None:
        """
        Without a repository nothing is kept.
        """
        assert not are_kept(tmp_path / "out", PATHS)
