from __future__ import annotations

import pytest

from duenotice.mailing.members.phone_number import phone_number
from member_files import is_refused


class TestPhoneNumber:
    """`phone_number`."""

    @pytest.mark.parametrize(
        ("written", "code", "number"),
        [
            ("202-555-0123", "1", "+12025550123"),
            ("1 (202) 555.0123", "1", "+12025550123"),
            ("+1 202 555 0123", "", "+12025550123"),
            ("+44 (0)20 7946 0958", "1", "+442079460958"),
            ("00 49 30 901820", "1", "+4930901820"),
            ("020 7946 0958", "44", "+442079460958"),
            ("06 1234 5678", "39", "+390612345678"),
            ("44 20 7946 0958", "44", "+442079460958"),
        ],
    )
    def test_good(self, written: str, code: str, number: str) -> None:
        """
        A number is written with its country's code, and without the zero that is
        dialled at home alone.
        """
        assert number == phone_number(written, code)

    @pytest.mark.parametrize(
        ("written", "code"),
        [
            ("202-555-0123", ""),
            ("", "1"),
            ("123", "1"),
            ("555-0123", "1"),
            ("102-555-0123", "1"),
            ("+1 102 555 0123", ""),
            ("202-555-0123 x12", "1"),
            ("call me", "1"),
            ("+1234567", ""),
            ("+1234567890123456", ""),
            ("٢٠٢٥٥٥٠١٢٣", "1"),
            ("+0123456789", ""),
            ("45 12 34 56", "45"),
            ("49 30 901820", "49"),
        ],
    )
    def test_bad(self, written: str, code: str) -> None:
        """
        What can't be dialled is no number.
        """
        assert is_refused(phone_number, written, code)
