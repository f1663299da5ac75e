"""What the site says as data: the versions of a statement.

```json
{
  "schema": "duenotice/versions/1",
  "statement": "website",
  "as_of": "2026-11-24",
  "time_zone": "America/Los_Angeles",
  "in_force": "2025-06-02",
  "next_change": "2027-12-01",
  "versions": [{"version": "2026-11-24", "status": "scheduled", …}]
}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.publish.addresses import StatementAddresses

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Sequence
    from datetime import date

    from duenotice.store.archive import Archive
    from duenotice.store.version import StoredVersion

SCHEMA = "duenotice/versions/1"


def versions_data(
    archive: Archive, public: Mapping[StoredVersion, Sequence[str]], as_of: date
) -> dict[str, object]:
    """Give the content of `versions.json`: what the public may know, no more."""
    timeline = archive.timeline
    in_force = timeline.in_force(as_of)
    next_change = timeline.next_public_change(as_of)
    newest_first = list(reversed(tuple(public.items())))
    return {
        "schema": SCHEMA,
        "statement": archive.statement_id,
        "as_of": as_of.isoformat(),
        "time_zone": newest_first[0][0].statement.time_zone,
        "in_force": None if in_force is None else str(in_force.label),
        "next_change": None if next_change is None else next_change.isoformat(),
        "versions": [
            _version_data(archive, version, locales, as_of)
            for version, locales in newest_first
        ],
    }


def _version_data(
    archive: Archive, version: StoredVersion, locales: Sequence[str], as_of: date
) -> dict[str, object]:
    timeline = archive.timeline
    dated = timeline[version.label]
    period = timeline.period(version.label, as_of)
    record = version.record
    published = dated.published or record.published
    ends = None if period is None else period.end
    return {
        "version": str(version.label),
        "status": timeline.status(version.label, as_of).value,
        "published": published.isoformat(),
        "effective": dated.begins(as_of).isoformat(),
        "in_force_from": None if period is None else period.start.isoformat(),
        "in_force_until": None if ends is None else ends.isoformat(),
        "adopted": record.is_adopted,
        "digest": record.digest,
        "previous": record.previous,
        "pages": {one: _addresses(archive, version, one) for one in locales},
    }


def _addresses(archive: Archive, version: StoredVersion, locale: str) -> dict[str, str]:
    own = StatementAddresses(
        statement_id=archive.statement_id,
        locale=locale,
        source_locale=version.statement.source_locale,
    )
    return {"html": own.version(version.label), "pdf": own.pdf(version.label)}
