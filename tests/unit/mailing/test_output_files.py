from __future__ import annotations

import codecs
import csv
import gzip
import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from duenotice.mailing.output_files import LinesFile
from duenotice.mailing.output_files import MailsFile
from duenotice.mailing.output_files import table_file

if TYPE_CHECKING:
    from duenotice.mailing.output_files import MessagesFile


@pytest.mark.parametrize("make", [LinesFile, MailsFile], ids=["lines", "mails"])
def test_same_bytes(make: type[LinesFile | MailsFile]) -> None:
    """
    The same messages make the same bytes: no time and no machine is in them.
    """
    first, second = filled(make()), filled(make())

    assert first == second


def filled(file: MessagesFile) -> bytes:
    """Put two messages into a file."""
    file.add(b'{"to":"a"}\n', "key-a")
    file.add(b'{"to":"b"}\n', "key-b")
    return file.content()


def test_lines() -> None:
    """
    Messages that are a line each stand one below the other.
    """
    assert b'{"to":"a"}\n{"to":"b"}\n' == gzip.decompress(filled(LinesFile()))


def test_mails() -> None:
    """
    Messages that are a file each are named by their keys.
    """
    with zipfile.ZipFile(io.BytesIO(filled(MailsFile()))) as made:
        assert ["key-a.eml", "key-b.eml"] == made.namelist()
        assert b'{"to":"a"}\n' == made.read("key-a.eml")


class TestTable:
    """Lists that are opened in a spreadsheet."""

    @pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
    def test_formula(self, start: str) -> None:
        """
        Nothing that somebody typed into a form is a formula there.
        """
        table = table_file(("id", f"{start}name"), [("1", f"{start}SUM(A1)")])

        rows = list(csv.reader(io.StringIO(table.decode("utf-8-sig"), newline="")))
        assert [["id", f"'{start}name"], ["1", f"'{start}SUM(A1)"]] == rows

    def test_mark(self) -> None:
        """
        Spreadsheets are told that it is UTF-8, or they would spoil names.
        """
        assert table_file(("name",), ()).startswith(codecs.BOM_UTF8)

    def test_lone_byte(self) -> None:
        """
        A byte of a broken row that is no UTF-8 goes out as it came in.
        """
        assert b"\xef\xbb\xbfrow\r\nJos\xe9\r\n" == table_file(
            ("row",), [("Jos\udce9",)]
        )

    def test_quoted(self) -> None:
        """
        A field with a separator, a quote or a line break is one field.
        """
        row = ('Lee, "Ana"', "a\nb")
        table = table_file(("a", "b"), [row]).decode("utf-8-sig")

        assert [*row] == list(csv.reader(io.StringIO(table, newline="")))[1]
