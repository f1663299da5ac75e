from __future__ import annotations

import os
import uuid
from typing import TYPE_CHECKING

import fsspec
import pytest
from fsspec.implementations.memory import MemoryFileSystem

from duenotice.mailing.storage import Storage
from duenotice.mailing.storage_errors import StorageError
from duenotice.mailing.storage_errors import UnknownStorageError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(params=["folder", "memory"])
def storage(request: pytest.FixtureRequest, tmp_path: Path) -> Storage:
    """A place for files: a folder, and something that is none."""
    if request.param == "folder":
        return Storage(str(tmp_path / "out"))
    return Storage(f"memory://{uuid.uuid4()}")


class TestStorage:
    """Files at an address, wherever that is."""

    def test_written_and_read(self, storage: Storage) -> None:
        """
        What was written is read again, and written anew as a whole.
        """
        storage.write("email/a.txt", b"first, and longer")
        storage.write("email/a.txt", b"second")

        assert b"second" == storage.read("email/a.txt")
        with storage.open_read("email/a.txt") as file:
            assert b"second" == file.read()

    def test_written_bit_by_bit(self, storage: Storage) -> None:
        """
        A file that is too large for the memory is written bit by bit.
        """
        with storage.open_write("rejects.csv") as file:
            file.write(b"one ")
            file.write(b"two")

        assert b"one two" == storage.read("rejects.csv")

    def test_list(self, storage: Storage) -> None:
        """
        Files are listed by their paths, in order, those below a folder too.
        """
        for path in ("b/2.txt", "kit.json", "b/1.txt"):
            storage.write(path, b"")

        assert ("b/1.txt", "b/2.txt", "kit.json") == storage.list()
        assert ("b/1.txt", "b/2.txt") == storage.list("b")
        assert () == storage.list("nowhere")

    def test_remove(self, storage: Storage) -> None:
        """
        A folder goes with all that is in it; what isn't there is gone already.
        """
        storage.write("work/1.txt", b"")
        storage.write("kit.json", b"")

        storage.remove("work")
        storage.remove("work")

        assert (False, True) == (storage.exists("work"), storage.exists("kit.json"))
        assert ("kit.json",) == storage.list()

    def test_missing(self, storage: Storage) -> None:
        """
        A file that isn't there is named with the whole address.
        """
        with pytest.raises(StorageError) as caught:
            storage.read("kit.json")

        assert f'"{storage.address}/kit.json" can\'t be read: ' in str(caught.value)


class TestFolder:
    """A folder of this machine."""

    def test_failed_writing(self, tmp_path: Path) -> None:
        """
        Where writing fails in the midst, the file is as it was, and nothing is left.
        """
        storage = Storage(str(tmp_path))
        storage.write("a.txt", b"whole")

        def write_in_part() -> None:
            with storage.open_write("a.txt") as file:
                file.write(b"ha")
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            write_in_part()

        assert b"whole" == storage.read("a.txt")
        assert ["a.txt"] == [one.name for one in tmp_path.iterdir()]

    def test_leftovers(self, tmp_path: Path) -> None:
        """
        What was being written when a program was killed is no file, and is removed.
        """
        storage = Storage(str(tmp_path))
        left = tmp_path / "email" / ".part-00000.jsonl.gz.0123456789abcdef.new"
        left.parent.mkdir()
        left.write_bytes(b"ha")

        assert () == storage.list()
        storage.remove_leftovers()

        assert not left.exists()

    def test_files_of_others(self, tmp_path: Path) -> None:
        """
        A hidden file that somebody else named so stays.
        """
        other = tmp_path / ".notes.new"
        other.write_bytes(b"mine")

        Storage(str(tmp_path)).remove_leftovers()

        assert b"mine" == other.read_bytes()

    def test_private(self, tmp_path: Path) -> None:
        """
        Only its owner can read what is written.
        """
        Storage(str(tmp_path)).write("a.csv", b"Ana Lee")

        assert 0o600 == (tmp_path / "a.csv").stat().st_mode & 0o777

    def test_pipe(self, tmp_path: Path) -> None:
        """
        What would have the program wait is not read.
        """
        os.mkfifo(tmp_path / "plan.json")
        storage = Storage(str(tmp_path))

        with pytest.raises(StorageError, match="it is no file"):
            storage.read("plan.json")
        with pytest.raises(StorageError, match="it is no file"):
            storage.open_read("plan.json").__enter__()

    def test_not_writable(self, tmp_path: Path) -> None:
        """
        Where the system refuses, its reason is told.
        """
        (tmp_path / "out").write_bytes(b"")

        with pytest.raises(StorageError) as caught:
            Storage(str(tmp_path / "out")).write("a.txt", b"")

        assert "a.txt\" can't be written: " in str(caught.value)


class UnknownBucketError(Exception):
    """An error of a storage's own kind."""


class Elsewhere(MemoryFileSystem):  # type: ignore[misc]
    """Another kind of storage, with errors of its own."""

    protocol = "elsewhere"

    def open(self, path: str, *args: object, **kwargs: object) -> object:  # noqa: ARG002
        """Fail, as a server that is gone."""
        message = f"no answer about {path}\n  at line 1"
        raise UnknownBucketError(message)

    def mkdir(self, path: str, *, create_parents: bool = True) -> None:
        """Fail where what is around it isn't there."""
        assert not create_parents
        raise FileNotFoundError(path)


class TestElsewhere:
    """Places that are no folder of this machine."""

    @pytest.fixture
    def elsewhere(self) -> Storage:
        """Such a place."""
        fsspec.register_implementation("elsewhere", Elsewhere, clobber=True)
        return Storage("elsewhere://bucket/out")

    def test_own_errors(self, elsewhere: Storage) -> None:
        """
        What a storage says of itself is told in one line.
        """
        with pytest.raises(StorageError) as caught, elsewhere.open_read("a.txt"):
            pass

        assert (
            '"elsewhere://bucket/out/a.txt" can\'t be read: no answer about '
            "elsewhere://bucket/out/a.txt at line 1"
        ) == str(caught.value)

    def test_missing_bucket(self, elsewhere: Storage) -> None:
        """
        What an address lies in is never made: it might be open to all.
        """
        with pytest.raises(StorageError, match="can't be written: no such file"):
            elsewhere.write("a.txt", b"")

    def test_not_held(self, elsewhere: Storage) -> None:
        """
        It can't be held, and takes messages all the same.
        """
        with elsewhere.held(), Storage("elsewhere://bucket/out").held():
            pass

    def test_faults_of_the_program(self, storage: Storage) -> None:
        """
        A fault of the program isn't put down to the storage.
        """
        storage.write("a.txt", b"")

        with pytest.raises(KeyError), storage.open_read("a.txt"):
            raise KeyError


class TestAddress:
    @pytest.mark.parametrize(
        "address", ["zip://a::b.zip", "generic://x", "tar://x", "zip://"]
    )
    def test_strange(self, address: str) -> None:
        """
        Whatever is wrong with an address, it is refused with its own words.
        """
        with pytest.raises(UnknownStorageError, match="nothing here can reach"):
            Storage(address)

    @pytest.mark.parametrize(
        ("address", "expected"),
        [
            ("out", False),
            ("file:///out", False),
            ("memory://out", False),
            ("simplecache::file:///out", True),
            ("cached::x", True),
        ],
    )
    def test_detour(self, address: str, *, expected: bool) -> None:
        """
        An address that leads through another one is known.
        """
        assert expected == Storage(address).is_detour

    def test_unknown(self) -> None:
        """
        An address of a kind that nobody knows is refused at once.
        """
        with pytest.raises(UnknownStorageError) as caught:
            Storage("nowhere://there")

        message = (
            'nothing here can reach "nowhere://there": Protocol not known: nowhere'
        )
        assert message == str(caught.value)
        assert (
            "Give a path, or an address whose fsspec package is installed, as s3fs is "
            "for s3:// addresses."
        ) == caught.value.advice

    def test_full(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """
        A process in another folder is told the whole path.
        """
        monkeypatch.chdir(tmp_path)

        assert str(tmp_path / "out") == Storage("out").full_address
        assert "memory://out" == Storage("memory://out").full_address
