"""What one partition came to: the marker that is written when all its files are."""

from __future__ import annotations

import posixpath
from collections import Counter
from dataclasses import dataclass
from dataclasses import field
from typing import TYPE_CHECKING
from typing import Any

from duenotice.mailing.canonical import NotAsWrittenError
from duenotice.mailing.canonical import as_written
from duenotice.mailing.canonical import count_of
from duenotice.mailing.canonical import digest_of
from duenotice.mailing.canonical import read_sealed
from duenotice.mailing.canonical import sealed_json
from duenotice.mailing.member import Channel
from duenotice.mailing.runs import paths as run_paths

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
            NotAsWrittenError: It is none, or one outside the folder of a run.
        """
        with as_written():
            path, size = str(data["path"]), count_of(data["size"])
            if not _is_below(path):
                raise NotAsWrittenError(path)
            return cls(path=path, sha256=str(data["sha256"]), size=size)


def _is_below(path: str) -> bool:
    """Tell whether a path leads to a file in the folder that it is taken from."""
    is_plain = path == posixpath.normpath(path) and not path.startswith(("/", "."))
    return is_plain and "\\" not in path and ":" not in path


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

    without_text: Mapping[str, int] = field(default_factory=dict)
    """Of those made, whose rows ask for a language in which there is no text, by
    language."""

    large_print: int = 0
    """Letters that are in large print."""

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
            without_text=Counter(self.without_text) + Counter(other.without_text),
            large_print=self.large_print + other.large_print,
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
            "without_text": dict(self.without_text),
            "large_print": self.large_print,
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
            NotAsWrittenError: It is none, or the counts don't add up.
        """
        with as_written():
            tally = cls(
                made=count_of(data["made"]),
                rejected=_counts(data["rejected"]),
                suppressed=_counts(data["suppressed"]),
                listed=count_of(data["listed"]),
                listed_met=count_of(data["listed_met"]),
                without_text=_counts(data["without_text"]),
                large_print=count_of(data["large_print"]),
                messages={
                    _kind(one): count_of(one["count"]) for one in data["messages"]
                },
            )
            if tally.read != data["read"]:
                raise NotAsWrittenError
            return tally


def _counts(data: Mapping[str, Any]) -> dict[str, int]:
    return {str(code): count_of(count) for code, count in data.items()}


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

    @property
    def has_its_files(self) -> bool:
        """Tell whether there are files for all that is counted, and for nothing else.

        What is in them is another question.
        """
        tally = self.tally
        counted = {one.value for one in tally.by_channel()}
        counted |= {run_paths.REJECTS_FOLDER} if any(tally.rejected.values()) else set()
        counted |= (
            {run_paths.SUPPRESSED_FOLDER} if any(tally.suppressed.values()) else set()
        )
        return counted == {one.path.partition("/")[0] for one in self.files}

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
        return sealed_json(self.data())

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> PartitionRecord:
        """Take one from JSON values.

        Raises:
            NotAsWrittenError: It is no marker that this program knows.
        """
        with as_written():
            if data["schema"] != SCHEMA:
                raise NotAsWrittenError(SCHEMA)
            return cls(
                plan=str(data["plan"]),
                number=count_of(data["partition"]),
                tally=Tally.of(data),
                files=tuple(map(MadeFile.of, data["files"])),
            )

    @classmethod
    def read(cls, content: bytes) -> PartitionRecord:
        """Read a marker.

        Raises:
            NotAsWrittenError: It is no marker that this program knows.
        """
        return cls.of(read_sealed(content, SCHEMA))
