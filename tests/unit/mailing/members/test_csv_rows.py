from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from duenotice.mailing.members.errors import HeaderEncodingError
from duenotice.mailing.members.errors import LineEndsError
from duenotice.mailing.members.errors import NoRecipientsError
from member_files import csv_rows
from member_files import rows

if TYPE_CHECKING:
    from pathlib import Path

HEAD = b"id,name\n"
BO = (("2", "Bo"), "")


class TestFields:
    """What is read of a file that is right."""

    @pytest.mark.parametrize("apart", [b",", b";", b"\t", b"|"])
    def test_separators(self, tmp_path: Path, apart: bytes) -> None:
        """
        The line of names tells what separates fields.
        """
        content = b"id,name\n1,Ana\n".replace(b",", apart)

        assert [(("1", "Ana"), "")] == csv_rows(tmp_path, content)

    def test_separator_in_names(self, tmp_path: Path) -> None:
        """
        The separator is the one that finds the columns that are asked for.
        """
        content = b"a|b|c|d,id,e\nx,1,y\n"

        assert [(("x", "1", "y"), "")] == csv_rows(tmp_path, content)

    @pytest.mark.parametrize("end", [b"\n", b"\r\n"])
    @pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
    def test_of_any_system(self, tmp_path: Path, mark: bytes, end: bytes) -> None:
        """
        Line ends of any system and a byte order mark are fine, and blank lines are no
        rows.
        """
        content = mark + b"id,name\n1,Zo\xc3\xab\n\n2,Bo".replace(b"\n", end)

        assert [(("1", "Zoë"), ""), BO] == csv_rows(tmp_path, content)

    def test_quotes(self, tmp_path: Path) -> None:
        """
        Within quotes stand separators, line breaks and quotes; elsewhere a quote is a
        quote.
        """
        content = HEAD + b'"1","Lee, ""Ana""\nJr."\n2,5\' 10" tall\n'

        assert [
            (("1", 'Lee, "Ana"\nJr.'), ""),
            (("2", "5' 10\" tall"), ""),
        ] == csv_rows(tmp_path, content)

    def test_numbers(self, tmp_path: Path) -> None:
        """
        A row has the number of the line in which it begins, as an editor counts.
        """
        path = tmp_path / "members.csv"
        lines = (b"1,Ana", b"2", b"", b'3,"Cy', b'Lee"', b'4,"Di', b"5,Ed")
        path.write_bytes(HEAD + b"\n".join(lines))

        assert [2, 3, 5, 7, 8] == [row.number for row in rows(path)]


class TestBroken:
    """Rows that can't be taken apart."""

    @pytest.mark.parametrize(
        ("line", "fault"),
        [
            (b"1", "row-fields"),
            (b"1,Ana,Lee", "row-fields"),
            (b'1,"Ana', "row-quote"),
            (b'1,"Ana" Lee', "row-quote"),
            (b"1,An\xff", "row-encoding"),
            (b"1,An\xed\xa0\x80", "row-encoding"),
            (b'1,"An\xff"', "row-encoding"),
            (b"1,An\x00a", "row-nul"),
            (b'1,"An\x00a"', "row-nul"),
            (b"1," + b"x" * 65_537, "row-too-long"),
            (b"1," + b"x" * 3_000_000, "row-too-long"),
            (b'1,"' + b"x" * 140_000 + b'"', "row-too-long"),
            (b'1,"' + b"x\n" * 70_000 + b'"', "row-too-long"),
        ],
    )
    def test_one_row(self, tmp_path: Path, line: bytes, fault: str) -> None:
        """
        A broken row is told as one, and costs no other.
        """
        first, second = csv_rows(tmp_path, HEAD + line + b"\n2,Bo\n")

        assert (fault, BO) == (first[1], second)

    def test_rows_below_an_open_quote(self, tmp_path: Path) -> None:
        """
        A quote that isn't closed costs its line, however many lines follow.
        """
        below = b"".join(b"%d,Member\n" % number for number in range(100_000))

        first, *others = csv_rows(tmp_path, HEAD + b'x,"Ana\n' + below)

        assert (('x,"Ana',), "row-quote") == first
        assert 100_000 == sum(fault == "" for _, fault in others)

    def test_two_open_quotes(self, tmp_path: Path) -> None:
        """
        Rows between two quotes that aren't closed are no part of a field.
        """
        content = HEAD + b'1,"Ana\n2,Bo\n3,"Cy\n2,Bo\n'

        assert [
            (('1,"Ana',), "row-quote"),
            BO,
            (('3,"Cy',), "row-quote"),
            BO,
        ] == csv_rows(tmp_path, content)

    def test_quotes_that_close_in_another_row(self, tmp_path: Path) -> None:
        """
        A quote that another row closes swallows nothing where the fields don't add up.
        """
        content = HEAD + b'1,"Ana\n2,Bo\n3,Cy",x\n'

        faults = [fault for _, fault in csv_rows(tmp_path, content)]

        assert ["row-quote", "", "row-fields"] == faults

    def test_row_within_a_field(self, tmp_path: Path) -> None:
        """
        Nobody writes a row by writing a field, however long that is.
        """
        lines = b"9,Eve\n" * 30_000

        found = csv_rows(tmp_path, HEAD + b'1,"' + lines + b'"\n2,Bo\n')

        assert ["row-too-long", ""] == [fault for _, fault in found]

    def test_carriage_return(self, tmp_path: Path) -> None:
        """
        A carriage return alone ends no row.
        """
        content = HEAD + b'1,"Ana"\r9,Eve\n1,Ana\r9\n'

        assert ["row-quote", ""] == [fault for _, fault in csv_rows(tmp_path, content)]

    def test_shown_whole(self, tmp_path: Path) -> None:
        """
        A broken row is kept as it is, with a mark for each byte that is no text.
        """
        content = HEAD + b"1,\xff\x00,x\n"

        assert [(("1,\ufffd\ufffd,x",), "row-nul")] == csv_rows(tmp_path, content)


class TestFile:
    """Files that hold no rows."""

    @pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf"])
    def test_empty(self, tmp_path: Path, content: bytes) -> None:
        """
        A file without a line of names holds no members.
        """
        with pytest.raises(NoRecipientsError, match="holds no members"):
            csv_rows(tmp_path, content)

    def test_other_encoding(self, tmp_path: Path) -> None:
        """
        A file in UTF-16, as spreadsheets write it, is refused as a whole.
        """
        with pytest.raises(HeaderEncodingError, match="is not UTF-8"):
            csv_rows(tmp_path, "id,name\n1,Ana\n".encode("utf-16"))

    @pytest.mark.parametrize("content", [b"id,name\r1,Ana\r", b'id,"na\rme"\n1,Ana\n'])
    def test_old_line_ends(self, tmp_path: Path, content: bytes) -> None:
        """
        Lines that end as on machines of old are refused, and nothing of them is told.
        """
        with pytest.raises(LineEndsError) as raised:
            csv_rows(tmp_path, content)

        assert "Ana" not in str(raised.value)
