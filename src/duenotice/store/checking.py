"""The checks of a draft, with what the archive knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.checks import Asker
from duenotice.checks import ChangeClause
from duenotice.checks import CheckedStatement
from duenotice.checks import Demands
from duenotice.checks import check_statement
from duenotice.diagnostics import sort_diagnostics
from duenotice.materiality.profile import Want
from duenotice.materiality.profile import demands_for
from duenotice.materiality.profile_choice import Profiles
from duenotice.materiality.profile_choice import shipped_profiles
from duenotice.materiality.promise import promise_of
from duenotice.materiality.promise_words import promise_words
from duenotice.store.draft import sections_of
from duenotice.store.version import BrokenVersionError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from duenotice.diagnostics import Diagnostic
    from duenotice.materiality.profile import Grounds
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
        profiles: Those that the statement may name. Without them the shipped ones
            are asked, and a name that is none of theirs may be the project's own.
    """
    draft = archive.draft
    if draft.statement_file is None:
        return ()
    statement = draft.statement_file.statement
    path = archive.layout.statement_file()
    unknown = (
        ()
        if profiles is None
        else profiles.unknown(statement.profiles, draft.statement_file.text, path)
    )
    known = profiles or Profiles(by_name=shipped_profiles())
    basis = archive.basis
    # Withdrawn versions after it count too: their sections may be released again.
    newest = [
        one
        for one in archive.versions.values()
        if basis is None or one.label >= basis.label
    ]
    found = check_statement(
        CheckedStatement(
            statement=statement,
            statement_path=path,
            sections=sections_of(draft.sections),
            section_path=archive.layout.section_file,
            former_ids=_section_ids(archive.versions.values()),
            newest_ids=_section_ids(newest),
            unreadable=draft.unreadable,
            demands=demands_of(known.chosen(statement.profiles)),
            change_clauses=_change_clauses(draft, statement),
            overtaken=_overtaken(archive, statement),
            as_of=as_of,
        )
    )
    return sort_diagnostics([*unknown, *found])


def demands_of(profiles: Iterable[Profile]) -> Demands:
    """Give what profiles want of a text that its checks can see.

    >>> demands_of([shipped_profiles()["ccpa"]]).review_days
    365
    """
    chosen = tuple(profiles)
    reviews = [one.days for one in demands_for(chosen, Want.REVIEW) if one.days]
    return Demands(
        change_clause=_askers(chosen, Want.CHANGE_CLAUSE),
        children_clause=_askers(chosen, Want.CHILDREN),
        tracking_answer=_askers(chosen, Want.TRACKING),
        review_days=min(reviews, default=None),
    )


def _askers(profiles: Iterable[Profile], want: Want) -> tuple[Asker, ...]:
    return tuple(
        Asker(profile=one.profile, basis=_basis(one.grounds))
        for one in demands_for(profiles, want)
    )


def _basis(grounds: Grounds) -> str:
    """Say what an entry rests on; a custom has nothing but its own words."""
    return grounds.basis or f"{grounds.footing}: {grounds.says.rstrip('.')}"


def _overtaken(archive: Archive, statement: Statement) -> frozenset[tuple[str, str]]:
    """Find translations that stayed as released while their source was edited."""
    try:
        edited = frozenset(archive.unreleased())
    except BrokenVersionError:
        return frozenset()  # reported as what it is
    source = statement.source_locale
    return frozenset(
        (locale, section_id)
        for locale in statement.locales
        for section_id in archive.draft.sections.get(locale, {})
        if f"{source}/{section_id}.md" in edited
        and f"{locale}/{section_id}.md" not in edited
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
