"""What one run makes, fixed before the first message is: `plan.json`.

A run goes on later only where everything that decides its bytes is the same.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING
from typing import Any

from duenotice.mailing.canonical import canonical_json
from duenotice.mailing.canonical import digest_of
from duenotice.mailing.canonical import file_json
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
    "kit": "other words",
    "program": "another version of duenotice",
}
"""What is different, by the part of a plan in which two differ first."""


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

    rows: int
    """To be read."""

    partitions: int

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
            "rows": self.rows,
            "partitions": self.partitions,
        }

    @property
    def digest(self) -> str:
        """Give the digest by which a partition names the plan it belongs to."""
        return digest_of(canonical_json(self.data()))

    def file(self) -> bytes:
        """Write `plan.json`."""
        return file_json(self.data())

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Plan:
        """Take a plan from JSON values.

        Raises:
            KeyError: Something is missing.
            TypeError: Something is of another kind.
            ValueError: It is no plan that this program knows.
        """
        if data["schema"] != SCHEMA:
            raise ValueError(data["schema"])
        given = {name: data[name] for name in (*_NAMES, "rows", "partitions")}
        return cls(**{**given, "options": RunOptions.of(data["options"])})

    @classmethod
    def read(cls, data: bytes) -> Plan:
        """Read `plan.json`.

        Raises:
            KeyError: Something is missing.
            TypeError: Something is of another kind.
            ValueError: It is no plan that this program knows.
        """
        return cls.of(json.loads(data))

    def difference(self, other: Plan) -> str | None:
        """Say in what another plan differs; nothing where it is the same."""
        ours, theirs = self.data(), other.data()
        differing = (
            words for name, words in _NAMES.items() if ours[name] != theirs[name]
        )
        return next(differing, None)
