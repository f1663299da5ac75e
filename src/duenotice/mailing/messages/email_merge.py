"""E-mails as templates and fields, for services that fill templates in themselves.

A field stands as `{{greeting}}`, which such services escape in HTML by themselves.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from duenotice.mailing.canonical import file_json
from duenotice.mailing.edition import GREETING
from duenotice.mailing.edition import NAME
from duenotice.mailing.edition import REFERENCE
from duenotice.mailing.keys import reference_of
from duenotice.mailing.messages.json_form import fixed
from duenotice.mailing.messages.json_form import json_inside
from duenotice.mailing.messages.json_form import json_line
from duenotice.mailing.messages.json_form import json_object
from duenotice.mailing.messages.json_form import varying
from duenotice.mailing.messages.mail_headers import REFERENCE_HEADER
from duenotice.mailing.messages.mail_headers import shared_headers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from duenotice.mailing.edition import Edition
    from duenotice.mailing.kit import Kit
    from duenotice.mailing.member import Member
    from duenotice.mailing.messages.byte_form import ByteForm
    from duenotice.render.messages.laid import Laid

SCHEMA = "duenotice/email-template/1"
FIELDS = (GREETING, NAME, REFERENCE)

_KEY = "key"
_TO = "to"
_FIELDS = {name: f"{{{{{name}}}}}" for name in FIELDS}
_BRACES = "{{"
_JOINER = "\u2060"
"""Joins two words, and is not seen: two braces of a text begin no field."""


def merge_templates(kit: Kit) -> dict[str, bytes]:
    """Give the template of each edition, by the name of its file."""
    return {
        f"{template_name(edition)}.template.json": file_json(_template(kit, edition))
        for edition in kit.editions.values()
    }


def template_name(edition: Edition) -> str:
    """Give the name of an edition's template, such as `en.2025-06-02`."""
    return f"{edition.locale}.{edition.baseline}"


class MergeEmails:
    """Makes the fields of e-mails of a kit."""

    def __init__(self) -> None:
        """Begin with no edition."""
        self._form = cache(_form)

    def message(self, member: Member, edition: Edition, key: str) -> bytes:
        """Give a member's fields on one line."""
        values = {
            _KEY: key.encode(),
            _TO: json_inside(member.email),
            GREETING: json_inside(edition.greet(member.name)),
            NAME: json_inside(member.name),
            REFERENCE: reference_of(key).encode(),
        }
        return self._form(template_name(edition)).fill(values)


def _form(template: str) -> ByteForm:
    return json_line(
        {
            "key": varying(_KEY),
            "to": json_object({"email": varying(_TO), "name": varying(NAME)}),
            "template": fixed(template),
            "fields": json_object({name: varying(name) for name in FIELDS}),
        }
    )


def _template(kit: Kit, edition: Edition) -> Mapping[str, object]:
    sender = {"email": kit.sender.email, "name": kit.sender.name}
    return {
        "schema": SCHEMA,
        "template": template_name(edition),
        "from": sender,
        "subject": _plain(edition.email.subject),
        "html": _with_fields(edition.email.html, "&#123;&#123;"),
        "text": _with_fields(edition.email.text, f"{{{_JOINER}{{"),
        "headers": {
            **shared_headers(kit, edition.locale),
            REFERENCE_HEADER: _FIELDS[REFERENCE],
        },
        "fields": list(FIELDS),
        "locale": edition.locale,
        "version": kit.version,
    }


def _plain(text: str) -> str:
    return text.replace(_BRACES, f"{{{_JOINER}{{")


def _with_fields(laid: Laid, braces: str) -> str:
    return laid.encoded(lambda piece: piece.replace(_BRACES, braces)).fill(_FIELDS)
