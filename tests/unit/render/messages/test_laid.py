from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duenotice.render.messages.laid import Laid
from duenotice.render.messages.laid import StraySlotError
from duenotice.render.messages.laid import UnknownSlotError
from duenotice.render.messages.laid import slot

WORDS = st.text(st.characters(exclude_characters="\ufdd0\ufdd1"))


class TestLaid:
    """A text that is laid out once and filled for each reader."""

    @given(st.lists(WORDS, min_size=1), WORDS)
    def test_filled(self, pieces: list[str], value: str) -> None:
        """
        A value stands wherever its mark stood, and nothing else changes.
        """
        laid = Laid.of(slot("name").join(pieces))

        assert value.join(pieces) == laid.fill({"name": value})

    def test_value_with_mark(self) -> None:
        """
        What is filled in is never looked at: a mark in it stays what it is.
        """
        laid = Laid.of(f"Dear {slot('name')}, {slot('reference')}")

        filled = laid.fill({"name": slot("reference"), "reference": "R"})

        assert f"Dear {slot('reference')}, R" == filled

    @pytest.mark.parametrize(
        "text", ["\ufdd0name", "name\ufdd1", "\ufdd0Name\ufdd1", "\ufdd0\ufdd1"]
    )
    def test_broken_mark(self, text: str) -> None:
        """
        A mark that was broken is refused rather than sent.
        """
        with pytest.raises(StraySlotError) as caught:
            Laid.of(text)

        assert "U+FDD0" in caught.value.advice

    def test_unknown(self) -> None:
        """
        A place of which no member has anything is refused at once, and named.
        """
        with pytest.raises(UnknownSlotError, match='of the name "nickname"') as caught:
            Laid.of(f"Dear {slot('nickname')},")

        assert "There are: address, greeting, name, reference." == caught.value.advice

    def test_encoded(self) -> None:
        """
        Pieces are encoded apart from what comes between them.
        """
        laid = Laid.of(f"a {slot('name')} b").encoded(str.upper)

        assert "A x B" == laid.fill({"name": "x"})
