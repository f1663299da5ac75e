"""What the publishing branch knows about records: the forms that each had on it."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.store.git import RecordedForm

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from duenotice.store.version import StoredVersion

RecordHistory = Mapping[str, Sequence[RecordedForm]]
"""Each record's forms on the publishing branch, oldest first, by path."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordBook:
    """What the publishing branch knows about records."""

    history: RecordHistory
    read_object: Callable[[str], bytes]
    """Reads a former form of a record."""

    held: frozenset[str] = frozenset()
    """The records that files at this commit can't lack, unless they were taken away.

    What the history knows beyond them is newer than the commit: it is behind.
    """

    preview_day: date | None = None
    """Take each proposed version for one that is recorded on this day."""

    def forms(self, version: StoredVersion) -> Sequence[RecordedForm]:
        """Give the forms that a version's record had, oldest first."""
        return self.history.get(version.layout.record_file(version.label), ())


NO_HISTORY = RecordBook(history={}, read_object=lambda _: b"")
"""Of a tree without git: every record is proposed."""
