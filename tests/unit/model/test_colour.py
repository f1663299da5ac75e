from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duenotice.model.colour import Colour
from duenotice.model.colour import contrast

BYTES = st.integers(0, 255)
COLOURS = st.builds(Colour, BYTES, BYTES, BYTES)


class TestColour:
    """`Colour`."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("#23595A", "#23595a"),
            ("#fc0", "#ffcc00"),
            ("oklch(0 0 0)", "#000000"),
            ("oklch(100% 0 0)", "#ffffff"),
            ("oklch(62.8% 0.2577 29.23)", "#ff0000"),
            ("oklch(0.42 .06 195deg)", "#1c5757"),
        ],
    )
    def test_parse(self, text: str, expected: str) -> None:
        """
        A colour is read from digits and from lightness, chroma and hue.
        """
        assert expected == str(Colour.parse(text))

    @pytest.mark.parametrize(
        "text",
        ["", "red", "#12345", "#12345g", "rgb(1 2 3)", "#fff;}", "oklch(0.7 0.4 150)"],
    )
    def test_refused(self, text: str) -> None:
        """
        Anything else is refused, and what no screen can show as well.
        """
        with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
            Colour.parse(text)

    @given(COLOURS)
    def test_round_trip(self, colour: Colour) -> None:
        """
        A colour that is written is read as itself.
        """
        assert colour == Colour.parse(str(colour))


class TestContrast:
    """`contrast`."""

    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [("#000", "#fff", 21), ("#777777", "#ffffff", 4.48), ("#abc", "#abc", 1)],
    )
    def test_known(self, one: str, other: str, expected: float) -> None:
        """
        Known pairs have the contrast that WCAG's own tools give them.
        """
        found = contrast(Colour.parse(one), Colour.parse(other))

        assert expected == pytest.approx(found, abs=0.005)

    @given(COLOURS, COLOURS)
    def test_either_way(self, one: Colour, other: Colour) -> None:
        """
        Which of the two is the ground makes no difference.
        """
        assert 1 <= contrast(one, other) == contrast(other, one) <= 21
