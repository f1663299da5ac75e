"""The checks of a draft, with what the archive knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.checks import CheckedStatement
from duenotice.checks import check_statement
from duenotice.store.draft import sections_of

if TYPE_CHECKING:
    from duenotice.diagnostics import Diagnostic
    from duenotice.store.archive import Archive


def check_draft(archive: Archive) -> tuple[Diagnostic, ...]:
    """Check the draft as a whole; nothing where its settings can't be read."""
    draft = archive.draft
    if draft.statement_file is None:
        return ()
    recorded = [version.record for version in archive.versions.values()]
    newest = archive.basis
    return check_statement(
        CheckedStatement(
            statement=draft.statement_file.statement,
            statement_path=archive.layout.statement_file(),
            sections=sections_of(draft.sections),
            section_path=archive.layout.section_file,
            former_ids=frozenset(
                one.id
                for record in recorded
                for sections in record.lock.locales.values()
                for one in sections
            ),
            newest_ids=frozenset(
                ()
                if newest is None
                else (
                    one.id
                    for sections in newest.record.lock.locales.values()
                    for one in sections
                )
            ),
        )
    )
