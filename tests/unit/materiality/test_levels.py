from __future__ import annotations

import pytest

from duenotice.materiality.levels import LEVEL_WORDS
from duenotice.materiality.levels import Level


class TestLevel:
    def test_order(self) -> None:
        """
        The levels ask for more, one after the other.
        """
        assert (
            "none",
            "date",
            "post",
            "direct",
            "direct-and-advance",
            "choice",
            "consent",
        ) == LEVEL_WORDS
        assert list(Level) == sorted(Level)

    @pytest.mark.parametrize("level", Level, ids=lambda one: one.name)
    def test_words(self, level: Level) -> None:
        """
        Each has a name to find it by, and says in a sentence what it asks.
        """
        assert level is Level.named(level.word)
        assert level.asks.endswith(".")

    def test_unknown(self) -> None:
        """
        Nothing else is the name of a level.
        """
        with pytest.raises(ValueError, match="L4"):
            Level.named("L4")
