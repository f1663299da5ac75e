"""Whole e-mails as lines of JSON, for the interface of an e-mail service."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from duenotice.mailing.edition import REFERENCE
from duenotice.mailing.messages.email_values import HTML
from duenotice.mailing.messages.email_values import TEXT
from duenotice.mailing.messages.email_values import email_values
from duenotice.mailing.messages.json_form import fixed
from duenotice.mailing.messages.json_form import json_inside
from duenotice.mailing.messages.json_form import json_line
from duenotice.mailing.messages.json_form import json_object
from duenotice.mailing.messages.json_form import laid_text
from duenotice.mailing.messages.json_form import varying
from duenotice.mailing.messages.mail_headers import REFERENCE_HEADER
from duenotice.mailing.messages.mail_headers import shared_headers

if TYPE_CHECKING:
    from duenotice.mailing.edition import Edition
    from duenotice.mailing.kit import Kit
    from duenotice.mailing.member import Member
    from duenotice.mailing.messages.byte_form import ByteForm

_KEY = "key"
_TO_EMAIL = "to.email"
_TO_NAME = TEXT + "name"
_REFERENCE = TEXT + REFERENCE


class JsonEmails:
    """Makes e-mails of a kit."""

    def __init__(self, kit: Kit) -> None:
        """Take the kit."""
        self._kit = kit
        self._form = cache(self._make_form)

    def message(self, member: Member, edition: Edition, key: str) -> bytes:
        """Give a member's e-mail on one line."""
        values = email_values(member, edition, key, json_inside)
        values[_KEY] = key.encode()
        values[_TO_EMAIL] = json_inside(member.email)
        return self._form(edition.locale, edition.baseline).fill(values)

    def _make_form(self, locale: str, baseline: str) -> ByteForm:
        kit, edition = self._kit, self._kit.editions[locale, baseline]
        own = {"email": varying(_TO_EMAIL), "name": varying(_TO_NAME)}
        headers = {
            name: fixed(value) for name, value in shared_headers(kit, locale).items()
        }
        return json_line(
            {
                "key": varying(_KEY),
                "to": json_object(own),
                "from": fixed({"email": kit.sender.email, "name": kit.sender.name}),
                "subject": fixed(edition.email.subject),
                "html": laid_text(edition.email.html, HTML),
                "text": laid_text(edition.email.text, TEXT),
                "headers": json_object(
                    {**headers, REFERENCE_HEADER: varying(_REFERENCE)}
                ),
                "locale": fixed(locale),
                "version": fixed(kit.version),
                "reference": varying(_REFERENCE),
            }
        )
