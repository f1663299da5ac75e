"""On which days the publishing branch held a version's files, and lost them.

What a record says of its texts counts from when the branch held them as well.
"""

from __future__ import annotations

from datetime import UTC
from datetime import datetime
from typing import TYPE_CHECKING

from duenotice.parse.record_file import content_sha256

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from zoneinfo import ZoneInfo

    from duenotice.store.dating import RecordBook
    from duenotice.store.git import RecordedForm
    from duenotice.store.version import StoredVersion


def day_of(form: RecordedForm, zone: ZoneInfo) -> date:
    """Give the day on which a commit was made, where a version's days begin."""
    return datetime.fromtimestamp(form.committed_at, UTC).astimezone(zone).date()


def file_days(
    version: StoredVersion, book: RecordBook, zone: ZoneInfo
) -> Iterator[date]:
    """Give the days on which the files in a version's own folder were first there.

    A file counts from when it had the bytes that the record names. One that never had
    them is a fault, and has no day.
    """
    for path, sha256 in version.own_files():
        forms = [one for one in book.history.get(path, ()) if not one.is_gone]
        # The only form that a file ever had needs no reading.
        first = (
            forms[0]
            if len(forms) == 1
            else next((one for one in forms if _has_bytes(one, sha256, book)), None)
        )
        if first is not None and not first.is_boundary:
            yield day_of(first, zone)


def spoiled_on(
    version: StoredVersion, book: RecordBook, zone: ZoneInfo, published: date | None
) -> date | None:
    """Give the day since when a notice is not the approved one on the branch.

    What only the files on the disk have otherwise is no fact of the branch.
    """
    if published is None:
        return None
    days = []
    for path, sha256 in version.spoiled_notices():
        forms = book.history.get(path, ())
        last = forms[-1] if forms else None
        if last is None or last.is_boundary:
            days.append(published)
        elif last.is_gone or not _has_bytes(last, sha256, book):
            days.append(day_of(last, zone))
    return max(published, min(days)) if days else None


def _has_bytes(form: RecordedForm, sha256: str, book: RecordBook) -> bool:
    return content_sha256(book.read_object(form.object_id)) == sha256
