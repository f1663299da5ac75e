from __future__ import annotations

import pytest

from duenotice.mailing.members.email_address import email_address
from member_files import is_refused


class TestEmailAddress:
    """`email_address`."""

    @pytest.mark.parametrize(
        ("written", "address"),
        [
            (
                "ana.lee+news@mail.fernhill.example",
                "ana.lee+news@mail.fernhill.example",
            ),
            ("O'Neil@Fernhill.EXAMPLE", "O'Neil@fernhill.example"),
            ("ana@bücher.example", "ana@xn--bcher-kva.example"),
            ("ana@例え.example", "ana@xn--r8jz45g.example"),
            ("a" * 64 + "@fernhill.example", "a" * 64 + "@fernhill.example"),
        ],
    )
    def test_good(self, written: str, address: str) -> None:
        """
        An address that every service takes is written with its host in ASCII.
        """
        assert address == email_address(written)

    @pytest.mark.parametrize(
        "written",
        [
            "",
            "ana",
            "@fernhill.example",
            "ana@",
            "ana@fernhill",
            "ana@@fernhill.example",
            "ana@b@fernhill.example",
            ".ana@fernhill.example",
            "-ana@fernhill.example",
            "ana.@fernhill.example",
            "a..b@fernhill.example",
            "ana lee@fernhill.example",
            '"ana"@fernhill.example',
            "ana@fernhill.example,bo@fernhill.example",
            "ana@fernhill.example\n",
            "ana@fernhill.example\r\nBcc: bo@fernhill.example",
            "Ana <ana@fernhill.example>",
            "zoë@fernhill.example",
            "ana@-fernhill.example",
            "ana@fern_hill.example",
            "ana@127.0.0.1",
            "ana@[127.0.0.1]",
            "ana@fernhill.e",
            "ana@straße.example",
            "ana@fern\u200dhill.example",
            "ana@fernhill\u3002example\u3002",
            "a" * 65 + "@fernhill.example",
            "a@" + "b" * 64 + ".example",
            "a@" + "b." * 125 + "example",
            "ana@\ud800.example",
            "ana@é\x00.example",
        ],
    )
    def test_bad(self, written: str) -> None:
        """
        What only some services take, or read as something else, is none.
        """
        assert is_refused(email_address, written)
