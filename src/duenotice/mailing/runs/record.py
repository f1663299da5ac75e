"""What a whole run came to: `run.json`, which stands for all its files as proof."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.mailing.canonical import NotAsWrittenError
from duenotice.mailing.canonical import as_written
from duenotice.mailing.canonical import read_sealed
from duenotice.mailing.canonical import sealed_json
from duenotice.mailing.runs.partition_record import MadeFile
from duenotice.mailing.runs.partition_record import PartitionRecord
from duenotice.mailing.runs.partition_record import Tally
from duenotice.mailing.runs.plan import Plan

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping

SCHEMA = "duenotice/mailing-run/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRecord:
    """A run that is complete."""

    plan: Plan
    templates: Mapping[str, str]
    """The SHA-256 of each template in use, by its name."""

    approved_by: str
    """Who approved the notice."""

    by: str | None
    """Who made the messages."""

    partitions: tuple[PartitionRecord, ...]
    files: tuple[MadeFile, ...]
    """Those that belong to no partition."""

    @property
    def tally(self) -> Tally:
        """Count all partitions together."""
        return sum((one.tally for one in self.partitions), Tally())

    def all_files(self) -> Iterator[MadeFile]:
        """Give every file of the run but the record itself."""
        yield from self.files
        for one in self.partitions:
            yield from one.files

    def file(self) -> bytes:
        """Write `run.json`; the digest is of the canonical JSON of all the rest."""
        return sealed_json(self.data())

    def data(self) -> dict[str, object]:
        """Give it as JSON values."""
        return {
            "schema": SCHEMA,
            "plan": self.plan.data(),
            "templates": dict(self.templates),
            "approved_by": self.approved_by,
            "by": self.by,
            "counts": self.tally.data(),
            "partitions": [one.data() for one in self.partitions],
            "files": [one.data() for one in self.files],
        }

    @classmethod
    def read(cls, content: bytes) -> RunRecord:
        """Read `run.json`.

        Raises:
            NotAsWrittenError: It is no record that this program knows.
        """
        data = read_sealed(content, SCHEMA)
        with as_written():
            by = data["by"]
            record = cls(
                plan=Plan.of(data["plan"]),
                templates={str(k): str(v) for k, v in data["templates"].items()},
                approved_by=str(data["approved_by"]),
                by=None if by is None else str(by),
                partitions=tuple(map(PartitionRecord.of, data["partitions"])),
                files=tuple(map(MadeFile.of, data["files"])),
            )
            if record.data() != data:
                raise NotAsWrittenError(SCHEMA)
            return record
