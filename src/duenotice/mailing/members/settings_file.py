"""`mailing.yaml`: how a file of members is read, and whom messages come from.

```yaml
sender: {name: Alder Valley Privacy Office, email: privacy@alder.example}
columns:
  id: member_id
  name: "{first} {last}"
  email: email
languages: {ENG: en, SPA: es}
channels: [email]
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from typing import Any

from duenotice.mailing.kit import Sender
from duenotice.mailing.member import Channel
from duenotice.mailing.members.settings import Columns
from duenotice.mailing.members.settings import MailingSettings
from duenotice.mailing.members.settings_schema import MAILING
from duenotice.parse.bytes_text import decode_text
from duenotice.parse.report import Report
from duenotice.parse.schema import read_keys

if TYPE_CHECKING:
    from duenotice.diagnostics import Diagnostic

_COLUMN_OF = {
    Channel.EMAIL: "email",
    Channel.LETTER: "address",
    Channel.SMS: "phone",
}
"""The column without which a channel reaches nobody."""


def parse_settings(
    data: bytes, path: str
) -> tuple[MailingSettings | None, tuple[Diagnostic, ...]]:
    """Read `mailing.yaml`: the settings, or nothing and the reasons why."""
    report = Report(path)
    text = decode_text(data, report)
    values = None if text is None else read_keys(text, MAILING, report)
    if values is None:
        return None, tuple(report.diagnostics)
    settings = _settings(values)
    before = len(report.diagnostics)
    _check(settings, report)
    found = tuple(report.diagnostics)
    return (settings if len(found) == before else None), found


def _settings(values: dict[str, Any]) -> MailingSettings:
    chosen = set(values.pop("channels", ()))
    return MailingSettings(
        sender=Sender(**values.pop("sender")),
        columns=Columns(**values.pop("columns")),
        channels=tuple(one for one in Channel if one.value in chosen),
        **values,
    )


def _check(settings: MailingSettings, report: Report) -> None:
    for channel in settings.channels:
        column = _COLUMN_OF.get(channel)
        if column is not None and not getattr(settings.columns, column):
            report.error(
                "mailing-column-missing",
                f'rows are told by "{channel}", and "columns" has no "{column}"',
                None,
                f'Add "{column}" to "columns", or take "{channel}" out of "channels".',
            )
