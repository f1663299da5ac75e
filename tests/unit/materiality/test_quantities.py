from __future__ import annotations

import pytest

from duenotice.materiality.quantities import Quantity
from duenotice.materiality.quantities import quantities_in


class TestQuantities:
    @pytest.mark.parametrize(
        ("text", "quantity"),
        [
            ("1.5 years", Quantity(18, "month")),
            ("1,5 años", Quantity(18, "month")),
            ("2.5 weeks", Quantity(420, "hour")),
            ("0.5 hours", Quantity(30, "minute")),
            ("1,000 days", Quantity(1000, "day")),
            ("1.000 días", Quantity(1000, "day")),
        ],
    )
    def test_parts(self, text: str, quantity: Quantity) -> None:
        """
        A part of a unit is read as what makes it whole, and a thousand as a thousand.
        """
        assert (quantity,) == quantities_in(f"after {text}")

    def test_as_long(self) -> None:
        """
        One day and a half is as long as 36 hours.
        """
        (one,), (other,) = quantities_in("1.5 days"), quantities_in("36 hours")

        assert other.hours == one.hours
