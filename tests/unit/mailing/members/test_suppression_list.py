from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from duenotice.mailing.members.errors import UnfitListError
from duenotice.mailing.members.suppression_list import SuppressionList
from duenotice.mailing.storage import Storage

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give where the list stands."""
    return tmp_path / "suppressed.csv"


def ids(path: Path, content: bytes) -> list[str]:
    """Read a list of members whose ids stand in the column `member`."""
    path.write_bytes(content)
    return list(SuppressionList(Storage(str(path)), ("member",)).ids())


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
            b"1,moved\n2,died\n",
        ],
    )
    def test_forms(self, path: Path, content: bytes) -> None:
        """
        A list is one id a line, or a file with a column of ids.
        """
        assert ["1", "2"] == ids(path, content)

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
        assert f"sha256:{digest}" == SuppressionList(Storage(str(path)), ()).digest()
