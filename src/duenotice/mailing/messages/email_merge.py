"""E-mails as templates and fields, for services that fill templates in themselves.

In the plain text a field stands as `{{greeting}}`. In HTML it is `{{{greeting_html}}}`,
whose value is escaped already: whatever the service does, no name becomes markup.
"""

from __future__ import annotations

import re
from functools import cache
from html import escape
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

SCHEMA = "duenotice/email-template/1"
GREETING_HTML = f"{GREETING}_html"
NAME_HTML = f"{NAME}_html"
FIELDS = (GREETING, GREETING_HTML, NAME, NAME_HTML, REFERENCE)

_KEY = "key"
_TO = "to"
_IN_TEXT = {name: f"{{{{{name}}}}}" for name in (GREETING, NAME, REFERENCE)}
_IN_HTML = {
    GREETING: f"{{{{{{{GREETING_HTML}}}}}}}",
    NAME: f"{{{{{{{NAME_HTML}}}}}}}",
    REFERENCE: _IN_TEXT[REFERENCE],
}
_OPENING = re.compile(r"\{(?=\{|\Z)")
_CLOSING = re.compile(r"\A\}")
"""Braces of a text that would begin a field, or stand beside one."""

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
            GREETING_HTML: json_inside(escape(edition.greet(member.name))),
            NAME: json_inside(member.name),
            NAME_HTML: json_inside(escape(member.name)),
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
        "subject": _text(edition.email.subject),
        "html": edition.email.html.encoded(_html).fill(_IN_HTML),
        "text": edition.email.text.encoded(_text).fill(_IN_TEXT),
        "headers": {
            **shared_headers(kit, edition.locale),
            REFERENCE_HEADER: _IN_TEXT[REFERENCE],
        },
        "fields": list(FIELDS),
        "locale": edition.locale,
        "version": kit.version,
    }


def _html(piece: str) -> str:
    return _CLOSING.sub("&#125;", _OPENING.sub("&#123;", piece))


def _text(piece: str) -> str:
    opened = _OPENING.sub(f"{{{_JOINER}", piece)
    return _CLOSING.sub(f"{_JOINER}}}", opened)
