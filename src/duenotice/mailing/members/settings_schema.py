"""What `mailing.yaml` may hold."""

from __future__ import annotations

from duenotice.mailing.member import Channel
from duenotice.mailing.members.column_form import ColumnForm
from duenotice.mailing.members.email_address import email_address
from duenotice.parse import scalars
from duenotice.parse.scalars import ConvertedKind
from duenotice.parse.scalars import TextKind
from duenotice.parse.schema import Key
from duenotice.parse.schema import KeysKind
from duenotice.parse.schema import ListKind
from duenotice.parse.schema import MapKind

_COLUMN = ConvertedKind(
    'the name of a column, or a form with names in braces such as "{city}, {state}"',
    ColumnForm.parse,
    {
        "type": "string",
        "pattern": r"^(?:[^{}]*[^{}\s][^{}]*|[^{}]*(?:\{[^{}]+\}[^{}]*)+)$",
    },
)
_EMAIL = ConvertedKind(
    "an e-mail address", email_address, {"type": "string", "format": "email"}
)

_SENDER = KeysKind(
    '"sender"',
    (
        Key("name", scalars.text(), "whom messages come from", required=True),
        Key("email", _EMAIL, "the address that e-mails come from"),
        Key(
            "address",
            ListKind(scalars.text(), 1),
            "the lines of the address to which a letter returns",
        ),
    ),
)
_COLUMNS = KeysKind(
    '"columns"',
    (
        Key("id", _COLUMN, "what tells one member from all others", required=True),
        Key("name", _COLUMN, "the name, as it stands on an envelope"),
        Key("language", _COLUMN, "a language tag, or a code listed in `languages`"),
        Key("channels", _COLUMN, 'such as "email letter"'),
        Key("email", _COLUMN, "the e-mail address"),
        Key("phone", _COLUMN, "the number for text messages"),
        Key("address", ListKind(_COLUMN, 1), "the lines of the address below the name"),
        Key("large_print", _COLUMN, "whether letters to the member are in large print"),
        Key("told_on", _COLUMN, "the day of the last notice that reached the member"),
        Key("since", _COLUMN, "the day on which the member joined"),
    ),
)

MAILING = KeysKind(
    "mailing.yaml",
    (
        Key("sender", _SENDER, "whom messages come from", required=True),
        Key("columns", _COLUMNS, "where each fact stands in a row", required=True),
        Key(
            "languages",
            MapKind(r"\S(?:.*\S)?", "a code of the file", scalars.locale()),
            "the locale for each code of the file that is no language tag",
        ),
        Key(
            "channels",
            ListKind(scalars.choice(*Channel), 1),
            "the channels of rows that name none",
        ),
        Key(
            "country_code",
            TextKind(
                'the digits of a country\'s code, such as "1"', r"[1-9][0-9]{0,2}"
            ),
            "for phone numbers without one",
        ),
        Key(
            "select",
            MapKind(
                r"(?s:.*\S.*)", "the name of a column", ListKind(scalars.text(), 1)
            ),
            "only rows with one of these values in each of these columns are told",
        ),
    ),
)
