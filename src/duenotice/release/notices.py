"""The notice in a version's folder: drafted, kept, and approved as long as it fits."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice.notice.draft import draft_notice
from duenotice.parse.record_file import content_sha256
from duenotice.review.languages import compare_languages
from duenotice.review.notice_facts import notice_facts
from duenotice.store.gate import announced_findings
from duenotice.store.gate import needs_notice
from duenotice.store.whole_text import text_of_version

if TYPE_CHECKING:
    from collections.abc import Mapping

    from duenotice.compare import Comparison
    from duenotice.model.record import Announced
    from duenotice.model.record import Record
    from duenotice.release.changes import ChangeSet
    from duenotice.release.request import Kept
    from duenotice.release.version_facts import VersionFacts
    from duenotice.store.archive import Archive
    from duenotice.store.layout import StatementLayout
    from duenotice.store.version import StoredVersion
    from duenotice.store.whole_text import WholeText


def with_notice(
    facts: VersionFacts,
    texts: tuple[WholeText, WholeText],
    comparisons: Mapping[str, Comparison],
    kept: Kept | None,
) -> VersionFacts:
    """Add the notice: what an editor wrote is kept, what is missing is drafted.

    An approval is kept too, while the notice is that which was approved and has the
    same to tell.
    """
    notices = {} if kept is None else _written(kept, texts, comparisons)
    if not needs_notice(facts):
        return replace(facts, notices=notices)
    for locale in texts[1].locales:
        if locale not in notices:
            told = notice_facts(facts.label, facts, texts, comparisons, locale)
            notices[locale] = draft_notice(told)
    is_approved = kept is not None and _still_fits(kept.record, facts, notices)
    return replace(
        facts,
        notices=notices,
        approved=kept.record.approved if kept is not None and is_approved else None,
    )


def _written(
    kept: Kept,
    texts: tuple[WholeText, WholeText],
    comparisons: Mapping[str, Comparison],
) -> dict[str, str]:
    """Give the notices that an editor has worked on; a mere draft is drafted anew."""
    record = kept.record
    written = {}
    for locale, notice in kept.notices.items():
        told = notice_facts(record.version, record, texts, comparisons, locale)
        if notice != draft_notice(told):
            written[locale] = notice
    return written


def renewed(
    archive: Archive, version: StoredVersion, record: Record, changes: ChangeSet
) -> Record:
    """Give a record whose decisions are others now, with the notice that fits.

    What is missing is drafted; an approval of a notice that has other things to tell
    is dropped.
    """
    written = notices_of(archive.layout, version)
    missing = [one for one in record.lock.locales if one not in written]
    if missing and needs_notice(record):
        texts = texts_of(archive, version)
        comparisons = compare_languages(*texts)
        for locale in missing:
            told = notice_facts(version.label, record, texts, comparisons, locale)
            path = archive.layout.notice_file(version.label, locale)
            changes.write(path, draft_notice(told))
    if record.approved is None or tells_the_same(version.record, record):
        return record
    lock = replace(record.lock, notices={})
    return replace(record, approved=None, lock=lock)


def texts_of(archive: Archive, version: StoredVersion) -> tuple[WholeText, WholeText]:
    """Give the text that a version was assessed against, and its own."""
    assessment = version.record.assessment
    if assessment is None:
        message = "a version without an assessment has nothing to announce"
        raise ValueError(message)
    before = archive.versions[assessment.against]
    return text_of_version(before), text_of_version(version)


def notices_of(layout: StatementLayout, version: StoredVersion) -> dict[str, str]:
    """Give the notice texts that lie in a version's folder, by locale."""
    tree = version.cache.tree
    found = {}
    for locale in version.record.lock.locales:
        path = layout.notice_file(version.label, locale)
        if path in tree.paths:
            found[locale] = tree.read(path).decode().replace("\r\n", "\n")
    return found


def tells_the_same(one: Announced, other: Announced) -> bool:
    """Tell whether two versions have the same to announce."""
    return _told(one) == _told(other)


def hashes_of(notices: Mapping[str, str]) -> dict[str, str]:
    """Give the hash of each notice, by locale."""
    return {
        locale: content_sha256(notice.encode())
        for locale, notice in sorted(notices.items())
    }


def _still_fits(
    record: Record, facts: VersionFacts, notices: Mapping[str, str]
) -> bool:
    is_same = hashes_of(notices) == dict(record.lock.notices)
    return record.approved is not None and is_same and tells_the_same(record, facts)


def _told(version: Announced) -> tuple[object, ...]:
    findings = tuple((one.id, one.evidence) for one in announced_findings(version))
    assessment = version.assessment
    asked = () if assessment is None else assessment.obligations
    return version.effective, version.reaches, version.required_by_law, findings, asked
