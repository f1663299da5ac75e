"""Since when people have been told of each finding, by the words of the notices.

The record is taken at its word that an approved notice speaks of all its findings. Here
the words are read: those of today's notice, and those that stood there before.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from duenotice.notice.coverage import silent_about
from duenotice.notice.notice_text import NoticeText
from duenotice.parse.markdown import NestingTooDeepError
from duenotice.parse.markdown import parse_blocks
from duenotice.review.notices import notice_facts_of
from duenotice.store.appearing import known_events
from duenotice.store.gate import corrections
from duenotice.store.notices import approved_notices

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping

    from duenotice.compare import Comparison
    from duenotice.model.label import VersionLabel
    from duenotice.notice.facts import NoticeFacts
    from duenotice.store.archive import Archive
    from duenotice.store.version import StoredVersion
    from duenotice.timeline import DatedVersion

Announcements = dict[tuple[str, str], date]
"""By id and evidence: since when people have been told of a finding."""


def is_taken_at_its_word(archive: Archive, version: StoredVersion) -> bool:
    """Tell whether a version has one notice alone, and none goes on from another.

    What that is silent about is told by itself.
    """
    events = known_events(version, version.book)
    followed = {one.goes_on_from for one in archive.timeline.versions} - {None}
    return (
        not corrections(version.record, events)
        and archive.timeline[version.label].goes_on_from is None
        and version.label not in followed
    )


def announced_in_words(
    archive: Archive,
    version: StoredVersion,
    comparisons: Mapping[str, Comparison],
    earlier: Mapping[VersionLabel, Announcements],
) -> Announcements:
    """Give since when notices have spoken of each finding of a version, unbroken.

    Those that its notice says nothing of today are left out: that is told by itself.

    Args:
        archive: Holds the version and the text it was assessed against.
        version: The version.
        comparisons: Of both texts, by language.
        earlier: The same of the versions before it.
    """
    dated = archive.timeline[version.label]
    if dated.told_on is None:
        return {}
    before = {} if dated.goes_on_from is None else earlier.get(dated.goes_on_from, {})
    broken = _broken(archive, version, comparisons)
    told: Announcements = {}
    for key, day in dated.announced.items():
        if key[0] in broken:
            again = broken[key[0]]
            told |= {} if again is None else {key: again}
        elif day < dated.told_on:
            told[key] = min(before.get(key, dated.told_on), dated.told_on)
        else:
            told[key] = day
    return told


def _broken(
    archive: Archive, version: StoredVersion, comparisons: Mapping[str, Comparison]
) -> dict[str, date | None]:
    """Give the findings that a notice was once silent about, and since when none is.

    What was corrected when the version was in force came too late to matter.
    """
    dated = archive.timeline[version.label]
    broken: dict[str, date | None] = {}
    for locale, facts in notice_facts_of(archive, version, comparisons).items():
        for finding, again in _broken_in(version, dated, locale, facts).items():
            days = (again, broken.get(finding, date.min))
            broken[finding] = None if None in days else max(filter(None, days))
    return broken


def _broken_in(
    version: StoredVersion, dated: DatedVersion, locale: str, facts: NoticeFacts
) -> dict[str, date | None]:
    """Give the same of one language."""
    broken: dict[str, date | None] = {}
    for since, silent in _silences(version, dated, locale, facts):
        if since >= dated.begins(date.max):
            break
        again = {one: day or since for one, day in broken.items() if one not in silent}
        broken = dict.fromkeys(silent) | again
    return broken


def _silences(
    version: StoredVersion, dated: DatedVersion, locale: str, facts: NoticeFacts
) -> Iterator[tuple[date, frozenset[str]]]:
    """Give for each notice in a language what it says nothing of, since a day."""
    for one in approved_notices(version, dated.published or date.min):
        if one.locale == locale:
            yield one.since, _silent(one.text, facts)


def _silent(text: str, facts: NoticeFacts) -> frozenset[str]:
    try:
        notice = NoticeText(parse_blocks(text))
    except NestingTooDeepError:
        return frozenset(one.id for one in facts.findings)
    passages = silent_about(notice, facts)
    return frozenset(one.id for passage in passages for one in passage.findings)
