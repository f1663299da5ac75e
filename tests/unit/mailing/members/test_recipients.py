from __future__ import annotations

import hashlib
from datetime import date
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from duenotice.mailing.members import parquet_rows
from duenotice.mailing.members.errors import BrokenParquetError
from duenotice.mailing.members.errors import ColumnsDifferError
from duenotice.mailing.members.errors import MissingColumnsError
from duenotice.mailing.members.errors import NoRecipientsError
from duenotice.mailing.members.errors import OtherFilesError
from duenotice.mailing.members.errors import ParquetSupportError
from duenotice.mailing.members.errors import RepeatedColumnError
from duenotice.mailing.members.recipients import Recipients
from duenotice.mailing.members.rejection_reasons import REJECT_COLUMNS
from duenotice.mailing.members.row import Row
from duenotice.mailing.output_files import table_file
from duenotice.mailing.storage import Storage
from member_files import rows

if TYPE_CHECKING:
    from pathlib import Path


def write_parquet(path: Path, **columns: Any) -> Path:  # noqa: ANN401 - any column
    """Write a Parquet file."""
    parquet.write_table(pa.table(columns), path)
    return path


def first(path: Path) -> tuple[str, ...]:
    """Read the fields of a file's one row."""
    (row,) = rows(path)
    return row.fields


class TestColumns:
    """The columns that the settings ask for."""

    def test_missing(self, tmp_path: Path) -> None:
        """
        All columns that aren't there are told at once, with what was meant; what else
        stands in the first line is not told, since it may be somebody's name.
        """
        path = tmp_path / "members.csv"
        path.write_text("id,emial,Ana Lee\n1,a,b\n")

        with pytest.raises(MissingColumnsError) as raised:
            rows(path, ("id", "email", "plan"))

        assert f'"{path}" has no column "email", "plan"' == str(raised.value)
        assert (
            'For "email", did you mean "emial"? The first line must name the columns '
            'that "columns" and "select" of the settings ask for.'
        ) == raised.value.advice

    def test_repeated(self, tmp_path: Path) -> None:
        """
        A column that is asked for must be there once; others may be repeated.
        """
        path = tmp_path / "members.csv"
        path.write_text("id,x,x\n1,2,3\n")

        assert 1 == len(rows(path, ("id",)))
        with pytest.raises(RepeatedColumnError, match='has two columns "x"'):
            rows(path, ("id", "x"))


class TestFolder:
    """Folders of files."""

    def test_in_order(self, tmp_path: Path) -> None:
        """
        The files of a folder are read by their names as one, whatever the order of
        their columns; what is hidden is no file of members.
        """
        (tmp_path / "b.csv").write_text("name,id\nBo,2\nx\n")
        (tmp_path / "a.csv").write_text("id,name\n1,Ana\n")
        (tmp_path / ".c.csv").write_text("other\n")
        (tmp_path / "_SUCCESS").write_text("")

        assert [
            Row(2, ("1", "Ana")),
            Row(4, ("2", "Bo")),
            Row(5, ("x",), "row-fields"),
        ] == rows(tmp_path)

    @pytest.mark.parametrize(
        "name", ["b.xlsx", "b.csv.gz", "_temporary/0/part.csv", "README", "_SUCCES"]
    )
    def test_other_files(self, tmp_path: Path, name: str) -> None:
        """
        A file that can't be read stops the command: its members would not be told.
        """
        (tmp_path / "a.csv").write_text("id,name\n1,Ana\n")
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")

        with pytest.raises(OtherFilesError, match=f'no file of members: "{name}"'):
            rows(tmp_path)

    def test_underscore(self, tmp_path: Path) -> None:
        """
        A file of members may have any name.
        """
        (tmp_path / "_3.csv").write_text("id\n1\n")

        assert [Row(2, ("1",))] == rows(tmp_path)

    def test_other_columns(self, tmp_path: Path) -> None:
        """
        Files with other columns are not of one kind.
        """
        (tmp_path / "a.csv").write_text("id,name\n1,Ana\n")
        (tmp_path / "b.csv").write_text("id,email\n2,b\n")

        with pytest.raises(ColumnsDifferError, match=r"b\.csv\" has other columns"):
            rows(tmp_path)

    def test_empty(self, tmp_path: Path) -> None:
        """
        A folder without files holds no members.
        """
        with pytest.raises(NoRecipientsError):
            rows(tmp_path)


class TestRejects:
    """Files of rejects that somebody mended."""

    def test_read(self, tmp_path: Path) -> None:
        """
        What the program added to a row is taken off, and the row is as it was.
        """
        fields = ("+1", "'=x", "''=x", "'t Hart", "=1")
        path = tmp_path / "rejects.csv"
        names = (*REJECT_COLUMNS, "id", "-a", "b", "c", "d")
        path.write_bytes(table_file(names, [("9", "no-email", "x", "y", *fields)]))

        read = Recipients(Storage(str(path)), ("id", "-a"))

        assert ("id", "-a", "b", "c", "d") == read.columns
        assert [Row(2, fields)] == list(read.rows())

    def test_other_file(self, tmp_path: Path) -> None:
        """
        In any other file an apostrophe is what somebody wrote.
        """
        path = tmp_path / "members.csv"
        path.write_text("id\n'+1\n")

        assert ("'+1",) == first(path)


class TestParquet:
    """Parquet files."""

    def test_times_out_of_range(self, tmp_path: Path) -> None:
        """
        A time that can't be said costs its row, and no other one.
        """
        path = write_parquet(
            tmp_path / "members.parquet",
            id=["1", "2"],
            told=pa.array([1 << 60, 0], pa.timestamp("us")),
            wide=pa.array([-(1 << 62), 0], pa.timestamp("ms")),
            exact=pa.array([1_735_776_000_000_000_001] * 2, pa.timestamp("ns")),
        )

        assert [
            ("1", "\ufffd", "\ufffd", "2025-01-02"),
            ("2", "1970-01-01", "1970-01-01", "2025-01-02"),
        ] == [row.fields for row in rows(path)]

    def test_values(self, tmp_path: Path) -> None:
        """
        Values of all types are written as people would write them.
        """
        path = write_parquet(
            tmp_path / "members.parquet",
            id=[7],
            gone=pa.array([None], pa.string()),
            day=[date(2025, 1, 2)],
            midnight=[datetime(2025, 1, 2)],  # noqa: DTZ001 - as files have them
            hour=[datetime(2025, 1, 2, 3)],  # noqa: DTZ001
            yes=[True],
            whole=[7.0],
            half=[7.5],
            gap=[float("nan")],
            exact=[Decimal("7.00")],
            words=[["email", "sms"]],
            code=pa.array(["en"]).dictionary_encode(),
            raw=[b"Zo\xc3\xab"],
        )

        assert (
            *("7", "", "2025-01-02", "2025-01-02", "2025-01-02T03:00:00"),
            *("true", "7", "7.5", "", "7", "email sms", "en", "Zoë"),
        ) == first(path)

    def test_folder(self, tmp_path: Path) -> None:
        """
        A folder of Parquet files is read by their names as one.
        """
        write_parquet(tmp_path / "part-1.parquet", id=["2"])
        write_parquet(tmp_path / "part-0.parquet", id=["1"])

        assert [Row(1, ("1",)), Row(2, ("2",))] == rows(tmp_path)

    @pytest.mark.parametrize(
        ("written", "fault"),
        [
            (b"A\xffb", "row-encoding"),
            (b"A\x00b", "row-nul"),
            (b"x" * 65_537, "row-too-long"),
        ],
    )
    def test_broken_row(self, tmp_path: Path, written: bytes, fault: str) -> None:
        """
        A row that holds no text is rejected, and costs no other.
        """
        raw = pa.array([written, b"Bo"])
        name = pa.Array.from_buffers(pa.string(), 2, raw.buffers())
        path = write_parquet(tmp_path / "members.parquet", id=["1", "2"], name=name)

        found, good = rows(path)

        assert (fault, Row(2, ("2", "Bo"))) == (found.fault, good)

    def test_broken_file(self, tmp_path: Path) -> None:
        """
        A file that was copied in part is told by its name.
        """
        path = write_parquet(tmp_path / "members.parquet", id=["1"])
        path.write_bytes(path.read_bytes()[:-9])

        with pytest.raises(BrokenParquetError, match="can't be read as Parquet"):
            rows(path)

    def test_without_support(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """
        Who has a Parquet file and no pyarrow is told how to get it.
        """
        path = write_parquet(tmp_path / "members.parquet", id=["1"])
        monkeypatch.setattr(parquet_rows, "pa", None)

        with pytest.raises(ParquetSupportError) as raised:
            rows(path)

        assert (
            "Run `pip install 'duenotice[parquet]'`, or give a CSV file."
            == raised.value.advice
        )


class TestExtent:
    """What a file is, in short."""

    def test_file(self, tmp_path: Path) -> None:
        """
        The digest of a file is the one that other programs give.
        """
        path = tmp_path / "members.csv"
        path.write_text("id\n1\n2\n")

        extent = Recipients(Storage(str(path)), ("id",)).extent()

        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        assert f"sha256:{digest}" == extent.digest
        assert extent.most_rows >= 2

    def test_folder(self, tmp_path: Path) -> None:
        """
        The digest of a folder changes with a file, and with its name.
        """
        path = write_parquet(tmp_path / "a.parquet", id=["1"])
        recipients = Recipients(Storage(str(tmp_path)), ("id",))
        before = recipients.extent()
        path.rename(tmp_path / "b.parquet")
        renamed = Recipients(Storage(str(tmp_path)), ("id",)).extent()
        write_parquet(tmp_path / "b.parquet", id=["2"])
        changed = Recipients(Storage(str(tmp_path)), ("id",)).extent()

        assert 1 == before.most_rows
        assert 3 == len({before.digest, renamed.digest, changed.digest})
