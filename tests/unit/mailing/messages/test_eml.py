from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes
from email import policy
from email.header import decode_header
from email.header import make_header
from email.message import EmailMessage
from email.utils import parseaddr
from html import escape
from html import unescape
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duenotice.mailing.messages.eml import EmlMails
from message_kits import KEY
from message_kits import edition
from message_kits import kit
from message_kits import reader

if TYPE_CHECKING:
    from duenotice.mailing.member import Member

NAMES = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=200)
REFERENCE = "YY5UH-MJRGK"


def raw(member: Member) -> bytes:
    """Give a member's e-mail."""
    made = kit()
    return EmlMails(made).message(member, edition(), KEY)


def parsed(member: Member) -> EmailMessage:
    """Read a member's e-mail as a mail program does; it has no defect."""
    message = message_from_bytes(raw(member), policy=policy.default)
    assert isinstance(message, EmailMessage)
    assert [] == [one for part in message.walk() for one in part.defects]
    return message


def part(message: EmailMessage, kind: str) -> str:
    """Give the text of one of the two parts."""
    found = message.get_body((kind,))
    assert found is not None
    return str(found.get_content()).replace("\r\n", "\n")


class TestHeaders:
    """What a mail program sorts and shows by."""

    def test_all(self) -> None:
        """
        Each message says from whom, to whom, about what, when, which one, in which
        language, and that a machine wrote it.
        """
        message = parsed(reader())

        assert {
            "From": "Fernhill Library <privacy@fernhill.example>",
            "To": "Ana Lee <ana@fernhill.example>",
            "Message-ID": f"<{KEY}@fernhill.example>",
            "X-Notice-Reference": REFERENCE,
            "Subject": "“Privacy statement” changes on April 3, 2026",
            "Date": "Mon, 02 Mar 2026 12:00:00 +0000",
            "MIME-Version": "1.0",
            "Content-Language": "en",
            "Auto-Submitted": "auto-generated",
            "X-Notice-Version": "website/2026-03-01",
        } == {name: str(value) for name, value in message.items()[:-1]}

    @pytest.mark.parametrize(
        "name",
        [
            pytest.param("Ana Müller", id="Latin"),
            pytest.param("Анна Иванова", id="Cyrillic"),
            pytest.param("محمد علي", id="Arabic"),
            pytest.param("王小明" * 40, id="Chinese, very long"),
            pytest.param('Ana "A." \\ Lee', id="quotation marks"),
            pytest.param("=?utf-8?q?evil?=", id="an encoded word"),
            pytest.param("Lee, Ana <x@evil.example>", id="an address"),
            pytest.param("a" * 200, id="one long word"),
        ],
    )
    def test_name(self, name: str) -> None:
        """
        A name is nothing but a name, whatever stands in it.
        """
        parsed(reader(name))
        shown, address = parseaddr(message_from_bytes(raw(reader(name)))["To"])

        assert "ana@fernhill.example" == address
        assert name == str(make_header(decode_header(shown)))

    def test_no_name(self) -> None:
        """
        Without a name the address stands alone.
        """
        assert "ana@fernhill.example" == str(parsed(reader(""))["To"])

    def test_lines(self) -> None:
        """
        No line of a header is longer than those of the standard.
        """
        head = raw(reader("王小明" * 40)).partition(b"\r\n\r\n")[0]

        assert 76 >= max(map(len, head.split(b"\r\n")))


class TestParts:
    """The same message twice: as HTML and as plain text."""

    @given(NAMES)
    def test_text(self, name: str) -> None:
        """
        The plain text is the edition's with the member's own words.
        """
        text = part(parsed(reader(name)), "plain")

        greeting = f"Dear {name}," if name else "Dear member,"
        expected = f"{greeting}\n\nIt is {{{{x}}}} é.\n\nRef. {REFERENCE} \n"
        assert expected == text

    @given(NAMES)
    def test_html(self, name: str) -> None:
        """
        In HTML a name is text: it makes no tag and leaves no attribute.
        """
        html = part(parsed(reader(name)), "html")

        greeting = f"Dear {name}," if name else "Dear member,"
        expected = f'<p title="{REFERENCE}">{escape(greeting)}</p>\n<p>{{{{x}}}} é</p>'
        assert expected == html.rstrip("\n")
        assert greeting in unescape(html)

    def test_same_bytes(self) -> None:
        """
        The same message has the same bytes, and another text another boundary.
        """
        other = replace(edition(), email=replace(edition().email, text=edition().sms))

        assert raw(reader()) == raw(reader())
        assert (
            parsed(reader()).get_boundary()
            != message_from_bytes(
                EmlMails(kit(other)).message(reader(), other, KEY)
            ).get_boundary()
        )
