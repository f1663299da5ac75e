from __future__ import annotations

import json
import re

import pytest

import documents
from duenotice.mailing.member import Channel
from duenotice.mailing.messages.email_format import EmailFormat
from duenotice.mailing.messages.writers import writers_of
from message_kits import KEY
from message_kits import edition
from message_kits import kit
from message_kits import reader

PAGE = (documents.ROOT / "docs" / "reference" / "mailing.md").read_text("utf-8")


def listed(heading: str, table: int = 0) -> set[str]:
    """Give the fields that a table of a section lists."""
    tables = documents.section(PAGE, heading).split("| field | is |\n")[1:]
    rows = re.findall(r"^\|(.+?)\|", tables[table].partition("\n\n")[0], re.MULTILINE)
    return {field for row in rows for field in re.findall(r"`(\w+)`", row)}


@pytest.mark.parametrize(
    ("heading", "table", "channel", "form"),
    [
        ("## E-mails", 0, Channel.EMAIL, EmailFormat.JSON),
        ("## E-mails", 1, Channel.EMAIL, EmailFormat.MERGE),
        ("## Text messages", 0, Channel.SMS, EmailFormat.JSON),
        ("## Messages of an app", 0, Channel.APP, EmailFormat.JSON),
    ],
)
def test_fields(heading: str, table: int, channel: Channel, form: EmailFormat) -> None:
    """
    The fields of a message are those that the reference lists.
    """
    writer = writers_of(kit(), form)[channel]
    made = json.loads(writer.message(reader(), edition(), KEY))

    assert listed(heading, table) == set(made)
