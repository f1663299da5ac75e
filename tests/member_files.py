"""Files of members for tests, and what becomes of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from duenotice.mailing.member import Channel
from duenotice.mailing.members.membership import Membership
from duenotice.mailing.members.membership import Offer
from duenotice.mailing.members.recipients import Recipients
from duenotice.mailing.members.row import Row
from duenotice.mailing.members.settings_file import parse_settings
from duenotice.mailing.storage import Storage

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Iterable
    from pathlib import Path

    from duenotice.mailing.member import Outcome
    from duenotice.mailing.members.settings import MailingSettings

SETTINGS = """\
sender: {name: Fernhill Library, email: privacy@fernhill.example}
columns:
  id: id
  name: name
  language: lang
  channels: by
  email: email
  phone: phone
  address: [street, "{city}, {state} {zip}", country]
  told_on: told
  since: since
languages: {ENG: en, CHI: zh-Hant}
channels: [email]
country_code: "1"
"""
GOOD = {
    "id": "M-1",
    "name": "Ana Lee",
    "lang": "es",
    "by": "email letter sms app",
    "email": "ana@fernhill.example",
    "phone": "(202) 555-0123",
    "street": "12 Elm Street",
    "city": "Fernhill",
    "state": "CA",
    "zip": "90000",
    "country": "USA",
    "told": "2025-01-02",
    "since": "2019-06-30",
}
COLUMNS = tuple(GOOD)
OFFER = Offer(
    locales=("en", "es", "zh-Hant"),
    source_locale="en",
    channels=tuple(Channel),
    dated=date(2026, 3, 2),
)


def is_refused(read: Callable[..., str], *given: str) -> bool:
    """Tell whether a text is none of its kind."""
    try:
        read(*given)
    except ValueError:
        return True
    return False


def mailing_settings(text: str = SETTINGS) -> MailingSettings:
    """Read settings without faults."""
    read, found = parse_settings(text.encode(), "mailing.yaml")
    assert () == found
    assert read is not None
    return read


def outcome(
    changed: dict[str, str], text: str = SETTINGS, offer: Offer = OFFER
) -> Outcome:
    """Say what becomes of a good row in which something was changed."""
    fields = tuple({**GOOD, **changed}.values())
    return Membership(mailing_settings(text), COLUMNS, offer).read(Row(1, fields))


def code(changed: dict[str, str], text: str = SETTINGS) -> str:
    """Give the code by which such a row is rejected or left out."""
    return getattr(outcome(changed, text), "code", "made")


def rows(path: Path, needed: Iterable[str] = ("id",)) -> list[Row]:
    """Read a file or a folder."""
    return list(Recipients(Storage(str(path)), tuple(needed)).rows())


def csv_rows(folder: Path, content: bytes) -> list[tuple[tuple[str, ...], str]]:
    """Read what stands in a CSV file: fields and faults."""
    path = folder / "members.csv"
    path.write_bytes(content)
    return [(row.fields, str(row.fault)) for row in rows(path)]
