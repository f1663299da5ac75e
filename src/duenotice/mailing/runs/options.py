"""How messages are to be made: what the command line says beside the files."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field
from typing import TYPE_CHECKING
from typing import Any

from duenotice.mailing.member import Channel
from duenotice.mailing.members.splitting import Cut
from duenotice.mailing.messages.email_format import EmailFormat

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAMES = {
    "channels": "--channel",
    "email_format": "--email-format",
    "large_print": "--large-print",
    "limit": "--limit",
    "sample": "--sample",
    "partition_size": "--partition-size",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOptions:
    """What decides, beside the files, which bytes come out."""

    channels: tuple[Channel, ...] = tuple(Channel)
    """Only messages of these are made."""

    email_format: EmailFormat = EmailFormat.JSON
    large_print: bool = False
    """Letters in large print."""

    cut: Cut = field(default_factory=Cut)

    @property
    def is_trial(self) -> bool:
        """Tell whether only some of the members are told."""
        return self.cut.limit is not None or self.cut.sample is not None

    def data(self) -> dict[str, object]:
        """Give them as JSON values."""
        return {
            "channels": [one.value for one in self.channels],
            "email_format": self.email_format.value,
            "large_print": self.large_print,
            "limit": self.cut.limit,
            "sample": self.cut.sample,
            "partition_size": self.cut.partition_size,
        }

    def difference(self, other: RunOptions) -> str:
        """Say which options differ, by their names on the command line."""
        ours, theirs = self.data(), other.data()
        return ", ".join(
            f"{_NAMES[name]} {_told(ours[name])} instead of {_told(theirs[name])}"
            for name in ours
            if ours[name] != theirs[name]
        )

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> RunOptions:
        """Read them from JSON values.

        Raises:
            KeyError: One is missing.
            ValueError: One is of no use.
        """
        return cls(
            channels=tuple(Channel(one) for one in data["channels"]),
            email_format=EmailFormat(data["email_format"]),
            large_print=bool(data["large_print"]),
            cut=Cut(
                limit=data["limit"],
                sample=data["sample"],
                partition_size=data["partition_size"],
            ),
        )


def _told(value: object) -> str:
    match value:
        case None:
            return "none"
        case bool():
            return "yes" if value else "no"
        case list():
            return " ".join(map(str, value))
        case _:
            return str(value)
