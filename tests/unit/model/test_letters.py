from __future__ import annotations

import pytest

from duenotice.model.letters import has_letter
from duenotice.model.letters import is_readable


class TestIsReadable:
    @pytest.mark.parametrize("text", ["A. Editor", "Zoë", "李娜", "Ош", "Dr. O"])
    def test_names(self, text: str) -> None:
        """
        A name has two letters at least, of any script.
        """
        assert is_readable(text)

    @pytest.mark.parametrize(
        "text", ["", " ", ".", "-", "42", "X.", "\u200b\u200b", "\u3164\u3164", "\xad"]
    )
    def test_marks(self, text: str) -> None:
        """
        Signs, figures and what can't be seen name nobody.
        """
        assert not is_readable(text)


class TestHasLetter:
    @pytest.mark.parametrize(("text", "has"), [("X.", True), ("\uffa0", False)])
    def test_one(self, text: str, has: bool) -> None:  # noqa: FBT001 - a column
        """
        One letter that can be seen is enough for a record to be read.
        """
        assert has is has_letter(text)
