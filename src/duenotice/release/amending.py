"""A fix while another version is scheduled."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice.checks import CheckedStatement
from duenotice.checks import check_statement
from duenotice.diagnostics import has_errors
from duenotice.release.amending_refusals import FixMaterialError
from duenotice.release.amending_refusals import FixTooEarlyError
from duenotice.release.amending_refusals import FixTooLateError
from duenotice.release.amending_refusals import KeptDateError
from duenotice.release.amending_refusals import ManyPendingError
from duenotice.release.amending_refusals import MergedFaultsError
from duenotice.release.amending_refusals import NoTextInForceError
from duenotice.release.amending_refusals import NothingSharedError
from duenotice.release.fixing import Copies
from duenotice.release.version_maker import after
from duenotice.release.whole_text_merge import merge_whole_texts
from duenotice.review.review import baseline_of
from duenotice.review.schedule import first_lead
from duenotice.review.schedule import lead_of
from duenotice.store.draft import sections_of
from duenotice.store.whole_text import text_of_version

if TYPE_CHECKING:
    from datetime import date

    from duenotice.release.fixing import FixedVersion
    from duenotice.release.request import Release
    from duenotice.release.version_facts import VersionFacts
    from duenotice.release.version_maker import VersionMaker
    from duenotice.review.review import Baseline
    from duenotice.review.review import Review
    from duenotice.review.schedule import Lead
    from duenotice.store.outlook import Outlook
    from duenotice.store.version import StoredVersion
    from duenotice.store.whole_text import WholeText


def amend_pending(
    maker: VersionMaker, outlook: Outlook, pending: StoredVersion
) -> Release:
    """Put a corrected version in the place of the scheduled one, on its date.

    Raises:
        FixTooEarlyError: The fix changes something that people must be told of before.
    """
    effective = _kept_date(maker, pending)
    maker.take_over(pending)
    before = outlook.before(pending.label)
    copies = maker.copies(before)
    if before is None:
        fixed = maker.fix(maker.draft, maker.facts(effective, None), copies)
        return maker.finish(first_lead(maker.published), fixed)
    facts = maker.facts(effective, before.label)
    fixed, lead, review = _fix(maker, facts, baseline_of(before), copies, pending)
    return maker.finish(lead, fixed, review=review)


def _fix(
    maker: VersionMaker,
    facts: VersionFacts,
    before: Baseline,
    copies: Copies,
    pending: StoredVersion,
) -> tuple[FixedVersion, Lead, Review]:
    """Make the version that takes the place of the scheduled one.

    What people have been told of already keeps the day on which they were.
    """
    review = maker.review(maker.draft, before)
    dated = maker.archive.timeline[pending.label]
    # Who was told that only new data is meant has not been told of a wider reach.
    announced = dated.announced if dated.told_as_much(facts.reaches) else {}
    lead = lead_of(review, maker.published, announced)
    if facts.effective < lead.earliest:
        raise FixTooEarlyError(pending.label, facts.effective, lead)
    fixed = maker.fix(
        maker.draft, maker.judged(facts, before, maker.draft, review), copies
    )
    return fixed, _kept_lead(pending, lead), review


def amend_both(
    maker: VersionMaker, outlook: Outlook, pending: StoredVersion
) -> Release:
    """Correct the text in force today, and the scheduled one on its date.

    What the draft changed in the scheduled text is merged into the text in force.

    Raises:
        NoTextInForceError: There is none.
        ManyPendingError: Another version is to be in force before the scheduled one.
        MergeConflictError: Fix and scheduled change touch the same sentence.
        NothingSharedError: The text in force doesn't have what is fixed.
        MergedFaultsError: The text in force can't stand with the fix alone.
    """
    in_force = outlook.in_force
    if in_force is None:
        raise NoTextInForceError
    if len(outlook.coming) > 1:
        raise ManyPendingError(outlook.coming[0].label, pending.label)
    ours = text_of_version(in_force)
    merged = merge_whole_texts(
        text_of_version(pending), ours, maker.draft, maker.archive.layout
    )
    if merged.says_the_same(ours):
        raise NothingSharedError
    _refuse_faults(maker, merged, in_force)
    effective = _kept_date(maker, pending)
    shared = maker.copies(in_force)
    first = _fix_in_force(maker, merged, in_force, shared)
    copies = Copies()
    copies.add(first.record, first.text)
    copies.add_all(shared)
    maker.take_over(pending)
    facts = after(first, maker.facts(effective, None))
    corrected = replace(
        baseline_of(in_force), label=first.record.version, text=first.text
    )
    second, lead, review = _fix(maker, facts, corrected, copies, pending)
    return maker.finish(lead, first, second, review=review)


def _fix_in_force(
    maker: VersionMaker, merged: WholeText, in_force: StoredVersion, copies: Copies
) -> FixedVersion:
    """Make the corrected version of the text in force, from today on.

    What the rules can't tell is left to a person, and blocks it until then.
    """
    before = baseline_of(in_force)
    review = maker.review(merged, before)
    if review.needs_notice:
        raise FixMaterialError(in_force.label, review.to_be_told)
    facts = maker.facts(maker.published, in_force.label)
    return maker.fix(merged, maker.judged(facts, before, merged, review), copies)


def _refuse_faults(
    maker: VersionMaker, merged: WholeText, in_force: StoredVersion
) -> None:
    """Check the text that nobody has seen yet: the one in force with the fix."""
    layout = maker.archive.layout
    ids = frozenset(
        one.id for locked in in_force.record.lock.locales.values() for one in locked
    )
    found = check_statement(
        CheckedStatement(
            statement=merged.statement.statement,
            statement_path=layout.statement_file(),
            sections=sections_of(merged.sections),
            section_path=layout.section_file,
            former_ids=ids,
            newest_ids=ids,
        )
    )
    if has_errors(found):
        raise MergedFaultsError(found)


def _kept_date(maker: VersionMaker, pending: StoredVersion) -> date:
    """Give the scheduled date, which a fix neither moves nor outruns."""
    dated = maker.archive.timeline[pending.label]
    effective = dated.effective_as_known(maker.request.today)
    if maker.request.effective not in {None, effective}:
        raise KeptDateError(pending.label, effective)
    if maker.published > effective:
        raise FixTooLateError(maker.published, effective)
    return effective


def _kept_lead(pending: StoredVersion, lead: Lead) -> Lead:
    return replace(lead, reason=f"the date announced by {pending.label} is kept")
