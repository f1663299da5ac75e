"""What a whole run came to: `run.json`, which stands for all its files as proof."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING
from typing import Any

from duenotice.mailing.canonical import canonical_json
from duenotice.mailing.canonical import digest_of
from duenotice.mailing.canonical import file_json
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

    dated: dt.date
    """The day that is written on the messages."""

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
        data = self._data()
        return file_json({**data, "digest": digest_of(canonical_json(data))})

    def _data(self) -> dict[str, object]:
        return {
            "schema": SCHEMA,
            "plan": self.plan.data(),
            "templates": dict(self.templates),
            "dated": self.dated.isoformat(),
            "approved_by": self.approved_by,
            "by": self.by,
            "counts": self.tally.data(),
            "partitions": [one.data() for one in self.partitions],
            "files": [one.data() for one in self.files],
        }

    @classmethod
    def read(cls, data: bytes) -> RunRecord:
        """Read `run.json`.

        Raises:
            KeyError: Something is missing.
            TypeError: Something is of another kind.
            ValueError: It is no record that this program knows, or was changed.
        """
        values: dict[str, Any] = json.loads(data)
        if values["schema"] != SCHEMA:
            raise ValueError(values["schema"])
        stated = values.pop("digest")
        if stated != digest_of(canonical_json(values)):
            raise ValueError(stated)
        record = cls(
            plan=Plan.of(values["plan"]),
            templates=values["templates"],
            dated=dt.date.fromisoformat(values["dated"]),
            approved_by=values["approved_by"],
            by=values["by"],
            partitions=tuple(map(PartitionRecord.of, values["partitions"])),
            files=tuple(map(MadeFile.of, values["files"])),
        )
        if record.tally.data() != values["counts"]:
            raise ValueError(values["counts"])
        return record
