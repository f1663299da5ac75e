from __future__ import annotations

import re
from typing import TYPE_CHECKING

import documents
from duenotice.mailing.members.rejection_reasons import REASONS
from duenotice.mailing.members.settings_file import parse_settings
from duenotice.mailing.members.settings_schema import MAILING
from duenotice.parse.schema import KeysKind

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = (documents.ROOT / "docs" / "reference" / "mailing.md").read_text("utf-8")


def keys(kind: KeysKind) -> Iterator[str]:
    """Give the keys of a schema, those below others with their whole names."""
    for key in kind.keys:
        if isinstance(key.kind, KeysKind):
            yield from (f"{key.name}.{one}" for one in keys(key.kind))
        else:
            yield key.name


def test_settings() -> None:
    """
    The settings that are shown can be read.
    """
    text = documents.section(PAGE, "## The settings file")
    shown = text.partition("```yaml\n")[2].partition("```")[0]

    assert () == parse_settings(shown.encode(), "mailing.yaml")[1]


def test_keys() -> None:
    """
    Each key of the settings is explained.
    """
    rows = documents.table_rows(documents.section(PAGE, "## The settings file"))

    assert list(keys(MAILING)) == [row[0].strip("`") for row in rows]


def test_reasons() -> None:
    """
    Each reason for a rejection is listed with its code, in the program's words.
    """
    text = documents.section(PAGE, "## Rejects")

    shown = re.findall(r"^\| `([\w-]+)` \| (.+) \| (.+) \|$", text, re.MULTILINE)
    expected = [(code, one.reason, one.hint) for code, one in REASONS.items()]
    assert expected == shown
