"""Messages of an organisation's own app as lines of JSON."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from duenotice.mailing.edition import REFERENCE
from duenotice.mailing.keys import reference_of
from duenotice.mailing.messages.json_form import fixed
from duenotice.mailing.messages.json_form import json_inside
from duenotice.mailing.messages.json_form import json_line
from duenotice.mailing.messages.json_form import varying

if TYPE_CHECKING:
    from duenotice.mailing.edition import Edition
    from duenotice.mailing.kit import Kit
    from duenotice.mailing.member import Member
    from duenotice.mailing.messages.byte_form import ByteForm

_KEY = "key"
_MEMBER = "member"


class AppMessages:
    """Makes messages of a kit."""

    def __init__(self, kit: Kit) -> None:
        """Take the kit."""
        self._kit = kit
        self._form = cache(self._make_form)

    def message(self, member: Member, edition: Edition, key: str) -> bytes:
        """Give a member's message on one line."""
        values = {
            _KEY: key.encode(),
            _MEMBER: json_inside(member.id),
            REFERENCE: reference_of(key).encode(),
        }
        return self._form(edition.locale, edition.baseline).fill(values)

    def _make_form(self, locale: str, baseline: str) -> ByteForm:
        app = self._kit.editions[locale, baseline].app
        return json_line(
            {
                "key": varying(_KEY),
                "member": varying(_MEMBER),
                "title": fixed(app.title),
                "body": fixed(app.body),
                "link": fixed(app.link),
                "locale": fixed(locale),
                "version": fixed(self._kit.version),
                "reference": varying(REFERENCE),
            }
        )
