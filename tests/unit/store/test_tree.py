from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from duenotice.store.tree import ChangedTree
from duenotice.store.tree import MemoryTree
from duenotice.store.tree import NotAFileError
from duenotice.store.tree import WorkTree
from duenotice.store.tree import is_hidden

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with one text, and a secret outside of it."""
    (tmp_path / "secret.md").write_text("Secret")
    folder = tmp_path / "project" / "statements" / "website" / "en"
    folder.mkdir(parents=True)
    (folder / "lending.md").write_text("Text")
    return tmp_path / "project"


class TestWorkTree:
    def test_files(self, root: Path) -> None:
        """
        The texts on the disk are found by their paths below the project.
        """
        (root / "README.md").write_text("No statement")
        tree = WorkTree(root)

        assert {"statements/website/en/lending.md"} == tree.paths
        assert b"Text" == tree.read("statements/website/en/lending.md")

    def test_hidden(self, root: Path) -> None:
        """
        What an editor or a system keeps for itself is no text.
        """
        (root / "statements" / ".DS_Store").write_text("")
        (root / "statements" / ".idea").mkdir()
        (root / "statements" / ".idea" / "a.md").write_text("")

        assert {"statements/website/en/lending.md"} == WorkTree(root).paths

    def test_missing(self, root: Path) -> None:
        """
        What isn't there can't be read, nor what lies outside.
        """
        tree = WorkTree(root)
        for path in ("statements/website/en/gone.md", "../secret.md", "/etc/passwd"):
            with pytest.raises(KeyError):
                tree.read(path)

    def test_nothing(self, tmp_path: Path) -> None:
        """
        A project without statements has no texts.
        """
        assert frozenset() == WorkTree(tmp_path).paths

    @pytest.mark.parametrize("target", ["secret.md", "nowhere.md"])
    def test_link(self, root: Path, target: str) -> None:
        """
        A link is seen, wherever it leads, and not followed.
        """
        link = root / "statements" / "website" / "en" / "link.md"
        link.symlink_to(root.parent / target)
        tree = WorkTree(root)

        assert "statements/website/en/link.md" in tree.paths
        with pytest.raises(NotAFileError) as caught:
            tree.read("statements/website/en/link.md")

        assert (
            '"statements/website/en/link.md" is not a plain file but a link, a pipe or '
            "a submodule"
        ) == str(caught.value)

    def test_linked_folder(self, root: Path) -> None:
        """
        A link to a folder is seen as one thing, and nothing behind it.
        """
        (root / "statements" / "website" / "es").symlink_to(root.parent)
        tree = WorkTree(root)

        assert {
            "statements/website/en/lending.md",
            "statements/website/es",
        } == tree.paths
        with pytest.raises(NotAFileError):
            tree.read("statements/website/es")

    def test_link_on_the_way(self, root: Path) -> None:
        """
        A folder that became a link since it was looked at is not followed.
        """
        tree = WorkTree(root)
        folder = root / "statements" / "website"
        folder.rename(root.parent / "moved")
        folder.symlink_to(root.parent / "moved")

        with pytest.raises(NotAFileError):
            tree.read("statements/website/en/lending.md")

    def test_pipe(self, root: Path) -> None:
        """
        A pipe in a text's place is not waited for.
        """
        os.mkfifo(root / "statements" / "website" / "en" / "pipe.md")

        with pytest.raises(NotAFileError):
            WorkTree(root).read("statements/website/en/pipe.md")


class TestMemoryTree:
    def test_files(self) -> None:
        """
        A tree in memory holds what it was given.
        """
        tree = MemoryTree({"statements/a/statement.yaml": b"x"})

        assert {"statements/a/statement.yaml"} == tree.paths
        assert b"x" == tree.read("statements/a/statement.yaml")


class TestChangedTree:
    TREE = MemoryTree({"a": b"A", "b": b"B"}, "HEAD")

    def test_changes(self) -> None:
        """
        Changed, new and untouched files are read as they would be.
        """
        tree = ChangedTree(self.TREE, {"b": "é", "c": "C"})

        assert {"a": b"A", "b": "é".encode(), "c": b"C"} == {
            path: tree.read(path) for path in tree.paths
        }
        assert "HEAD" == tree.name

    def test_deleted(self) -> None:
        """
        A deleted file is not there.
        """
        tree = ChangedTree(self.TREE, {"a": None})

        assert {"b"} == tree.paths
        with pytest.raises(KeyError):
            tree.read("a")


class TestIsHidden:
    @pytest.mark.parametrize(
        ("path", "expected"),
        [
            ("statements/a/en/b.md", False),
            ("statements/.a/en/b.md", True),
            ("statements/a/.b.md.swp", True),
        ],
    )
    def test_parts(self, path: str, expected: bool) -> None:  # noqa: FBT001
        """
        A path is hidden where any part of it begins with a dot.
        """
        assert expected is is_hidden(path)
