"""What the site says as data: the versions of a statement, and the text of each.

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

from duenotice.model.content import plain_text
from duenotice.model.content import walk_lines
from duenotice.model.record import EventKind
from duenotice.publish.approved_notice import approved_notice
from duenotice.publish.plan import FileKind
from duenotice.publish.plan import PlannedFile
from duenotice.publish.public_kind import PublicKind
from duenotice.publish.public_version import public_versions
from duenotice.publish.statement_site import locales_of
from duenotice.publish.statement_site import title_of
from duenotice.publish.text_choices import text_choice
from duenotice.render.data_schema import VERSION_SCHEMA
from duenotice.render.data_schema import VERSIONS_SCHEMA
from duenotice.review.notice_facts import is_of_settings
from duenotice.review.notice_facts import section_of
from duenotice.store.gate import announced_findings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.publish.public_version import PublicVersion
    from duenotice.publish.statement_site import StatementSite
    from duenotice.publish.web_home import WebHome


def data_files(site: StatementSite, home: WebHome) -> Iterator[PlannedFile]:
    """Plan the versions as data, and the text of each in each language."""
    source = site.statement.source_locale
    yield PlannedFile(
        path=site.addresses(source).data,
        kind=FileKind.DATA,
        locale=source,
        view=versions_data(site, home),
    )
    for one in public_versions(site):
        for locale in locales_of(one.version):
            yield PlannedFile(
                path=site.addresses(locale).text_data(one.version.label),
                kind=FileKind.TEXT_DATA,
                locale=locale,
                view=_version_text_data(one, locale, home),
                text=text_choice(site, one.version, locale),
            )


def versions_data(site: StatementSite, home: WebHome) -> dict[str, object]:
    """Give the content of `versions.json`: what the public may know, no more."""
    timeline, as_of = site.timeline, site.as_of
    in_force = timeline.in_force(as_of)
    next_change = timeline.next_public_change(as_of)
    newest_first = tuple(reversed(public_versions(site)))
    return {
        "schema": VERSIONS_SCHEMA,
        "statement": site.archive.statement_id,
        "site": home.address or None,
        "as_of": as_of.isoformat(),
        "time_zone": newest_first[0].version.statement.time_zone,
        "in_force": None if in_force is None else str(in_force.label),
        "next_change": None if next_change is None else next_change.isoformat(),
        "versions": [_version_data(one) for one in newest_first],
    }


def _version_text_data(
    one: PublicVersion, locale: str, home: WebHome
) -> dict[str, object]:
    """Give the content of `version.json`, still without the sections."""
    version = one.version
    return {
        "schema": VERSION_SCHEMA,
        "statement": one.site.archive.statement_id,
        "site": home.address or None,
        "as_of": one.site.as_of.isoformat(),
        "time_zone": version.statement.time_zone,
        "locale": locale,
        "prevailing_locale": version.statement.prevailing_locale,
        "title": title_of(version, locale),
        "controller": version.statement.controller.name,
        **_version_data(one),
    }


def _version_data(one: PublicVersion) -> dict[str, object]:
    version, record = one.version, one.version.record
    period = one.site.timeline.period(version.label, one.site.as_of)
    ends = None if period is None else period.end
    return {
        "version": str(version.label),
        "status": one.status.value,
        "kind": one.kind.value or None,
        "published": one.published.isoformat(),
        "effective": one.effective.isoformat(),
        "in_force_from": None if period is None else period.start.isoformat(),
        "in_force_until": None if ends is None else ends.isoformat(),
        "adopted": record.is_adopted,
        "supersedes": None if record.supersedes is None else str(record.supersedes),
        "reaches": record.reaches.value,
        "required_by_law": record.required_by_law is not None,
        "digest": record.digest,
        "previous": record.previous,
        "notified": [
            {"channel": said.channel, "on": said.on.isoformat()}
            for said in one.notified
        ],
        "changes": list(_changes(one)),
        "notices": dict(_notices(one)),
        "notes": list(_notes(one)),
        "pages": {locale: _addresses(one, locale) for locale in locales_of(version)},
    }


def _changes(one: PublicVersion) -> Iterator[dict[str, str]]:
    """Give the words of what people had to be told of, each passage once."""
    if one.kind is not PublicKind.ANNOUNCED:
        return
    source = one.version.statement.source_locale
    told: set[tuple[str, ...]] = set()
    for finding in announced_findings(one.version.record):
        locale, _, section_id = section_of(finding).rpartition("/")
        words = (section_id, locale or source, finding.before, finding.after)
        if words not in told and not is_of_settings(finding):
            told.add(words)
            yield dict(
                zip(("section", "locale", "before", "after"), words, strict=True)
            )


def _notices(one: PublicVersion) -> Iterator[tuple[str, dict[str, object]]]:
    if one.kind is not PublicKind.ANNOUNCED:
        return
    for locale in locales_of(one.version):
        notice = approved_notice(one.version, locale)
        if notice is not None and notice.locale == locale:
            lines = (plain_text(line.inlines) for line in walk_lines(notice.blocks))
            yield locale, {"summary": notice.summary, "text": list(lines)}


def _notes(one: PublicVersion) -> Iterator[str]:
    """Give what the public may read of decisions: what was meant for it, no more."""
    record = one.version.record
    yield from (said.public for said in record.decisions if said.public)
    for event in record.events:
        is_known = event.kind is EventKind.DECIDED and event.on <= one.site.as_of
        if is_known and (public := event.details.get("public")):
            yield public


def _addresses(one: PublicVersion, locale: str) -> dict[str, str | None]:
    own, label = one.site.addresses(locale), one.version.label
    return {
        "html": own.version(label),
        "pdf": own.pdf(label),
        "data": own.text_data(label),
        "change": own.change(label) if one.kind else None,
    }
