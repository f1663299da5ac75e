"""Whole e-mails as mail programs store and send them: RFC 5322 and MIME."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import TYPE_CHECKING

from duenotice.mailing.edition import REFERENCE
from duenotice.mailing.keys import reference_of
from duenotice.mailing.messages.byte_form import ByteForm
from duenotice.mailing.messages.byte_form import slot_form
from duenotice.mailing.messages.email_values import HTML
from duenotice.mailing.messages.email_values import TEXT
from duenotice.mailing.messages.email_values import email_values
from duenotice.mailing.messages.mail_headers import REFERENCE_HEADER
from duenotice.mailing.messages.mail_headers import header_text
from duenotice.mailing.messages.mail_headers import mail_date
from duenotice.mailing.messages.mail_headers import mailbox
from duenotice.mailing.messages.mail_headers import message_id_end
from duenotice.mailing.messages.mail_headers import shared_headers
from duenotice.mailing.messages.quoted_printable import qp
from duenotice.mailing.messages.quoted_printable import qp_piece

if TYPE_CHECKING:
    from duenotice.mailing.edition import Edition
    from duenotice.mailing.kit import Kit
    from duenotice.mailing.member import Member
    from duenotice.render.messages.laid import Laid

_KEY = "key"
_TO = "to"
_REFERENCE = REFERENCE


class EmlMails:
    """Makes e-mails of a kit."""

    def __init__(self, kit: Kit) -> None:
        """Take the kit."""
        self._kit = kit
        self._form = cache(self._make_form)

    def message(self, member: Member, edition: Edition, key: str) -> bytes:
        """Give a member's e-mail, from the first header to the last line."""
        values = email_values(member, edition, key, qp_piece)
        values[_KEY] = key.encode()
        values[_TO] = mailbox(member.name, member.email).encode("ascii")
        values[_REFERENCE] = reference_of(key).encode()
        return self._form(edition.locale, edition.baseline).fill(values)

    def _make_form(self, locale: str, baseline: str) -> ByteForm:
        email = self._kit.editions[locale, baseline].email
        boundary = _boundary(email.text, email.html)
        edge = ByteForm.plain(f"\r\n--{boundary}".encode())
        return (
            self._headers(locale, email.subject, boundary)
            + edge
            + _part("plain", email.text, TEXT)
            + edge
            + _part("html", email.html, HTML)
            + edge
            + ByteForm.plain(b"--\r\n")
        )

    def _headers(self, locale: str, subject: str, boundary: str) -> ByteForm:
        kit = self._kit
        sender = mailbox(kit.sender.name, kit.sender.email)
        fixed = {
            "Subject": header_text(subject),
            "Date": mail_date(kit.dated),
            "MIME-Version": "1.0",
            **shared_headers(kit, locale),
            "Content-Type": f'multipart/alternative;\r\n boundary="{boundary}"',
        }
        made = _header("From", ByteForm.plain(sender.encode("ascii")))
        made += _header("To", slot_form(_TO))
        end = ByteForm.plain(f"{message_id_end(kit)}>".encode())
        made += _header("Message-ID", ByteForm.plain(b"<") + slot_form(_KEY) + end)
        made += _header(REFERENCE_HEADER, slot_form(_REFERENCE))
        for name, value in fixed.items():
            made += _header(name, ByteForm.plain(value.encode("ascii")))
        return made


def _header(name: str, value: ByteForm) -> ByteForm:
    return ByteForm.plain(f"{name}: ".encode()) + value + ByteForm.plain(b"\r\n")


def _part(kind: str, laid: Laid, part: str) -> ByteForm:
    head = (
        f"\r\nContent-Type: text/{kind}; charset=utf-8\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
    )
    body = ByteForm(
        pieces=(*map(qp_piece, laid.pieces[:-1]), qp(laid.pieces[-1])),
        slots=tuple(f"{part}{one}" for one in laid.slots),
    )
    return ByteForm.plain(head.encode()) + body


def _boundary(*texts: Laid) -> str:
    """Give what stands between the parts: `=_` is never in quoted-printable."""
    shared = "".join(piece for text in texts for piece in text.pieces)
    return f"=_{hashlib.sha256(shared.encode()).hexdigest()[:32]}"
