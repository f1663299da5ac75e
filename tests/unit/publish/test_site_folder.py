from __future__ import annotations

import json
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from duenotice.publish.site_folder import ForeignFilesError
from duenotice.publish.site_folder import NotWritableError
from duenotice.publish.site_folder import write_site

if TYPE_CHECKING:
    from pathlib import Path


def site(**pages: str) -> dict[str, bytes]:
    """Give a site of some pages, with its manifest."""
    files = {f"{name}/index.html": text.encode() for name, text in pages.items()}
    manifest = {"files": dict.fromkeys(files, "sha256:…")}
    return {**files, "manifest.json": json.dumps(manifest).encode()}


def content(folder: Path) -> dict[str, bytes]:
    """Read every file of a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


EARLIER = site(website="earlier", archive="earlier")
NEW = site(website="new", changes="new")

# Ends the process for good at the n-th step that touches the file system.
KILLED = """\
import os, signal, sys
from pathlib import Path
from duenotice.publish.site_folder import write_site

folder, files, last = Path(sys.argv[1]), eval(sys.argv[2]), int(sys.argv[3])
steps = 0

def count(event, arguments):
    global steps
    if event.partition(".")[0] in {"open", "os", "shutil", "ctypes", "tempfile"}:
        steps += 1
        if steps == last:
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(count)
write_site(folder, files)
"""


def write_and_kill(folder: Path, at_step: int) -> bool:
    """Write the new site in a process that dies at a step; tell whether it did."""
    done = subprocess.run(
        [sys.executable, "-c", KILLED, folder, repr(NEW), str(at_step)],
        check=False,
        capture_output=True,
    )
    assert done.returncode in {0, -signal.SIGKILL}, done.stderr.decode()
    return done.returncode != 0


class TestWriteSite:
    def test_new(self, tmp_path: Path) -> None:
        """
        A site is written into a folder that isn't there yet.
        """
        folder = tmp_path / "deep" / "site"

        assert write_site(folder, NEW)
        assert NEW == content(folder)

    def test_replaces(self, tmp_path: Path) -> None:
        """
        A page that the new site doesn't have is gone.
        """
        folder = tmp_path / "site"
        write_site(folder, EARLIER)

        assert write_site(folder, NEW)
        assert NEW == content(folder)
        assert [folder] == list(tmp_path.iterdir())

    def test_unchanged(self, tmp_path: Path) -> None:
        """
        A site that is there already isn't touched.
        """
        folder = tmp_path / "site"
        write_site(folder, NEW)
        before = folder.stat().st_ino

        assert not write_site(folder, NEW)
        assert before == folder.stat().st_ino

    def test_damaged(self, tmp_path: Path) -> None:
        """
        A page that somebody changed by hand is written anew.
        """
        folder = tmp_path / "site"
        write_site(folder, NEW)
        (folder / "website/index.html").write_text("other")

        assert write_site(folder, NEW)
        assert NEW == content(folder)

    def test_hidden_files_stay(self, tmp_path: Path) -> None:
        """
        Hidden files at the top, such as `.gitignore` and `.nojekyll`, stay.
        """
        folder = tmp_path / "site"
        folder.mkdir()
        (folder / ".nojekyll").touch()

        write_site(folder, NEW)

        assert {**NEW, ".nojekyll": b""} == content(folder)

    def test_foreign_files(self, tmp_path: Path) -> None:
        """
        A folder with somebody's own files is refused and left as it is.
        """
        folder = tmp_path / "papers"
        folder.mkdir()
        (folder / "thesis.txt").write_text("years of work")

        with pytest.raises(ForeignFilesError) as caught:
            write_site(folder, NEW)

        assert (
            f'"{folder}" holds files that are not part of the site: thesis.txt'
            == str(caught.value)
        )
        assert {"thesis.txt": b"years of work"} == content(folder)

    def test_foreign_link(self, tmp_path: Path) -> None:
        """
        A link among the pages isn't followed and isn't replaced.
        """
        (tmp_path / "elsewhere").mkdir()
        folder = tmp_path / "site"
        folder.mkdir()
        (folder / "website").symlink_to(tmp_path / "elsewhere")

        with pytest.raises(ForeignFilesError, match="not part of the site: website"):
            write_site(folder, NEW)

        assert [] == list((tmp_path / "elsewhere").iterdir())

    def test_not_writable(self, tmp_path: Path) -> None:
        """
        A place that can't hold a folder is named, with the system's reason.
        """
        (tmp_path / "file").touch()
        folder = tmp_path / "file" / "site"

        with pytest.raises(NotWritableError) as caught:
            write_site(folder, NEW)

        assert f'"{folder}" can\'t be written: File exists' == str(caught.value)

    def test_linked_folder(self, tmp_path: Path) -> None:
        """
        Where the output folder is a link, the folder it leads to is replaced.
        """
        (tmp_path / "real").mkdir()
        folder = tmp_path / "site"
        folder.symlink_to("real")

        write_site(folder, NEW)

        assert folder.is_symlink()
        assert NEW == content(tmp_path / "real")


class TestKilled:
    @pytest.mark.slow
    def test_whole(self, tmp_path: Path) -> None:
        """
        A build that is killed at any step leaves the earlier site or the new one.
        """
        folder = tmp_path / "site"
        outcomes = []
        write_site(folder, EARLIER)
        step = 1
        while write_and_kill(folder, step):
            outcomes.append(content(folder))
            write_site(folder, EARLIER)
            step += 1

        assert EARLIER == outcomes[0]
        assert NEW == outcomes[-1]
        assert all(one in (EARLIER, NEW) for one in outcomes)

    def test_left_over(self, tmp_path: Path) -> None:
        """
        What a killed build left beside the site is removed by the next one.
        """
        folder = tmp_path / "site"
        left = tmp_path / ".site.duenotice-killed"
        left.mkdir()
        (left / "index.html").touch()

        write_site(folder, NEW)

        assert [folder] == list(tmp_path.iterdir())
