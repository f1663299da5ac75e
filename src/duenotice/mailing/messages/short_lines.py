"""Short messages as lines of JSON: text messages, and those of an organisation's app.

What readers of an edition share is encoded once; each reader's own are the key, the
reference, and where the message goes.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from duenotice.mailing.edition import REFERENCE
from duenotice.mailing.editions.sms import sms_segments
from duenotice.mailing.keys import reference_of
from duenotice.mailing.messages.json_form import fixed
from duenotice.mailing.messages.json_form import json_inside
from duenotice.mailing.messages.json_form import json_line
from duenotice.mailing.messages.json_form import laid_text
from duenotice.mailing.messages.json_form import varying

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Mapping

    from duenotice.mailing.edition import Edition
    from duenotice.mailing.kit import Kit
    from duenotice.mailing.member import Member
    from duenotice.mailing.messages.byte_form import ByteForm

_KEY = "key"
_GOES = "goes"
"""The slot for where a message goes."""


class ShortLines:
    """Makes the short messages of one channel."""

    def __init__(
        self,
        kit: Kit,
        fields: Callable[[Edition], Mapping[str, ByteForm]],
        goes: Callable[[Member], str],
    ) -> None:
        """Take the kit, what readers of an edition share, and where messages go."""
        self._kit = kit
        self._fields = fields
        self._goes = goes
        self._form = cache(self._make_form)

    def message(self, member: Member, edition: Edition, key: str) -> bytes:
        """Give a member's message on one line."""
        values = {
            _KEY: key.encode(),
            _GOES: json_inside(self._goes(member)),
            REFERENCE: reference_of(key).encode(),
        }
        return self._form(edition.locale, edition.baseline).fill(values)

    def _make_form(self, locale: str, baseline: str) -> ByteForm:
        return json_line(
            {
                "key": varying(_KEY),
                **self._fields(self._kit.editions[locale, baseline]),
                "locale": fixed(locale),
                "version": fixed(self._kit.version),
                "reference": varying(REFERENCE),
            }
        )


def sms_lines(kit: Kit) -> ShortLines:
    """Give what makes text messages."""
    return ShortLines(kit, _sms_fields, lambda member: member.phone)


def app_lines(kit: Kit) -> ShortLines:
    """Give what makes messages of an app."""
    return ShortLines(kit, _app_fields, lambda member: member.id)


def _sms_fields(edition: Edition) -> Mapping[str, ByteForm]:
    takes = sms_segments(edition)
    return {
        "to": varying(_GOES),
        "text": laid_text(edition.sms),
        "encoding": fixed(takes.encoding.value),
        "segments": fixed(takes.count),
    }


def _app_fields(edition: Edition) -> Mapping[str, ByteForm]:
    app = edition.app
    return {
        "member": varying(_GOES),
        "title": fixed(app.title),
        "body": fixed(app.body),
        "link": fixed(app.link),
    }
