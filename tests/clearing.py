"""What people do with a proposed version before it may take effect."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duenotice.model.record import Verdict
from duenotice.notice.draft import draft_notice
from duenotice.release.approving import approve
from duenotice.release.deciding import Ruling
from duenotice.release.deciding import decide
from duenotice.release.notices import texts_of
from duenotice.review.languages import compare_languages
from duenotice.review.notice_facts import notice_facts
from duenotice.store.customs import read_customs
from duenotice.store.gate import needs_notice
from duenotice.store.gate import open_findings

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from duenotice.release.changes import FileChanges
    from duenotice.store.archive import Archive
    from duenotice.store.customs import Customs

CUSTOMS = read_customs(None)
"""The rules that come with the program."""

EDITOR = "A. Editor"

_GAP = re.compile(r"\{\{[^{}]*\}\}")


def clear(
    read: Callable[[], Archive],
    write: Callable[[FileChanges], object],
    label: str,
    today: date,
    customs: Customs,
) -> None:
    """Decide what is open about a proposed version, and approve its notice.

    What needs review is held material; the notice is drafted anew with it, and its gaps
    are filled with a word.
    """
    archive = read()
    version = archive.find(label)
    asked = open_findings(version.record)
    if asked:
        ruling = Ruling(
            verdict=Verdict.MATERIAL, by=EDITOR, on=today, reason="People should know."
        )
        write(decide(archive, version, asked, ruling, customs).changes.files)
        archive = read()
        version = archive.find(label)
    if needs_notice(version.record) and version.record.approved is None:
        write(finished_notices(archive, label))
        archive = read()
        approved = approve(archive, archive.find(label), by=EDITOR, today=today)
        write(approved.changes.files)


def finished_notices(archive: Archive, label: str) -> dict[str, str]:
    """Draft a version's notices, and fill in what is left to an editor."""
    version = archive.find(label)
    record = version.record
    texts = texts_of(archive, version)
    comparisons = compare_languages(*texts)
    return {
        archive.layout.notice_file(version.label, locale): _GAP.sub(
            "It is told here.",
            draft_notice(
                notice_facts(version.label, record, texts, comparisons, locale)
            ),
        )
        for locale in record.lock.locales
    }
