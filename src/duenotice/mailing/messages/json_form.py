"""Lines of JSON with slots: what all messages of an edition share is encoded once.

Lines are in ASCII: nothing in a name can end one, or be read in two ways.
"""

from __future__ import annotations

import json
from json.encoder import encode_basestring_ascii as quoted
from typing import TYPE_CHECKING

from duenotice.mailing.messages.byte_form import ByteForm
from duenotice.mailing.messages.byte_form import slot_form

if TYPE_CHECKING:
    from collections.abc import Mapping

    from duenotice.render.messages.laid import Laid

_QUOTE = ByteForm.plain(b'"')


def json_inside(text: str) -> bytes:
    r"""Encode a text as it stands within the quotation marks of JSON.

    >>> json_inside('a "b" é')
    b'a \\"b\\" \\u00e9'
    """
    return quoted(text)[1:-1].encode("ascii")


def json_line(fields: Mapping[str, ByteForm]) -> ByteForm:
    """Give a line with an object on it."""
    return json_object(fields) + ByteForm.plain(b"\n")


def json_object(fields: Mapping[str, ByteForm]) -> ByteForm:
    """Give an object, its fields in their order."""
    made = ByteForm.plain(b"{")
    for at, (name, value) in enumerate(fields.items()):
        gap = ByteForm.plain(b"," if at else b"")
        made += gap + fixed(name) + ByteForm.plain(b":") + value
    return made + ByteForm.plain(b"}")


def fixed(value: object) -> ByteForm:
    """Give a value that is the same for all."""
    return ByteForm.plain(json.dumps(value, separators=(",", ":")).encode("ascii"))


def varying(slot: str) -> ByteForm:
    """Give a text that is each reader's own."""
    return _QUOTE + slot_form(slot) + _QUOTE


def laid_text(laid: Laid, part: str = "") -> ByteForm:
    """Give a text with slots; `part` is set before their names."""
    return _QUOTE + ByteForm.of(laid, json_inside, part) + _QUOTE
