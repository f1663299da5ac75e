"""The checks of a draft, with what the archive knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.checks import ChangeClause
from duenotice.checks import CheckedStatement
from duenotice.checks import Demands
from duenotice.checks import check_statement
from duenotice.materiality.profile import Want
from duenotice.materiality.profile import demands_for
from duenotice.materiality.profile_choice import Profiles
from duenotice.materiality.profile_choice import shipped_profiles
from duenotice.materiality.promise import promise_of
from duenotice.materiality.promise_words import promise_words
from duenotice.store.draft import sections_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from duenotice.diagnostics import Diagnostic
    from duenotice.materiality.profile import Profile
    from duenotice.model.statement import Statement
    from duenotice.store.archive import Archive
    from duenotice.store.draft import Draft
    from duenotice.store.version import StoredVersion


def check_draft(
    archive: Archive,
    *,
    as_of: date | None = None,
    profiles: Profiles | None = None,
) -> tuple[Diagnostic, ...]:
    """Check the draft as a whole; nothing where its settings can't be read.

    Args:
        archive: Holds the draft.
        as_of: The day that is asked about; without one, no review is overdue.
        profiles: Those that the statement may name; those that are shipped where
            nothing is given.
    """
    draft = archive.draft
    if draft.statement_file is None:
        return ()
    statement = draft.statement_file.statement
    known = profiles or Profiles(by_name=shipped_profiles())
    basis = archive.basis
    # Withdrawn versions after it count too: their sections may be released again.
    newest = [
        one
        for one in archive.versions.values()
        if basis is None or one.label >= basis.label
    ]
    return check_statement(
        CheckedStatement(
            statement=statement,
            statement_path=archive.layout.statement_file(),
            sections=sections_of(draft.sections),
            section_path=archive.layout.section_file,
            former_ids=_section_ids(archive.versions.values()),
            newest_ids=_section_ids(newest),
            unreadable=draft.unreadable,
            demands=demands_of(known.chosen(statement.profiles)),
            change_clauses=_change_clauses(draft, statement),
            as_of=as_of,
        )
    )


def demands_of(profiles: Iterable[Profile]) -> Demands:
    """Give what profiles want of a text that its checks can see.

    >>> demands_of([shipped_profiles()["ccpa"]]).review_days
    365
    """
    chosen = tuple(profiles)
    reviews = [one.days for one in demands_for(chosen, Want.REVIEW) if one.days]
    return Demands(
        change_clause=bool(demands_for(chosen, Want.CHANGE_CLAUSE)),
        children_clause=bool(demands_for(chosen, Want.CHILDREN)),
        tracking_answer=bool(demands_for(chosen, Want.TRACKING)),
        review_days=min(reviews, default=None),
    )


def _change_clauses(draft: Draft, statement: Statement) -> dict[str, ChangeClause]:
    """Read what the text says of its changes, where its language is known."""
    clauses = {}
    for locale in statement.locales:
        if promise_words(locale) is None or not draft.sections.get(locale):
            continue
        promise = promise_of(draft.text(locale))
        looks = [one for one in promise.clauses if one.check_back]
        clauses[locale] = ChangeClause(
            is_made=promise.is_made,
            check_back=looks[0].words if looks else "",
            section_id=looks[0].section if looks else "",
        )
    return clauses


def _section_ids(versions: Iterable[StoredVersion]) -> frozenset[str]:
    return frozenset(
        one.id
        for version in versions
        for sections in version.record.lock.locales.values()
        for one in sections
    )
