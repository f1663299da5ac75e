"""What makes the message of one member: bytes, as one who sends them takes them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from typing import Protocol

from duenotice.mailing.member import Channel
from duenotice.mailing.messages.email_format import EmailFormat
from duenotice.mailing.messages.email_json import JsonEmails
from duenotice.mailing.messages.email_merge import MergeEmails
from duenotice.mailing.messages.eml import EmlMails
from duenotice.mailing.messages.short_lines import app_lines
from duenotice.mailing.messages.short_lines import sms_lines

if TYPE_CHECKING:
    from collections.abc import Mapping

    from duenotice.mailing.edition import Edition
    from duenotice.mailing.kit import Kit
    from duenotice.mailing.member import Member


class Writer(Protocol):
    """Makes the messages of one channel; what members share is encoded once."""

    def message(self, member: Member, edition: Edition, key: str) -> bytes:
        """Give a member's message: a line of JSON with its end, or a whole `.eml`."""


def writers_of(kit: Kit, email_format: EmailFormat) -> Mapping[Channel, Writer]:
    """Give the writers of all channels but letters, which are printed."""
    return {
        Channel.EMAIL: email_writer(kit, email_format),
        Channel.SMS: sms_lines(kit),
        Channel.APP: app_lines(kit),
    }


def email_writer(kit: Kit, form: EmailFormat) -> Writer:
    """Give the writer of e-mails in a form."""
    match form:
        case EmailFormat.JSON:
            return JsonEmails(kit)
        case EmailFormat.MERGE:
            return MergeEmails()
        case EmailFormat.EML:
            return EmlMails(kit)
