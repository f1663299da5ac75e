from __future__ import annotations

import quopri

from hypothesis import given
from hypothesis import strategies as st

from duenotice.mailing.messages.quoted_printable import qp
from duenotice.mailing.messages.quoted_printable import qp_piece

TEXTS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=300
)


class TestQuotedPrintable:
    """Pieces that are encoded by themselves and then put together."""

    @given(st.lists(TEXTS, min_size=1, max_size=6))
    def test_together(self, pieces: list[str]) -> None:
        """
        Pieces that were encoded apart read as one text.
        """
        encoded = b"".join((*map(qp_piece, pieces[:-1]), qp(pieces[-1])))

        decoded = quopri.decodestring(encoded.replace(b"\r\n", b"\n")).decode()
        assert "".join(pieces) == decoded

    @given(st.lists(TEXTS, min_size=1, max_size=6))
    def test_lines(self, pieces: list[str]) -> None:
        """
        No line is longer than 76 characters, and all are plain ASCII that no server
        changes.
        """
        encoded = b"".join((*map(qp_piece, pieces[:-1]), qp(pieces[-1])))

        lines = encoded.split(b"\r\n")
        assert 76 >= max(map(len, lines))
        assert [] == [one for one in lines if b"\n" in one or one.endswith(b" ")]
        assert encoded.isascii()
