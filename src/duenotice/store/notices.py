"""The words of a version's notice, as they were approved one after the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.parse.record_file import content_sha256
from duenotice.store.appearing import known_events
from duenotice.store.gate import approvals

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from duenotice.store.version import StoredVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovedNotice:
    """What people were told in one language, from a day on."""

    locale: str
    since: date
    text: str
    """Empty where the branch never held the words that were approved."""


def approved_notices(
    version: StoredVersion, published: date
) -> Iterator[ApprovedNotice]:
    """Give the notices of a version that were approved, in their order.

    The words stand in the branch's history, also where others took their place. Those
    that a shallow clone doesn't have are left out.

    Args:
        version: The version.
        published: Since when it is public, and what was approved with its record.
    """
    events = known_events(version, version.book)
    for since, hashes in approvals(version.record, events, published):
        for locale, sha256 in hashes.items():
            words = _words(version, locale, sha256)
            if words is not None:
                text = words.decode(errors="replace")
                yield ApprovedNotice(locale=locale, since=since, text=text)


def _words(version: StoredVersion, locale: str, sha256: str) -> bytes | None:
    path = version.layout.notice_file(version.label, locale)
    book, tree = version.book, version.cache.tree
    if version.cache.sha256(path, []) == sha256:
        return tree.read(path)
    forms = book.history.get(path, ())
    held = (book.read_object(one.object_id) for one in forms if not one.is_gone)
    unknown = b"" if forms and not forms[0].is_boundary else None
    return next((one for one in held if content_sha256(one) == sha256), unknown)
