from __future__ import annotations

import contextlib
import random
import resource
import tempfile
from typing import TYPE_CHECKING

import pytest

from duenotice.mailing.members import buckets
from duenotice.mailing.members.column_form import ColumnForm
from duenotice.mailing.members.errors import RecipientsChangedError
from duenotice.mailing.members.parcel import Parcel
from duenotice.mailing.members.parcel import read_parcel
from duenotice.mailing.members.recipients import Recipients
from duenotice.mailing.members.row import Row
from duenotice.mailing.members.splitting import Cut
from duenotice.mailing.members.splitting import divided
from duenotice.mailing.members.suppression_list import SuppressionList
from duenotice.mailing.storage import Storage
from duenotice.mailing.storage_errors import ScratchError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ID = ColumnForm.parse("id")


@pytest.fixture
def members(tmp_path: Path) -> Path:
    """Give a file of 200 rows of 100 members, and one that is broken."""
    numbers = [number % 100 for number in range(200)]
    random.Random(1).shuffle(numbers)  # noqa: S311 - no secret
    lines = [f"M-{number},x\ty" for number in numbers]
    path = tmp_path / "members.csv"
    path.write_text("\n".join(["id,name", *lines, "broken"]))
    return path


def split(
    members: Path, cut: Cut, listed: Path | None = None
) -> tuple[list[bytes], list[Parcel]]:
    """Divide members into parcels: their files, and what is in them."""
    list_ = None if listed is None else SuppressionList(Storage(str(listed)), ID)
    recipients = Recipients(Storage(str(members)), ("id",))
    with divided(recipients, id_form=ID, cut=cut, listed=list_) as division:
        digests = division.parcels
        files = [division.parcel(number) for number in range(len(digests))]
    read = [read_parcel(*one) for one in zip(files, digests, strict=True)]
    assert division.rows == sum(len(one.rows) for one in read)
    return files, read


@contextlib.contextmanager
def small_files(most: int) -> Iterator[None]:
    """Let no file grow beyond so many bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def all_rows(parcels: list[Parcel]) -> list[Row]:
    """Give all rows, in their order in the file."""
    return sorted(row for parcel in parcels for row in parcel.rows)


class TestDivided:
    """Members divided into parcels."""

    def test_nothing_is_lost(self, members: Path) -> None:
        """
        Each row is in one parcel, as it stands in the file.
        """
        _, parcels = split(members, Cut(partition_size=10))

        assert 21 == len(parcels)
        read = list(Recipients(Storage(str(members)), ("id",)).rows())
        assert read == all_rows(parcels)

    def test_members_together(self, members: Path) -> None:
        """
        All rows of a member are in one parcel, in their order.
        """
        _, parcels = split(members, Cut(partition_size=10))

        for parcel in parcels:
            assert sorted(parcel.rows) == list(parcel.rows)
        homes = [{row.fields[0] for row in parcel.rows} for parcel in parcels]
        assert 101 == sum(map(len, homes))

    def test_same_bytes(self, members: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """
        The same members make the same parcels, however often rows go to the disk.
        """
        files, _ = split(members, Cut(partition_size=50))
        monkeypatch.setattr(buckets, "_IN_MEMORY", 7)
        again, _ = split(members, Cut(partition_size=50))

        assert files == again

    def test_listed(self, members: Path, tmp_path: Path) -> None:
        """
        Who is not to be told is listed in the parcel that holds them.
        """
        listed = tmp_path / "listed.txt"
        listed.write_text("".join(f"M-{number}\n" for number in range(0, 100, 2)))

        _, parcels = split(members, Cut(partition_size=10), listed)

        assert 50 == sum(len(parcel.listed) for parcel in parcels)
        for parcel in parcels:
            ids = {row.fields[0] for row in parcel.rows}
            assert parcel.listed <= ids

    def test_limit(self, members: Path) -> None:
        """
        A limit takes the first rows.
        """
        _, parcels = split(members, Cut(partition_size=10, limit=25))

        assert 3 == len(parcels)
        assert list(range(2, 27)) == [row.number for row in all_rows(parcels)]

    @pytest.mark.parametrize("option", ["limit", "sample"])
    def test_beyond(self, members: Path, option: str) -> None:
        """
        A number beyond all rows takes them all.
        """
        _, parcels = split(members, Cut(**{option: 10**20}))

        assert split(members, Cut())[1] == parcels

    def test_sample(self, members: Path) -> None:
        """
        A sample takes rows from all over the file, the same ones each time.
        """
        _, parcels = split(members, Cut(sample=20))
        _, again = split(members, Cut(sample=20))

        numbers = [row.number for row in all_rows(parcels)]
        assert (20, parcels) == (len(numbers), again)
        assert max(numbers) > 100

    def test_few(self, members: Path) -> None:
        """
        A file without rows makes one parcel without rows.
        """
        members.write_text("id,name\n")

        _, parcels = split(members, Cut())

        assert [Parcel(columns=("id", "name"), rows=(), listed=frozenset())] == parcels

    def test_changed_meanwhile(
        self, members: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """
        Members who are still being written are refused.
        """
        read = Recipients.rows

        def grow(recipients: Recipients) -> Iterator[Row]:
            with members.open("a") as file:
                file.write("\nM-101,late")
            return read(recipients)

        monkeypatch.setattr(Recipients, "rows", grow)

        with pytest.raises(RecipientsChangedError, match="changed while it was read"):
            split(members, Cut())

    @pytest.mark.parametrize("waiting", [7, 32_768], ids=["amid", "at the end"])
    def test_no_room(
        self, members: Path, monkeypatch: pytest.MonkeyPatch, waiting: int
    ) -> None:
        """
        Where the temporary folder has no room, that is said, and nothing of a member.
        """
        monkeypatch.setattr(buckets, "_IN_MEMORY", waiting)

        with small_files(100), pytest.raises(ScratchError) as raised:
            split(members, Cut())

        assert (
            "the members can't be sorted in the temporary folder "
            f'"{tempfile.gettempdir()}": File too large'
        ) == str(raised.value)
        assert "name another folder in TMPDIR" in raised.value.advice

    def test_hostile_fields(self, tmp_path: Path) -> None:
        """
        What a field holds comes out as it went in.
        """
        field = '\n\r\x1f"[]{}\\\u2028\ufdd0=1'
        quoted = field.replace('"', '""')
        path = tmp_path / "members.csv"
        path.write_bytes(f'id,name\n1,"{quoted}"\n2,\n'.encode())

        _, parcels = split(path, Cut())

        assert [Row(2, ("1", field)), Row(4, ("2", ""))] == all_rows(parcels)
