"""Why a row is rejected, and what to do: codes that stay, in words that name nobody."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.mailing.member import Rejection

if TYPE_CHECKING:
    from duenotice.mailing.members.row import Row


REJECT_COLUMNS = ("reject_row", "reject_code", "reject_reason", "reject_hint")
"""What the program adds to a row among the rejects, before the row's own columns."""


class Code(enum.StrEnum):
    """Why no message can be made of a row."""

    ROW_FIELDS = "row-fields"
    ROW_QUOTE = "row-quote"
    ROW_ENCODING = "row-encoding"
    ROW_NUL = "row-nul"
    ROW_TOO_LONG = "row-too-long"
    NO_ID = "no-id"
    ID_TOO_LONG = "id-too-long"
    ID_CHARACTERS = "id-characters"
    DUPLICATE_DIFFERS = "duplicate-differs"
    DUPLICATE_OF_REJECTED = "duplicate-of-rejected"
    NO_NAME = "no-name"
    NAME_TOO_LONG = "name-too-long"
    NAME_CHARACTERS = "name-characters"
    NAME_LINK = "name-link"
    NO_CHANNEL = "no-channel"
    CHANNEL_UNKNOWN = "channel-unknown"
    NO_EMAIL = "no-email"
    EMAIL_INVALID = "email-invalid"
    NO_PHONE = "no-phone"
    PHONE_INVALID = "phone-invalid"
    NO_ADDRESS = "no-address"
    ADDRESS_LINES = "address-lines"
    ADDRESS_TOO_LONG = "address-too-long"
    ADDRESS_TOO_TALL = "address-too-tall"
    ADDRESS_CHARACTERS = "address-characters"
    TOLD_ON_INVALID = "told-on-invalid"
    SINCE_INVALID = "since-invalid"
    NO_GLYPH = "no-glyph"
    LARGE_PRINT_UNKNOWN = "large-print-unknown"


@dataclass(frozen=True, slots=True)
class Reason:
    """What is wrong with a row, and what to do about it."""

    reason: str
    hint: str


_UNSEEN = (
    "control characters, marks of direction or the like",
    "Type it anew, or write it out of its source in UTF-8.",
)

REASONS: dict[str, Reason] = {
    Code.ROW_FIELDS: Reason(
        "the row has more or fewer fields than there are columns",
        "Put fields that hold the separator in quotes.",
    ),
    Code.ROW_QUOTE: Reason(
        "a quote in the row isn't closed, or stands in the middle of a field",
        "Close it, and write a quote within quotes twice.",
    ),
    Code.ROW_ENCODING: Reason("the row isn't UTF-8", "Write the file as UTF-8."),
    Code.ROW_NUL: Reason(
        "the row holds a NUL byte", "Write the file out of its source again."
    ),
    Code.ROW_TOO_LONG: Reason(
        "a field of the row has more than 65,536 characters",
        "Look for a quote that isn't closed.",
    ),
    Code.NO_ID: Reason(
        "the row has no id, or a part of it is empty", "Give each member an id."
    ),
    Code.DUPLICATE_DIFFERS: Reason(
        "a row above has the same id, and other facts",
        "Make one row of them: with all channels in it, or with the facts that hold.",
    ),
    Code.DUPLICATE_OF_REJECTED: Reason(
        "the row is the same as one above of which no letter could be printed",
        "Mend that one, and take this one out.",
    ),
    Code.ID_TOO_LONG: Reason(
        "the id has more than 200 characters", "Check which column holds the id."
    ),
    Code.ID_CHARACTERS: Reason(f"the id holds {_UNSEEN[0]}", _UNSEEN[1]),
    Code.NO_NAME: Reason(
        "a letter needs a name, and the row has none",
        "Add the name, or choose another channel.",
    ),
    Code.NAME_TOO_LONG: Reason(
        "the name has more than 100 characters", "Check which column holds the name."
    ),
    Code.NAME_CHARACTERS: Reason(f"the name holds {_UNSEEN[0]}", _UNSEEN[1]),
    Code.NAME_LINK: Reason(
        "the name holds the address of a web page",
        "Find out who wrote it there; a message of yours would lead to it.",
    ),
    Code.NO_CHANNEL: Reason(
        "the row names no channel, and the settings have none for such rows",
        'Add "channels" to the settings, or name one in the row.',
    ),
    Code.CHANNEL_UNKNOWN: Reason(
        "the row names a channel that there isn't",
        "Channels are email, letter, sms and app.",
    ),
    Code.NO_EMAIL: Reason(
        "the row has no e-mail address", "Add it, or choose another channel."
    ),
    Code.EMAIL_INVALID: Reason(
        "the e-mail address is none, or one that not every service takes",
        "Correct it, or choose another channel.",
    ),
    Code.NO_PHONE: Reason("the row has no phone number", "Add it, or another channel."),
    Code.PHONE_INVALID: Reason(
        "the phone number is none, or nothing says whether it has a country code",
        'Write it with + and the code, or set "country_code" in the settings.',
    ),
    Code.NO_ADDRESS: Reason(
        "a letter needs an address of at least two lines",
        "Add it, or choose another channel.",
    ),
    Code.ADDRESS_LINES: Reason(
        "the address has more than seven lines", "Join some of its lines."
    ),
    Code.ADDRESS_TOO_LONG: Reason(
        "a line of the address is too long for an envelope's window",
        "Put it on two lines.",
    ),
    Code.ADDRESS_TOO_TALL: Reason(
        "the address has more lines than an envelope's window shows",
        "Join some of its lines, or take out what the post doesn't need.",
    ),
    Code.ADDRESS_CHARACTERS: Reason(f"the address holds {_UNSEEN[0]}", _UNSEEN[1]),
    Code.TOLD_ON_INVALID: Reason(
        "the day of the last notice is no date in the form 2026-11-24, or is to come",
        "Correct it, or leave it empty.",
    ),
    Code.SINCE_INVALID: Reason(
        "the day of joining is no date in the form 2026-11-24, or is to come",
        "Correct it, or leave it empty.",
    ),
    Code.NO_GLYPH: Reason(
        "no font of this machine has all the letters of the name or the address",
        "Install a font that has them, or choose another channel.",
    ),
    Code.LARGE_PRINT_UNKNOWN: Reason(
        "what says whether the member needs large print is neither yes nor no",
        "Write yes or no; an empty cell is no.",
    ),
}


def reject(row: Row, member_id: str, code: str, *others: str) -> Rejection:
    """Say that no message can be made of a row, for the documented reasons."""
    why = REASONS[code]
    also = f"; also {', '.join(others)}" if others else ""
    return Rejection(
        row=row.number,
        id=member_id,
        code=code,
        reason=f"{why.reason}{also}",
        hint=why.hint,
        fields=row.fields,
    )
