"""Text messages as lines of JSON."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from duenotice.mailing.edition import GREETING
from duenotice.mailing.edition import NAME
from duenotice.mailing.edition import REFERENCE
from duenotice.mailing.keys import reference_of
from duenotice.mailing.messages.json_form import fixed
from duenotice.mailing.messages.json_form import json_inside
from duenotice.mailing.messages.json_form import json_line
from duenotice.mailing.messages.json_form import laid_text
from duenotice.mailing.messages.json_form import varying
from duenotice.mailing.messages.segments import segments

if TYPE_CHECKING:
    from duenotice.mailing.edition import Edition
    from duenotice.mailing.kit import Kit
    from duenotice.mailing.member import Member
    from duenotice.mailing.messages.byte_form import ByteForm
    from duenotice.mailing.messages.segments import Segments
    from duenotice.render.messages.laid import Laid

_KEY = "key"
_TO = "to"
_SAMPLE = reference_of("a" * 26)
"""Any reference takes as much room as any other."""


def sms_segments(edition: Edition) -> Segments:
    """Count the segments that each text message of an edition takes."""
    return laid_segments(edition.sms)


def laid_segments(sms: Laid) -> Segments:
    """Count the segments that a text message takes for each reader."""
    return segments(sms.fill({NAME: "", GREETING: "", REFERENCE: _SAMPLE}))


class SmsMessages:
    """Makes text messages of a kit."""

    def __init__(self, kit: Kit) -> None:
        """Take the kit."""
        self._kit = kit
        self._form = cache(self._make_form)

    def message(self, member: Member, edition: Edition, key: str) -> bytes:
        """Give a member's text message on one line."""
        values = {
            _KEY: key.encode(),
            _TO: json_inside(member.phone),
            REFERENCE: reference_of(key).encode(),
        }
        return self._form(edition.locale, edition.baseline).fill(values)

    def _make_form(self, locale: str, baseline: str) -> ByteForm:
        edition = self._kit.editions[locale, baseline]
        takes = sms_segments(edition)
        return json_line(
            {
                "key": varying(_KEY),
                "to": varying(_TO),
                "text": laid_text(edition.sms),
                "encoding": fixed(takes.encoding.value),
                "segments": fixed(takes.count),
                "locale": fixed(locale),
                "version": fixed(self._kit.version),
                "reference": varying(REFERENCE),
            }
        )
