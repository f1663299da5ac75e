"""What one partition came to: the marker that is written when all its files are."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from dataclasses import field
from typing import TYPE_CHECKING
from typing import Any

from duenotice.mailing.canonical import digest_of
from duenotice.mailing.canonical import file_json
from duenotice.mailing.member import Channel

if TYPE_CHECKING:
    from collections.abc import Mapping

SCHEMA = "duenotice/mailing-partition/1"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Kind:
    """Messages that are the same but for whom they are made for."""

    channel: Channel
    locale: str
    baseline: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeFile:
    """A file and what it must be."""

    path: str
    sha256: str
    size: int

    @classmethod
    def made_of(cls, path: str, content: bytes) -> MadeFile:
        """Describe a file by what was written into it."""
        return cls(path=path, sha256=digest_of(content), size=len(content))

    def data(self) -> dict[str, object]:
        """Give it as JSON values."""
        return {"path": self.path, "sha256": self.sha256, "size": self.size}

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> MadeFile:
        """Take one from JSON values.

        Raises:
            KeyError: Something is missing.
        """
        return cls(path=data["path"], sha256=data["sha256"], size=data["size"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What rows came to; each is exactly one of made, rejected and suppressed."""

    made: int = 0
    rejected: Mapping[str, int] = field(default_factory=dict)
    """By the code of the reason."""

    suppressed: Mapping[str, int] = field(default_factory=dict)
    """By the code of the reason."""

    listed: int = 0
    """How many ids there are on the list of whom not to write to."""

    listed_met: int = 0
    """How many of these ids stand in the file of members."""

    without_text: int = 0
    """Of those made, whose rows ask for a language in which there is no text."""

    messages: Mapping[Kind, int] = field(default_factory=dict)

    @property
    def read(self) -> int:
        """Count all rows."""
        left_out = (*self.rejected.values(), *self.suppressed.values())
        return self.made + sum(left_out)

    def __add__(self, other: Tally) -> Tally:
        """Count both together."""
        return Tally(
            made=self.made + other.made,
            rejected=Counter(self.rejected) + Counter(other.rejected),
            suppressed=Counter(self.suppressed) + Counter(other.suppressed),
            listed=self.listed + other.listed,
            listed_met=self.listed_met + other.listed_met,
            without_text=self.without_text + other.without_text,
            messages=Counter(self.messages) + Counter(other.messages),
        )

    def by_channel(self) -> dict[Channel, int]:
        """Count messages by channel, in the order of channels."""
        counts: Counter[Channel] = Counter()
        for kind, count in self.messages.items():
            counts[kind.channel] += count
        return {one: counts[one] for one in Channel if counts[one]}

    def data(self) -> dict[str, object]:
        """Give it as JSON values."""
        return {
            "read": self.read,
            "made": self.made,
            "rejected": dict(self.rejected),
            "suppressed": dict(self.suppressed),
            "listed": self.listed,
            "listed_met": self.listed_met,
            "without_text": self.without_text,
            "messages": [
                {
                    "channel": kind.channel.value,
                    "locale": kind.locale,
                    "baseline": kind.baseline,
                    "count": count,
                }
                for kind, count in sorted(self.messages.items())
            ],
        }

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Tally:
        """Take one from JSON values.

        Raises:
            KeyError: Something is missing.
            TypeError: Something is of another kind.
            ValueError: The counts don't add up.
        """
        tally = cls(
            made=int(data["made"]),
            rejected={str(code): int(n) for code, n in data["rejected"].items()},
            suppressed={str(code): int(n) for code, n in data["suppressed"].items()},
            listed=int(data["listed"]),
            listed_met=int(data["listed_met"]),
            without_text=int(data["without_text"]),
            messages={_kind(one): int(one["count"]) for one in data["messages"]},
        )
        if tally.read != data["read"]:
            raise ValueError(data["read"])
        return tally


def _kind(data: Mapping[str, Any]) -> Kind:
    return Kind(
        channel=Channel(data["channel"]),
        locale=str(data["locale"]),
        baseline=str(data["baseline"]),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PartitionRecord:
    """A partition that is made."""

    plan: str
    """Digest of the plan."""

    number: int
    tally: Tally
    files: tuple[MadeFile, ...]

    def data(self) -> dict[str, object]:
        """Give it as JSON values."""
        return {
            "schema": SCHEMA,
            "plan": self.plan,
            "partition": self.number,
            **self.tally.data(),
            "files": [one.data() for one in self.files],
        }

    def file(self) -> bytes:
        """Write the marker."""
        return file_json(self.data())

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> PartitionRecord:
        """Take one from JSON values.

        Raises:
            KeyError: Something is missing.
            TypeError: Something is of another kind.
            ValueError: It is no marker that this program knows.
        """
        if data["schema"] != SCHEMA:
            raise ValueError(data["schema"])
        return cls(
            plan=str(data["plan"]),
            number=int(data["partition"]),
            tally=Tally.of(data),
            files=tuple(map(MadeFile.of, data["files"])),
        )

    @classmethod
    def read(cls, data: bytes) -> PartitionRecord:
        """Read a marker.

        Raises:
            KeyError: Something is missing.
            TypeError: Something is of another kind.
            ValueError: It is no marker that this program knows.
        """
        return cls.of(json.loads(data))
