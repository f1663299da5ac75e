"""What one run makes, fixed before the first message is: `plan.json`.

A run goes on later only where everything that decides its bytes is the same.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING
from typing import Any

from duenotice.mailing.canonical import NotAsWrittenError
from duenotice.mailing.canonical import as_written
from duenotice.mailing.canonical import canonical_json
from duenotice.mailing.canonical import count_of
from duenotice.mailing.canonical import digest_of
from duenotice.mailing.canonical import read_sealed
from duenotice.mailing.canonical import sealed_json
from duenotice.mailing.runs.options import RunOptions

if TYPE_CHECKING:
    from collections.abc import Mapping

SCHEMA = "duenotice/mailing-plan/1"

_NAMES = {
    "statement": "another statement",
    "version": "another version",
    "version_digest": "another state of the version",
    "input": "another file of members",
    "settings": "other settings",
    "suppressed": "another list of members not to write to",
    "options": "other options",
    "dated": "another day on the messages",
    "kit": "other words",
    "program": "another version of duenotice",
    "rows": "another number of members",
    "parcels": "members who are divided otherwise",
}
"""What is different, by the part of a plan in which two differ first."""

_TEXTS = (
    *("statement", "version", "version_digest", "kit", "input", "settings"),
    "program",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """All that decides what comes out."""

    statement: str
    version: str
    version_digest: str
    kit: str
    """Digest of the kit."""

    input: str
    """Digest of the file of members."""

    settings: str
    """Digest of `mailing.yaml`."""

    suppressed: str | None
    """Digest of the list of members who get nothing."""

    options: RunOptions
    program: str
    """The version of duenotice."""

    dated: dt.date
    """The day that is written on the messages."""

    rows: int
    """To be read."""

    parcels: tuple[str, ...]
    """Digests of the rows of each partition."""

    @property
    def partitions(self) -> int:
        """Count the partitions."""
        return len(self.parcels)

    def data(self) -> dict[str, object]:
        """Give it as JSON values."""
        return {
            "schema": SCHEMA,
            "statement": self.statement,
            "version": self.version,
            "version_digest": self.version_digest,
            "kit": self.kit,
            "input": self.input,
            "settings": self.settings,
            "suppressed": self.suppressed,
            "options": self.options.data(),
            "program": self.program,
            "dated": self.dated.isoformat(),
            "rows": self.rows,
            "partitions": self.partitions,
            "parcels": list(self.parcels),
        }

    @property
    def digest(self) -> str:
        """Give the digest by which a partition names the plan it belongs to."""
        return digest_of(canonical_json(self.data()))

    def file(self) -> bytes:
        """Write `plan.json`."""
        return sealed_json(self.data())

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Plan:
        """Take a plan from JSON values.

        Raises:
            NotAsWrittenError: It is no plan that this program knows.
        """
        with as_written():
            texts = {name: str(data[name]) for name in _TEXTS}
            suppressed = data["suppressed"]
            plan = cls(
                **texts,
                suppressed=None if suppressed is None else str(suppressed),
                options=RunOptions.of(data["options"]),
                dated=dt.date.fromisoformat(data["dated"]),
                rows=count_of(data["rows"]),
                parcels=tuple(map(str, data["parcels"])),
            )
            if plan.data() != data:
                raise NotAsWrittenError(SCHEMA)
            return plan

    @classmethod
    def read(cls, content: bytes) -> Plan:
        """Read `plan.json`.

        Raises:
            NotAsWrittenError: It is no plan that this program knows.
        """
        return cls.of(read_sealed(content, SCHEMA))

    def difference(self, other: Plan) -> str | None:
        """Say in what another plan differs; nothing where it is the same."""
        ours, theirs = self.data(), other.data()
        differing = (name for name in _NAMES if ours[name] != theirs[name])
        first = next(differing, None)
        if first == "options":
            return f"{_NAMES[first]}: {self.options.difference(other.options)}"
        return None if first is None else _NAMES[first]
