from __future__ import annotations

import sys
import unicodedata

import pytest

from duenotice.mailing.members.personal_text import shown_text
from member_files import is_refused

_JOINERS = {"\u200c", "\u200d"}
"""Persian and Hindi names are written with them."""

_BEFORE_NUMBERS = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2"
"""Of the class of what can't be seen, and can be seen."""


class TestShownText:
    """`shown_text`."""

    def test_unseen(self) -> None:
        """
        Of all characters, those are refused that can't be seen, or are none.
        """
        seen = {*_JOINERS, *_BEFORE_NUMBERS, "\t"}
        unseen = [
            chr(code)
            for code in range(sys.maxunicode + 1)
            if unicodedata.category(chr(code)) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
            or code & 0xFFFE == 0xFFFE
        ]

        shown = {one for one in unseen if not is_refused(shown_text, f"a{one}a")}

        assert seen == shown

    @pytest.mark.parametrize(
        "text",
        ["كاظم\u200cي", "क्\u200dष", "𠮷野家", "葛\U000e0100城", "한지민", "Ó Briain"],
    )
    def test_names(self, text: str) -> None:
        """
        Names of any script are shown as they are.
        """
        assert unicodedata.normalize("NFC", text) == shown_text(text)

    def test_piled_up(self) -> None:
        """
        Marks that would cover other lines are refused.
        """
        assert (False, True) == (
            is_refused(shown_text, "Nguyê\u0303\u0323n"),
            is_refused(shown_text, "A" + "\u0317" * 5),
        )

    def test_spaces(self) -> None:
        """
        A text begins and ends with what can be seen, and has single spaces.
        """
        assert "Ana Lee" == shown_text("\u3000Ana \t\u00a0 Lee ")
