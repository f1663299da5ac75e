"""Whether a version's notice says what it has to, in every language."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from duenotice.diagnostics import Diagnostic
from duenotice.diagnostics import Severity
from duenotice.notice.check import check_notice
from duenotice.review.languages import compare_languages
from duenotice.review.notice_facts import notice_facts
from duenotice.store.draft import read_plain
from duenotice.store.gate import needs_notice
from duenotice.store.gate import notices_now
from duenotice.store.whole_text import text_of_version

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping

    from duenotice.compare import Comparison
    from duenotice.notice.facts import NoticeFacts
    from duenotice.store.archive import Archive
    from duenotice.store.version import StoredVersion


def notice_faults(
    archive: Archive,
    version: StoredVersion,
    comparisons: Mapping[str, Comparison] | None = None,
) -> tuple[Diagnostic, ...]:
    """Check a version's notice against what it has to tell, and the day as it is known.

    Args:
        archive: Holds the version and the text it was assessed against.
        version: The version.
        comparisons: Of both texts, by language, where they were made already.
    """
    facts = notice_facts_of(archive, version, comparisons)
    return tuple(
        fault
        for locale, told in facts.items()
        for fault in _faults(version, locale, told)
    )


def notice_facts_of(
    archive: Archive,
    version: StoredVersion,
    comparisons: Mapping[str, Comparison] | None = None,
) -> dict[str, NoticeFacts]:
    """Give what a version's notice has to tell, by language; nothing without need.

    Args:
        archive: Holds the version and the text it was assessed against.
        version: The version.
        comparisons: Of both texts, by language, where they were made already.
    """
    assessment = version.record.assessment
    if assessment is None or not needs_notice(version.record):
        return {}
    before = archive.versions.get(assessment.against)
    if before is None or before.faults:
        return {}
    texts = (text_of_version(before), text_of_version(version))
    made = compare_languages(*texts) if comparisons is None else comparisons
    effective = archive.timeline[version.label].effective_as_known(date.max)
    known = replace(version.record, effective=effective)
    return {
        locale: notice_facts(version.label, known, texts, made, locale)
        for locale in version.record.lock.locales
    }


def _faults(
    version: StoredVersion, locale: str, told: NoticeFacts
) -> Iterator[Diagnostic]:
    path = version.layout.notice_file(version.label, locale)
    found: list[Diagnostic] = []
    tree = version.cache.tree
    data = read_plain(tree, path, found) if path in tree.paths else None
    yield from found
    if data is not None:
        yield from check_notice(data.decode(errors="replace"), told, path)
    elif not found and locale not in notices_now(version.record):
        yield _missing(version, locale, path)


def _missing(version: StoredVersion, locale: str, path: str) -> Diagnostic:
    return Diagnostic(
        code="notice-missing",
        severity=Severity.ERROR,
        message=f'version {version.label} has no notice in the language "{locale}"',
        path=path,
        hint="Write it, or let `release --again` draft it anew.",
    )
