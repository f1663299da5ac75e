from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import STATEMENT_YAML
from duenotice.store.project import OverlayTree
from duenotice.store.project import Project
from duenotice.store.project import read_statement
from duenotice.store.project import read_statements
from duenotice.store.project import select_statement
from duenotice.store.project_errors import LinkedStatementsError
from duenotice.store.project_errors import NoProjectError
from duenotice.store.project_errors import UnknownStatementError
from duenotice.store.project_errors import WhichStatementError
from duenotice.store.record_book import NO_HISTORY
from duenotice.store.tree import MemoryTree

if TYPE_CHECKING:
    from pathlib import Path

    from builders import StatementRepo
    from duenotice.store.record_book import RecordBook

RECORD = "statements/website/versions/2026-01-02/record.yaml"


def tree_of(*names: str) -> MemoryTree:
    """A tree with some statements."""
    return MemoryTree(
        {f"statements/{one}/statement.yaml": STATEMENT_YAML.encode() for one in names}
    )


def records(book: RecordBook) -> list[str]:
    """Give the records that a book knows of."""
    return [path for path in book.history if path.endswith("/record.yaml")]


class TestFindRoot:
    def test_upwards(self, repo: StatementRepo) -> None:
        """
        A command may be called in any folder of a project.
        """
        folder = repo.root / "statements" / "website" / "en"

        assert repo.root == Project.find_root(folder)
        assert repo.root == Project.find_root(repo.root)

    def test_none(self, tmp_path: Path) -> None:
        """
        Outside of a project there is an error that says how to begin one.
        """
        with pytest.raises(NoProjectError) as caught:
            Project.find_root(tmp_path)

        assert (
            f'neither "{tmp_path}" nor a folder above it holds "statements"'
        ) == str(caught.value)
        assert (
            "Go to the folder that holds `statements/`, or start a project with "
            "`duenotice init DIR`."
        ) == caught.value.advice

    def test_link(self, repo: StatementRepo, tmp_path: Path) -> None:
        """
        A link in the place of the statements is not followed.
        """
        (repo.root / "statements").rename(tmp_path / "elsewhere")
        (repo.root / "statements").symlink_to(tmp_path / "elsewhere")
        with pytest.raises(LinkedStatementsError) as caught:
            Project.find_root(repo.root)

        assert f'"{repo.root}/statements" is a link' == str(caught.value)
        assert (
            "Replace the link with the folder: texts must lie inside the project."
        ) == caught.value.advice


class TestSelectStatement:
    def test_only_one(self) -> None:
        """
        Where there is one statement, it need not be named.
        """
        assert "app" == select_statement(tree_of("app"), None)

    def test_named(self) -> None:
        """
        Where there are several, one is named.
        """
        assert "app" == select_statement(tree_of("app", "website"), "app")

    def test_several(self) -> None:
        """
        Without a name, several are an error that lists them.
        """
        with pytest.raises(WhichStatementError) as caught:
            select_statement(tree_of("app", "website"), None)

        assert "there are several statements" == str(caught.value)
        assert "Add --statement with one of: app, website." == caught.value.advice

    def test_unknown(self) -> None:
        """
        An unknown name is an error that lists those there are.
        """
        with pytest.raises(UnknownStatementError) as caught:
            select_statement(tree_of("app", "website"), "web")

        assert 'there is no statement "web"' == str(caught.value)
        assert "The statements here: app, website." == caught.value.advice

    def test_none(self) -> None:
        """
        A project without a statement is an error that says how to get one.
        """
        with pytest.raises(WhichStatementError) as caught:
            select_statement(tree_of(), None)

        assert 'the folder "statements" holds no statement' == str(caught.value)
        assert "Bring a text in with `duenotice import FILE --statement ID`." == (
            caught.value.advice
        )


class TestReadStatements:
    def test_all(self) -> None:
        """
        Without a name, every statement is read.
        """
        source = (tree_of("website", "app"), NO_HISTORY)

        assert ["app", "website"] == [
            one.statement_id for one in read_statements(source, None)
        ]

    def test_one(self) -> None:
        """
        With a name, that statement alone is read.
        """
        source = (tree_of("website", "app"), NO_HISTORY)

        assert ["app"] == [one.statement_id for one in read_statements(source, "app")]
        assert "app" == read_statement(source, "app").statement_id


class TestOverlayTree:
    TREE = OverlayTree(
        MemoryTree(
            {
                "statements/a/en/b.md": b"HEAD",
                "statements/a/versions/2026-01-02/record.yaml": b"HEAD",
                "statements/a/versions/2026-01-02/en/b.md": b"HEAD",
            }
        ),
        MemoryTree(
            {
                "statements/a/en/b.md": b"disk",
                "statements/a/versions/2026-01-02/record.yaml": b"disk",
                "statements/a/versions/2026-01-02/en/c.md": b"disk",
                "statements/a/versions/2026-02-03/record.yaml": b"disk",
            }
        ),
    )

    def test_layers(self) -> None:
        """
        Recorded versions are HEAD's; new versions and the draft are the disk's.
        """
        assert {
            "statements/a/en/b.md": b"disk",
            "statements/a/versions/2026-01-02/record.yaml": b"HEAD",
            "statements/a/versions/2026-01-02/en/b.md": b"HEAD",
            "statements/a/versions/2026-02-03/record.yaml": b"disk",
        } == {path: self.TREE.read(path) for path in self.TREE.paths}


class TestSources:
    def test_without_git(self, repo: StatementRepo) -> None:
        """
        Outside of a repository, texts can be read, and nothing is recorded.
        """
        repo.delete(".git")
        tree, book = Project(repo.root).on_disk()

        assert NO_HISTORY == book
        assert "statements/website/statement.yaml" in tree.paths

    def test_branch(self, repo: StatementRepo) -> None:
        """
        A version on another branch is not recorded on the publishing one.
        """
        repo.commit("2026-01-01")
        repo.git("checkout", "-q", "-b", "side")
        repo.publish("2026-01-02")
        project = Project(repo.root)

        assert {} == project.branch_book().history
        assert [RECORD] == records(project.committed()[1])
        assert project.missing_branch is None
        project.close()

    def test_remote_branch(self, repo: StatementRepo) -> None:
        """
        What the publishing branch has at the remote is recorded.
        """
        repo.publish("2026-01-02")
        repo.git("update-ref", "refs/remotes/origin/live", "HEAD")
        project = Project(repo.root, "live")

        assert [RECORD] == records(project.branch_book())
        assert project.missing_branch is None
        project.close()

    def test_missing_branch(self, repo: StatementRepo) -> None:
        """
        Where the publishing branch isn't there, HEAD stands in for it.
        """
        repo.publish("2026-01-02")
        project = Project(repo.root, "live")

        assert [RECORD] == records(project.branch_book())
        assert "live" == project.missing_branch
        project.close()

    def test_no_commit(self, repo: StatementRepo) -> None:
        """
        Before the first commit no branch is missing, and nothing is recorded.
        """
        project = Project(repo.root)

        assert {} == project.branch_book().history
        assert project.missing_branch is None
        project.close()

    def test_no_repository(self, repo: StatementRepo) -> None:
        """
        Without git no branch is missing.
        """
        repo.delete(".git")

        assert Project(repo.root).missing_branch is None
