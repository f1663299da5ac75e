from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from duenotice.store.writing import OutsideProjectError
from duenotice.store.writing import WritingError
from duenotice.store.writing import write_files

if TYPE_CHECKING:
    from pathlib import Path


def files_of(root: Path) -> dict[str, bytes]:
    """Every file by its path."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file()
    }


class TestWriteFiles:
    def test_new_and_changed(self, tmp_path: Path) -> None:
        """
        Files are written with line feeds and in UTF-8, and their folders made.
        """
        (tmp_path / "a.md").write_text("Old")
        write_files(tmp_path, {"a.md": "Néw\n", "b/c/d.md": "More\n"})

        assert {
            "a.md": b"N\xc3\xa9w\n",
            "b/c/d.md": b"More\n",
        } == files_of(tmp_path)

    def test_deleted(self, tmp_path: Path) -> None:
        """
        A file without a text is deleted, and the folders that it leaves empty.
        """
        write_files(tmp_path, {"a/b/c.md": "x", "a/d.md": "y"})
        write_files(tmp_path, {"a/b/c.md": None})

        assert ["a", "a/d.md"] == sorted(
            path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")
        )

    def test_deleted_twice(self, tmp_path: Path) -> None:
        """
        A file that is gone already stays gone, and the project's folder stays.
        """
        write_files(tmp_path, {"a.md": "x"})
        write_files(tmp_path, {"a.md": None})
        write_files(tmp_path, {"a.md": None})

        assert tmp_path.is_dir()
        assert {} == files_of(tmp_path)

    def test_mode(self, tmp_path: Path) -> None:
        """
        Everybody may read what was written, as with any file of a repository.
        """
        write_files(tmp_path, {"a.md": "x"})

        assert 0o644 == (tmp_path / "a.md").stat().st_mode & 0o777

    @pytest.mark.parametrize(
        "path", ["link/a.md", "link.md", "../a.md", "b/../../a.md"]
    )
    def test_outside(self, tmp_path: Path, path: str) -> None:
        """
        Nothing is written through a link or above the project, and nothing before it.
        """
        root = tmp_path / "project"
        (root / "b").mkdir(parents=True)
        (tmp_path / "elsewhere").mkdir()
        (tmp_path / "elsewhere" / "a.md").write_text("Theirs")
        (root / "link").symlink_to(tmp_path / "elsewhere")
        (root / "link.md").symlink_to(tmp_path / "elsewhere" / "a.md")
        with pytest.raises(OutsideProjectError) as caught:
            write_files(root, {"first.md": "Ours", path: "Ours"})

        assert f'"{path}" would be written through a link' == str(caught.value)
        assert (
            "Replace the link with a folder: texts must lie inside the project."
        ) == caught.value.advice
        assert "Theirs" == (tmp_path / "elsewhere" / "a.md").read_text()
        assert not (root / "first.md").exists()
        assert not (tmp_path / "a.md").exists()

    def test_refused(self, tmp_path: Path) -> None:
        """
        What the file system refuses is an error that names the file and the reason.
        """
        (tmp_path / "a").write_text("No folder")
        with pytest.raises(WritingError) as caught:
            write_files(tmp_path, {"a/b.md": "x"})

        assert '"a/b.md" can\'t be written: File exists' == str(caught.value)
        assert (
            "Look at the folder's rights and at the space on the disk."
        ) == caught.value.advice

    def test_whole_or_not_at_all(self, tmp_path: Path) -> None:
        """
        A text that can't be written leaves the file as it was, and nothing beside it.
        """
        write_files(tmp_path, {"a.md": "Old"})
        with pytest.raises(UnicodeEncodeError):
            write_files(tmp_path, {"a.md": "New \ud800"})

        assert ["a.md"] == [one.name for one in tmp_path.iterdir()]
        assert {"a.md": b"Old"} == files_of(tmp_path)
