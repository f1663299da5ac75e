from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from duenotice.mailing.local_files import LOCK
from duenotice.mailing.local_files import hold_folder
from duenotice.mailing.local_files import whole_file
from duenotice.mailing.storage_errors import FolderInUseError

if TYPE_CHECKING:
    from pathlib import Path


class TestHoldFolder:
    """`hold_folder`."""

    def test_once(self, tmp_path: Path) -> None:
        """
        A folder is held once; when it is let go, nothing is left.
        """
        with hold_folder(tmp_path):
            with pytest.raises(FolderInUseError), hold_folder(tmp_path):
                pass
            assert (tmp_path / LOCK).exists()

        assert [] == list(tmp_path.iterdir())
        with hold_folder(tmp_path):
            pass

    def test_left_over(self, tmp_path: Path) -> None:
        """
        The file of a program that was killed holds nothing.
        """
        (tmp_path / LOCK).write_bytes(b"")

        with hold_folder(tmp_path):
            assert (tmp_path / LOCK).exists()

    def test_link(self, tmp_path: Path) -> None:
        """
        A link in its place leads nowhere.
        """
        (tmp_path / "out").mkdir()
        (tmp_path / "out" / LOCK).symlink_to(tmp_path / "elsewhere")

        with pytest.raises(OSError, match="symbolic"), hold_folder(tmp_path / "out"):
            pass

        assert not (tmp_path / "elsewhere").exists()


class TestWholeFile:
    """`whole_file`."""

    def test_folders(self, tmp_path: Path) -> None:
        """
        The folder and those in it are their maker's alone; those around it are as all.
        """
        before = os.umask(0o022)
        top = tmp_path / "around" / "out"
        try:
            with whole_file(top / "email" / "a.txt", top) as file:
                file.write(b"x")
        finally:
            os.umask(before)

        folders = (tmp_path / "around", top, top / "email")
        modes = [one.stat().st_mode & 0o777 for one in folders]
        assert [0o755, 0o700, 0o700] == modes

    def test_linked_folder(self, tmp_path: Path) -> None:
        """
        A link in place of a folder below the top one is not followed.
        """
        (tmp_path / "elsewhere").mkdir()
        top = tmp_path / "out"
        top.mkdir()
        (top / "email").symlink_to(tmp_path / "elsewhere")

        with (
            pytest.raises(OSError, match="a link is in its way"),
            whole_file(top / "email" / "a.txt", top),
        ):
            pass

        assert [] == list((tmp_path / "elsewhere").iterdir())

    def test_in_place(self, tmp_path: Path) -> None:
        """
        A file at the very address needs no folder of its own.
        """
        with whole_file(tmp_path / "a.txt", tmp_path / "a.txt") as file:
            file.write(b"x")

        assert ["a.txt"] == [one.name for one in tmp_path.iterdir()]
