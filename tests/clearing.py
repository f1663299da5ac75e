"""What people do with a proposed version before it may take effect."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duenotice.model.record import Verdict
from duenotice.notice.alphabets import spoken_in
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

    from duenotice.notice.facts import NoticeFacts
    from duenotice.release.changes import FileChanges
    from duenotice.store.archive import Archive
    from duenotice.store.customs import Customs

CUSTOMS = read_customs(None)
"""The rules that come with the program."""

EDITOR = "A. Editor"

_GAP = re.compile(r"\{\{[^{}]*\}\}")
_WORDS = re.compile(r"(?<=^)(?![#-]).+|(?<=^- ).+|(?<=^## ).+|(?<=^### ).+")
_TRANSLATED = {"ar": "يُقال هذا هنا.", "zh-Hant": "在此說明。"}
"""“It is told here.”, for languages that the program has no words for."""


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
    facts = {
        locale: notice_facts(version.label, record, texts, comparisons, locale)
        for locale in record.lock.locales
    }
    return {
        archive.layout.notice_file(version.label, locale): _finished(one)
        for locale, one in facts.items()
    }


def _finished(facts: NoticeFacts) -> str:
    """Fill the gaps of a draft, and translate it where it is in another language."""
    drafted = _GAP.sub("It is told here.", draft_notice(facts))
    translated = _TRANSLATED.get(facts.locale)
    if translated is None:
        return drafted
    lines = [
        _WORDS.sub(translated, line) if _is_left(line, facts) else line
        for line in drafted.splitlines()
    ]
    days = f"{facts.effective}, {facts.last_day}"
    return "\n".join([translated, "", days, "", *lines, ""])


def _is_left(line: str, facts: NoticeFacts) -> bool:
    is_own = spoken_in(line, facts.locale, facts.source_locale) == facts.locale
    return not (is_own or line.startswith(">"))
