"""Laws of files of members, whatever is in them."""

from __future__ import annotations

import io

from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from duenotice.mailing.canonical import digest_of
from duenotice.mailing.member import Member
from duenotice.mailing.member import Rejection
from duenotice.mailing.member import Suppression
from duenotice.mailing.members.csv_rows import CsvRows
from duenotice.mailing.members.membership import Membership
from duenotice.mailing.members.parcel import pack_parcel
from duenotice.mailing.members.parcel import parcel_content
from duenotice.mailing.members.parcel import read_parcel
from duenotice.mailing.members.parcel import write_rows
from duenotice.mailing.members.rejection_reasons import REASONS
from duenotice.mailing.members.roll import call_roll
from duenotice.mailing.members.row import Row
from member_files import COLUMNS
from member_files import OFFER
from member_files import mailing_settings

HEADER = ",".join(COLUMNS).encode() + b"\n"
PIECE = st.sampled_from(
    [
        b'"',
        b'""',
        b",",
        b"\n",
        b"\r",
        b"\r\n",
        b"\x00",
        b"\xff",
        b"\xed\xa0\x80",
        b"M-1",
        b"email",
        b"a@b.example",
        b"," * (len(COLUMNS) - 1),
        "Zoë\u202e".encode(),
    ]
)
CONTENT = st.lists(st.one_of(PIECE, st.binary(max_size=8)), max_size=60).map(b"".join)


def read(content: bytes) -> list[Row]:
    """Read rows below the line of names."""
    table = CsvRows(io.BytesIO(HEADER + content), "members.csv", COLUMNS)
    return [Row(number, *one) for number, one in enumerate(table.records(), 1)]


SETTINGS = mailing_settings()


class TestCsv:
    """Any bytes as a CSV file."""

    @settings(deadline=None)
    @given(CONTENT)
    def test_counts(self, content: bytes) -> None:
        """
        Each row is a member, a rejection or a suppression, for a documented reason.
        """
        rows = read(content)

        outcomes = list(
            call_roll(rows, Membership(SETTINGS, COLUMNS, OFFER), frozenset({"M-1"}))
        )

        assert [row.number for row in rows] == [one.row for one in outcomes]
        kinds = (Member, Rejection, Suppression)
        assert all(isinstance(one, kinds) for one in outcomes)
        codes = {one.code for one in outcomes if isinstance(one, Rejection)}
        assert codes <= set(REASONS)

    @settings(deadline=None)
    @given(st.lists(st.sampled_from(['"', "x", ',"', '",', "x,y", 'z"']), max_size=9))
    def test_rows_below(self, lines: list[str]) -> None:
        """
        No quote takes away rows below, among which nothing closes it.
        """
        below = f"M-2{',' * (len(COLUMNS) - 1)}\n" * 9

        rows = read("\n".join([*lines, below]).encode())

        assert 9 == sum(row.fields[0] == "M-2" for row in rows)

    @settings(deadline=None)
    @given(CONTENT)
    def test_parcel(self, content: bytes) -> None:
        """
        A parcel gives back the rows that were put into it.
        """
        rows = read(content)

        written = [write_rows(rows, len(COLUMNS))]
        content = b"".join(parcel_content(COLUMNS, (), written))

        packed = pack_parcel([content])
        assert rows == list(read_parcel(packed, digest_of(content)).rows)


class TestMembership:
    """Any text in a row."""

    @settings(deadline=None)
    @given(st.lists(st.text(), min_size=len(COLUMNS), max_size=len(COLUMNS)))
    def test_texts(self, fields: list[str]) -> None:
        """
        A member's texts stand on one line, and can be written in UTF-8.
        """
        outcome = Membership(SETTINGS, COLUMNS, OFFER).read(Row(1, tuple(fields)))

        if isinstance(outcome, Member):
            for text in (outcome.id, outcome.name, outcome.email, *outcome.address):
                assert text.isprintable() or "\u200c" in text or "\u200d" in text
                assert text.encode().decode() == text
