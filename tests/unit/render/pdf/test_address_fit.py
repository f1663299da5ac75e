from __future__ import annotations

import pytest

from duenotice.render.pdf.address_fit import FittedAddress
from duenotice.render.pdf.address_fit import Misfit
from duenotice.render.pdf.address_fit import MisfitError
from duenotice.render.pdf.address_fit import Window
from duenotice.render.pdf.address_fit import fit_address

WINDOW = Window(width=20, height=50, pitch=10)


def fit(*lines: str) -> FittedAddress:
    """Fit lines into a window of twenty letters by five lines."""
    return fit_address(lines, WINDOW, len)


class TestFit:
    """An address in the window of an envelope."""

    def test_fits(self) -> None:
        """
        An address that fits is printed as it is.
        """
        lines = ("Ana Lee", "7 Mill Lane", "Heron Bay, CA 90001")

        assert FittedAddress(lines, 1) == fit(*lines)

    def test_smaller(self) -> None:
        """
        A line that is a little too long makes all of them smaller.
        """
        assert FittedAddress(("Ana", "x" * 25), 0.8) == fit("Ana", "x" * 25)

    def test_broken(self) -> None:
        """
        A line that would be too small is broken at a space.
        """
        found = fit("Ana", "Society for the Rowing of Boats")

        assert FittedAddress(("Ana", "Society for the", "Rowing of Boats"), 1) == found

    def test_broken_ideographs(self) -> None:
        """
        Chinese, which has no spaces, is broken between two letters.
        """
        found = fit("Ana", "路" * 26)

        assert FittedAddress(("Ana", "路" * 20, "路" * 6), 1) == found

    def test_long_word(self) -> None:
        """
        A word that is too long even if smaller can't be printed.
        """
        with pytest.raises(MisfitError) as caught:
            fit("Ana", "x" * 26)

        assert Misfit.TOO_LONG is caught.value.misfit

    def test_more_lines(self) -> None:
        """
        One line more than there is room for makes all of them smaller.
        """
        assert pytest.approx(50 / 60) == fit(*"abcdef").scale

    def test_too_many_lines(self) -> None:
        """
        Lines that would have to be smaller than machines read can't be printed.
        """
        with pytest.raises(MisfitError) as caught:
            fit(*"abcdefg")

        assert Misfit.TOO_TALL is caught.value.misfit
