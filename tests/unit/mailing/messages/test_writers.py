from __future__ import annotations

import json
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duenotice.mailing.edition import EmailForm
from duenotice.mailing.member import Channel
from duenotice.mailing.messages.email_format import EmailFormat
from duenotice.mailing.messages.email_merge import merge_templates
from duenotice.mailing.messages.writers import email_writer
from duenotice.mailing.messages.writers import writers_of
from duenotice.render.messages.laid import Laid
from duenotice.render.messages.laid import slot
from message_kits import ADDRESS
from message_kits import KEY
from message_kits import edition
from message_kits import kit
from message_kits import reader

if TYPE_CHECKING:
    from duenotice.mailing.member import Member

REFERENCE = "YY5UH-MJRGK"
ANYTHING = st.text(max_size=200)


def line(channel: Channel, member: Member) -> dict[str, Any]:
    """Make a message and read it: one line, and one object on it."""
    made = writers_of(kit(), EmailFormat.JSON)[channel].message(member, edition(), KEY)
    assert made.isascii()
    assert made.endswith(b"\n")
    assert 1 == len(made.splitlines())
    return dict(json.loads(made))


class TestJsonEmails:
    """E-mails for the interface of an e-mail service."""

    def test_fields(self) -> None:
        """
        A line holds all of a message, ready to be sent.
        """
        made = line(Channel.EMAIL, reader())

        assert {
            "key": KEY,
            "to": {"email": "ana@fernhill.example", "name": "Ana Lee"},
            "from": {"email": "privacy@fernhill.example", "name": "Fernhill Library"},
            "subject": "“Privacy statement” changes on April 3, 2026",
            "html": f'<p title="{REFERENCE}">Dear Ana Lee,</p>\n<p>{{{{x}}}} é</p>',
            "text": f"Dear Ana Lee,\n\nIt is {{{{x}}}} é.\n\nRef. {REFERENCE} \n",
            "headers": {
                "Content-Language": "en",
                "Auto-Submitted": "auto-generated",
                "X-Notice-Version": "website/2026-03-01",
                "X-Notice-Reference": REFERENCE,
            },
            "locale": "en",
            "version": "2026-03-01",
            "reference": REFERENCE,
        } == made

    @given(ANYTHING.filter(bool))
    def test_any_name(self, name: str) -> None:
        """
        Whatever a name holds, it is read back as it was; in HTML it is text.
        """
        made = line(Channel.EMAIL, reader(name))

        assert name == made["to"]["name"]
        assert made["text"].startswith(f"Dear {name},\n")
        assert f">{escape(f'Dear {name},')}</p>" in made["html"]

    def test_no_name(self) -> None:
        """
        Who has no name is greeted all the same.
        """
        made = line(Channel.EMAIL, reader(""))

        assert made["text"].startswith("Dear member,\n")


class TestMergedEmails:
    """E-mails for services that fill templates in."""

    def test_fields(self) -> None:
        """
        A line holds what is a member's own, and names the template.
        """
        writer = email_writer(kit(), EmailFormat.MERGE)

        assert {
            "key": KEY,
            "to": {"email": "ana@fernhill.example", "name": "<b>Ana"},
            "template": "en.2026-01-10",
            "fields": {
                "greeting": "Dear <b>Ana,",
                "greeting_html": "Dear &lt;b&gt;Ana,",
                "name": "<b>Ana",
                "name_html": "&lt;b&gt;Ana",
                "reference": REFERENCE,
            },
        } == json.loads(writer.message(reader("<b>Ana"), edition(), KEY))

    def test_template(self) -> None:
        """
        The template of an edition has fields for them; two braces of a text begin none.
        """
        (name,) = (made := merge_templates(kit()))
        template = json.loads(made[name])

        assert "en.2026-01-10.template.json" == name
        assert (
            '<p title="{{reference}}">{{{greeting_html}}}</p>\n<p>&#123;{x}} é</p>'
            == template["html"]
        )
        assert 2 == template["text"].count("{{")
        assert template["fields"] == [
            "greeting",
            "greeting_html",
            "name",
            "name_html",
            "reference",
        ]
        assert "{{reference}}" == template["headers"]["X-Notice-Reference"]

    @pytest.mark.parametrize(
        ("written", "html", "text"),
        [
            ("{%s}", "&#123;{{reference}}&#125;", "{\u2060{{reference}}\u2060}"),
            (
                "{{{%s",
                "&#123;&#123;&#123;{{reference}}",
                "{\u2060" * 3 + "{{reference}}",
            ),
            ("{ %s }", "{ {{reference}} }", "{ {{reference}} }"),
        ],
    )
    def test_braces(self, written: str, html: str, text: str) -> None:
        """
        A brace of a text beside a field doesn't make it another one.
        """
        laid = Laid.of(written % slot("reference"))
        form = EmailForm(subject="{{x}}", html=laid, text=laid)
        made = replace(edition(), email=form)
        (content,) = merge_templates(kit(made)).values()
        template = json.loads(content)

        assert (html, text) == (template["html"], template["text"])
        assert "{\u2060{x}}" == template["subject"]


class TestTextMessages:
    """Text messages for the service that sends them."""

    def test_fields(self) -> None:
        """
        A line holds number, text and how many segments it takes.
        """
        assert {
            "key": KEY,
            "to": "+12025550123",
            "text": f"It changes: {ADDRESS} Ref. {REFERENCE}",
            "encoding": "GSM-7",
            "segments": 1,
            "locale": "en",
            "version": "2026-03-01",
            "reference": REFERENCE,
        } == line(Channel.SMS, reader())


class TestAppMessages:
    """Messages of an organisation's own app."""

    @given(ANYTHING)
    def test_fields(self, member_id: str) -> None:
        """
        A line holds the member's id, whatever that is, and what telephones show.
        """
        assert {
            "key": KEY,
            "member": member_id,
            "title": "It changes",
            "body": "Soon.",
            "link": ADDRESS,
            "locale": "en",
            "version": "2026-03-01",
            "reference": REFERENCE,
        } == line(Channel.APP, reader(id=member_id))


class TestEditions:
    """One kit with several languages."""

    @pytest.mark.parametrize("form", EmailFormat)
    def test_own(self, form: EmailFormat) -> None:
        """
        Each member gets the edition in their language.
        """
        spanish = replace(edition("es"), greeting=Laid.of(f"Hola, {slot('name')}:"))
        writer = email_writer(kit(edition(), spanish), form)

        made = [
            writer.message(reader(), one, KEY).replace(b"=\r\n", b"")
            for one in (edition(), spanish)
        ]
        assert [True, False] == [b"Dear Ana Lee," in one for one in made]
        assert [False, True] == [b"Hola, Ana Lee:" in one for one in made]
