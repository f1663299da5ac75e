from __future__ import annotations

import json

import pytest

from duenotice.mailing.kit import Sender
from duenotice.mailing.member import Channel
from duenotice.mailing.members.column_form import ColumnForm
from duenotice.mailing.members.settings_file import parse_settings
from duenotice.mailing.members.settings_schema import MAILING
from member_files import SETTINGS
from member_files import mailing_settings

LEAST = """\
sender: {name: Fernhill Library}
columns: {id: id}
"""


def faults(text: str) -> list[str]:
    """Read settings with faults: each as a terminal shows it."""
    read, found = parse_settings(text.encode(), "mailing.yaml")
    assert read is None
    return [str(one) for one in found]


class TestParse:
    """`parse_settings`."""

    def test_whole(self) -> None:
        """
        Settings have what the file says.
        """
        read = mailing_settings(SETTINGS + "select: {state: [CA, NV]}\n")

        assert (
            Sender(name="Fernhill Library", email="privacy@fernhill.example")
        ) == read.sender
        assert ColumnForm(("", ""), ("id",)) == read.columns.id
        assert {"ENG": "en", "CHI": "zh-Hant"} == read.languages
        assert (Channel.EMAIL,) == read.channels
        assert "1" == read.country_code
        assert {"state": ("CA", "NV")} == read.select

    def test_least(self) -> None:
        """
        A sender and the column of ids are enough.
        """
        read = mailing_settings(LEAST)

        assert ("id",) == read.needed
        assert () == read.channels

    def test_needed(self) -> None:
        """
        The file must have each column that is named, also within a form.
        """
        text = LEAST.replace("id: id", 'id: id, name: "{first} {last}"')
        text += "select: {plan: [gold]}\n"

        assert ("id", "first", "last", "plan") == mailing_settings(text).needed

    def test_unknown_key(self) -> None:
        """
        A misspelt key is told with its line, and with what was meant.
        """
        assert [
            (
                'mailing.yaml:2: error key-unknown: "emial" is not a key of "columns"\n'
                '  hint: Did you mean "email"? Keys allowed here: id, name, language, '
                "channels, email, phone, address, large_print, told_on, since."
            )
        ] == faults(LEAST.replace("id: id", "id: id, emial: email"))

    @pytest.mark.parametrize(
        ("text", "key"),
        [
            ('columns: {id: "{id"}', "columns.id"),
            ('columns: {id: "{}"}', "columns.id"),
            ('columns: {id: " "}', "columns.id"),
            ("columns: {id: id}\nchannels: [pigeon]", "channels"),
            ("columns: {id: id}\ncountry_code: +1", "country_code"),
            ("columns: {id: id}\nlanguages: {ENG: English}", "languages.ENG"),
        ],
    )
    def test_invalid(self, text: str, key: str) -> None:
        """
        A value that can't be used is told by its key.
        """
        (fault,) = faults(f"sender: {{name: Fernhill}}\n{text}\n")

        assert "value-invalid" in fault
        assert f'(key "{key}")' in fault

    def test_sender_address(self) -> None:
        """
        E-mails come from an address that can be answered.
        """
        (fault,) = faults(LEAST.replace("Library", "Library, email: privacy"))

        assert '"privacy" is not an e-mail address (key "sender.email")' in fault

    @pytest.mark.parametrize(
        ("channel", "column"),
        [("email", "email"), ("letter", "address"), ("sms", "phone")],
    )
    def test_channel_without_column(self, channel: str, column: str) -> None:
        """
        Nobody is told through a channel for which the file has no column.
        """
        assert [
            (
                "mailing.yaml: error mailing-column-missing: rows are told by "
                f'"{channel}", and "columns" has no "{column}"\n'
                f'  hint: Add "{column}" to "columns", or take "{channel}" out of '
                '"channels".'
            )
        ] == faults(f"{LEAST}channels: [{channel}]\n")

    def test_schema(self) -> None:
        """
        The schema says which keys there must be.
        """
        schema = json.loads(json.dumps(MAILING.json_schema()))

        assert ["sender", "columns"] == schema["required"]
        assert ["id"] == schema["properties"]["columns"]["required"]
