"""The checks of a draft, with what the archive knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.checks import CheckedStatement
from duenotice.checks import check_statement
from duenotice.store.draft import sections_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from duenotice.diagnostics import Diagnostic
    from duenotice.store.archive import Archive
    from duenotice.store.version import StoredVersion


def check_draft(archive: Archive) -> tuple[Diagnostic, ...]:
    """Check the draft as a whole; nothing where its settings can't be read."""
    draft = archive.draft
    if draft.statement_file is None:
        return ()
    basis = archive.basis
    # Withdrawn versions after it count too: their sections may be released again.
    newest = [
        one
        for one in archive.versions.values()
        if basis is None or one.label >= basis.label
    ]
    return check_statement(
        CheckedStatement(
            statement=draft.statement_file.statement,
            statement_path=archive.layout.statement_file(),
            sections=sections_of(draft.sections),
            section_path=archive.layout.section_file,
            former_ids=_section_ids(archive.versions.values()),
            newest_ids=_section_ids(newest),
            unreadable=draft.unreadable,
        )
    )


def _section_ids(versions: Iterable[StoredVersion]) -> frozenset[str]:
    return frozenset(
        one.id
        for version in versions
        for sections in version.record.lock.locales.values()
        for one in sections
    )
