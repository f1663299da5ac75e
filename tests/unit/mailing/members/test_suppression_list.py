from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from duenotice.mailing.members.column_form import ColumnForm
from duenotice.mailing.members.errors import ListColumnsError
from duenotice.mailing.members.errors import UnfitListError
from duenotice.mailing.members.suppression_list import SuppressionList
from duenotice.mailing.storage import Storage

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give where the list stands."""
    return tmp_path / "suppressed.csv"


def ids(path: Path, content: bytes, written: str = "member") -> list[str]:
    """Read a list of members whose ids stand in the column `member`."""
    form = ColumnForm.parse(written)
    path.write_bytes(content)
    return list(SuppressionList(Storage(str(path)), form).ids())


class TestIds:
    """The ids of a list."""

    @pytest.mark.parametrize(
        "content",
        [
            b"1\n2\n",
            b"1\r\n\r\n2",
            b"id\n1\n2\n",
            b"member\n1\n2\n",
            b"reason,member\nmoved,1\ndied,2\n",
            b"reason;id\n;1\n;2\n",
        ],
    )
    def test_forms(self, path: Path, content: bytes) -> None:
        """
        A list is one id a line, or a file with a column of ids.
        """
        assert ["1", "2"] == ids(path, content)

    @pytest.mark.parametrize(
        "content", [b"1,moved\n2,died\n", b"email,number\na,1\n", b"1,2,3\n", b"1|a\n"]
    )
    def test_unknown_columns(self, path: Path, content: bytes) -> None:
        """
        Nobody guesses which of several columns holds ids: who is on the list would be
        told if the guess were wrong.
        """
        with pytest.raises(ListColumnsError, match="several columns") as raised:
            ids(path, content)

        assert '"id", or as in the file of members: "member"' in raised.value.advice

    def test_joined(self, path: Path) -> None:
        """
        Ids that are joined of columns are joined in the list as well.
        """
        listed = b"plan,number,why\nA,1,moved\nA,2,died\n"

        assert ["A-1", "A-2"] == ids(path, listed, "{plan}-{number}")

    def test_empty(self, path: Path) -> None:
        """
        A list may be empty.
        """
        assert [] == ids(path, b"")

    @pytest.mark.parametrize("line", [b"\xff", b"1\x1b", b'"1', b"1,2"])
    def test_unfit(self, path: Path, line: bytes) -> None:
        """
        A list that can't be read in full stops the run: somebody on it would be told.
        """
        with pytest.raises(UnfitListError) as raised:
            ids(path, b"id\n7\n" + line + b"\n")

        assert f'entry 2 of "{path}" can\'t be read as an id' == str(raised.value)

    def test_digest(self, path: Path) -> None:
        """
        A list is known by its digest.
        """
        ids(path, b"1\n")

        digest = hashlib.sha256(b"1\n").hexdigest()
        found = SuppressionList(Storage(str(path)), ColumnForm.parse("id"))
        assert f"sha256:{digest}" == found.digest()
