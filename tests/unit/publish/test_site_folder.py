from __future__ import annotations

import hashlib
import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from duenotice.publish.site_folder import ChangedFilesError
from duenotice.publish.site_folder import ForeignFilesError
from duenotice.publish.site_folder import LinkedFolderError
from duenotice.publish.site_folder import NoFolderError
from duenotice.publish.site_folder import NotWritableError
from duenotice.publish.site_folder import OutsideFolderError
from duenotice.publish.site_folder import write_site

if TYPE_CHECKING:
    from collections.abc import Callable


def site(**pages: str) -> dict[str, bytes]:
    """Give a site of some pages, with its manifest."""
    files = {f"{name}/index.html": text.encode() for name, text in pages.items()}
    return {**files, "manifest.json": manifest_of(files)}


def manifest_of(files: dict[str, bytes], schema: str = "duenotice/manifest/1") -> bytes:
    """Give the manifest of a site."""
    hashes = {
        path: f"sha256:{hashlib.sha256(data).hexdigest()}"
        for path, data in files.items()
    }
    return json.dumps({"schema": schema, "files": hashes}).encode()


def content(folder: Path) -> dict[str, bytes]:
    """Read every file of a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def names_in(folder: Path) -> list[str]:
    """List a folder."""
    return sorted(path.name for path in folder.iterdir())


def make_socket(path: Path) -> None:
    """Leave a socket behind."""
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(path))


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

    def test_page_gone(self, tmp_path: Path) -> None:
        """
        A page that somebody deleted by hand is written anew.
        """
        folder = tmp_path / "site"
        write_site(folder, NEW)
        (folder / "website/index.html").unlink()

        assert write_site(folder, NEW)
        assert NEW == content(folder)

    def test_changed_page(self, tmp_path: Path) -> None:
        """
        A page that somebody changed by hand is somebody's work, and is left.
        """
        folder = tmp_path / "site"
        write_site(folder, EARLIER)
        (folder / "archive/index.html").write_text("other")

        with pytest.raises(ChangedFilesError) as caught:
            write_site(folder, NEW)

        assert (
            f'"{folder}" holds files that were changed since they were built: '
            "archive/index.html" == str(caught.value)
        )
        assert b"other" == content(folder)["archive/index.html"]

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

    @pytest.mark.parametrize(
        "make",
        [
            lambda path: path.mkdir(),
            os.mkfifo,
            make_socket,
            lambda path: path.symlink_to("gone"),
        ],
        ids=["empty folder", "FIFO", "socket", "broken link"],
    )
    @pytest.mark.parametrize("name", ["papers", ".papers", "website"])
    def test_foreign_kinds(
        self,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        name: str,
        make: Callable[[Path], None],
    ) -> None:
        """
        Whatever a build doesn't make is somebody's own, also where it is no file.
        """
        monkeypatch.chdir(tmp_path)  # a socket's path must be short
        folder = tmp_path / "site"
        folder.mkdir()
        make(Path("site") / name)

        with pytest.raises(ForeignFilesError, match=f"not part of the site: {name}$"):
            write_site(folder, NEW)

        assert [name] == names_in(folder)

    def test_hidden_link(self, tmp_path: Path) -> None:
        """
        A hidden link isn't read: what it leads to would become a part of the site.
        """
        (tmp_path / "secret").write_text("secret")
        folder = tmp_path / "site"
        folder.mkdir()
        (folder / ".leak").symlink_to(tmp_path / "secret")

        with pytest.raises(ForeignFilesError, match=r"not part of the site: \.leak$"):
            write_site(folder, NEW)

        assert (folder / ".leak").is_symlink()

    @pytest.mark.parametrize(
        "manifest",
        [
            manifest_of({"thesis.txt": b"years of work"}, "somebody/manifest/1"),
            b'{"files": {"thesis.txt": "sha256:0"}}',
            b'{"schema": "duenotice/manifest/1", "files": ["thesis.txt"]}',
            b"[" * 100_000,
        ],
        ids=["schema", "no schema", "list", "depth"],
    )
    def test_forged_manifest(self, tmp_path: Path, manifest: bytes) -> None:
        """
        A manifest that no build made doesn't make somebody's files ours.
        """
        folder = tmp_path / "papers"
        folder.mkdir()
        (folder / "thesis.txt").write_text("years of work")
        (folder / "manifest.json").write_bytes(manifest)

        with pytest.raises(ForeignFilesError, match=r"manifest\.json, thesis\.txt$"):
            write_site(folder, NEW)

        assert b"years of work" == content(folder)["thesis.txt"]

    def test_file(self, tmp_path: Path) -> None:
        """
        A file isn't exchanged for a folder.
        """
        file = tmp_path / "README.md"
        file.write_text("Read me")

        with pytest.raises(NoFolderError) as caught:
            write_site(file, NEW)

        assert f'"{file}" is not a folder' == str(caught.value)
        assert "Read me" == file.read_text()

    @pytest.mark.parametrize(
        "path",
        ["../page", "a/../../page", "/etc/page", "a//b", "a\\b", "a\0b", "./a", ""],
    )
    def test_outside(self, tmp_path: Path, path: str) -> None:
        """
        No page has its place outside the site, whatever its statement is called.
        """
        folder = tmp_path / "site"

        with pytest.raises(OutsideFolderError) as caught:
            write_site(folder, {**NEW, path: b""})

        assert f'"{path}" is no place within the site' == str(caught.value)
        assert [] == list(tmp_path.iterdir())

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

    @pytest.mark.parametrize("target", ["real", "gone"])
    def test_link_that_nobody_named(self, tmp_path: Path, target: str) -> None:
        """
        A link that comes with the project doesn't say where the site is written.
        """
        (tmp_path / "real").mkdir()
        folder = tmp_path / "site"
        folder.symlink_to(target)

        with pytest.raises(LinkedFolderError) as caught:
            write_site(folder, NEW, may_be_link=False)

        assert f'"{folder}" is a link, and leads elsewhere' == str(caught.value)
        assert ["real", "site"] == names_in(tmp_path)
        assert {} == content(tmp_path / "real")


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

    def test_name_is_no_pattern(self, tmp_path: Path) -> None:
        """
        A folder called `*` doesn't take the neighbours' folders for its own.
        """
        other = tmp_path / ".site.duenotice-busy"
        other.mkdir()

        write_site(tmp_path / "*", NEW)

        assert ["*", ".site.duenotice-busy"] == names_in(tmp_path)
